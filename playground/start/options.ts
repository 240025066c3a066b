/** What `npm start` can be told. */

export interface StartOptions {
  /** 0: any that is free. */
  port: number;
  /** End after the table instead of staying up. */
  once: boolean;
  /** Open the playground in the browser. */
  open: boolean;
  help: boolean;
}

export const usage = `npm start -- [options]

  --port N   the receiver's port (default: any that is free)
  --once     end after the table, with exit code 1 if a row failed
  --no-open  leave the browser closed
  --help     this text`;

/**
 * @param words the command line behind the script's name
 * @throws an error that names what is unknown or wrong
 */
export function readOptions(words: string[]): StartOptions {
  const options: StartOptions = { port: 0, once: false, open: true, help: false };
  const rest = words.flatMap((word) => (word.startsWith('--port=') ? ['--port', word.slice(7)] : [word]));
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--port') options.port = readPort(rest.shift());
    else if (word === '--once') options.once = true;
    else if (word === '--no-open') options.open = false;
    else if (word === '--help' || word === '-h') options.help = true;
    else throw new Error(`Unknown option ${word}\n\n${usage}`);
  }
  return options;
}

function readPort(word: string | undefined): number {
  const port = Number(word);
  if (word && /^\d+$/.test(word) && port <= 65_535) return port;
  throw new Error(`--port needs a number from 0 to 65535${word === undefined ? '' : `, not ${word}`}`);
}
