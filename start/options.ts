/** What `npm start` can be told. */

import { parseArgs } from 'node:util';

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

const known = {
  port: { type: 'string', default: '0' },
  once: { type: 'boolean', default: false },
  'no-open': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/**
 * @param words the command line behind the script's name
 * @throws an error that names what is unknown or wrong
 */
export function readOptions(words: string[]): StartOptions {
  const { port, once, 'no-open': closed, help } = parsed(words);
  if (!/^\d+$/.test(port) || Number(port) > 65_535) {
    throw new Error(`--port needs a number from 0 to 65535, not ${port}`);
  }
  return { port: Number(port), once, open: !closed, help };
}

function parsed(words: string[]) {
  try {
    return parseArgs({ args: words, options: known }).values;
  } catch (error) {
    // Node names the word in its first sentence; what follows is about its own syntax.
    throw new Error(`${(error as Error).message.split(/\.\s/)[0]}\n\n${usage}`);
  }
}
