/**
 * `npm start`: starts the receiver, builds the tag, plays a visitor's session through it, builds the rest while that is
 * read, and stays up with the playground.
 */

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { RollupOptions } from 'rollup';
import { type Receiver, startReceiver } from '../src/receiver/index.ts';
import { readTemplate } from '../src/sandbox/index.ts';
import { build, builds, outputOf } from './build.ts';
import { colour } from './colour.ts';
import { fields, goals } from './fields.ts';
import { openInBrowser } from './open.ts';
import { readOptions, type StartOptions, usage } from './options.ts';
import { play } from './play.ts';
import { isDelivered, rowsOf, summary } from './rows.ts';
import { servePlayground } from './serve.ts';
import { shoeShop } from './session.ts';
import { table } from './table.ts';

const root = new URL('../', import.meta.url);

async function start(options: StartOptions): Promise<boolean> {
  // Before the build, which takes a while: a port that is taken is told at once.
  const receiver = await startReceiver({ port: options.port, control: true, goals, pages: servePlayground });
  try {
    // The table needs the tag alone.
    const all = await builds();
    const isTag = (one: RollupOptions) => outputOf(one) === 'dist/template.tpl';
    await make(all.filter(isTag));

    say(`\n${colour('bold', shoeShop.title)}\n`);
    const template = readTemplate(await readFile(new URL('dist/template.tpl', root), 'utf8'));
    const played = await play(shoeShop, template, fields, receiver);
    const isGood = played.every(isDelivered);
    say(table(played.flatMap(rowsOf), process.stdout.columns || 130));
    say(`\n  ${colour(isGood ? 'green' : 'red', summary(played))}\n`);

    if (!options.once) {
      await make(all.filter((one) => !isTag(one)));
      await stay(receiver, options);
    }
    return isGood;
  } finally {
    await receiver.close();
  }
}

async function make(files: RollupOptions[]): Promise<void> {
  say(colour('bold', 'Building'));
  for (const one of files) say(`  ${outputOf(one)} in ${(await build(one)).toFixed(1)}s`);
}

async function stay({ url }: Receiver, { open }: StartOptions): Promise<void> {
  say(`\n${colour('bold', 'Playground')} at ${url}/ – fill in the tag, search, and see what is sent

${colour('bold', 'Still answering')} until Ctrl-C

  GET, POST /api/v2/track/   as SearchStax
  GET       /-/media/…       as Sitecore
  GET       /log             what was received; DELETE clears it
  POST      /control         makes it slow or failing: {"failure": {"as": 503, "next": 3}}
`);
  // Not where nobody sits in front of it.
  if (open && process.stdout.isTTY) openInBrowser(`${url}/`);
  await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
  say('\nEnded.');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) say(usage);
  else process.exitCode = (await start(options)) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${colour('red', (error as Error).message)}\n`);
  process.exitCode = 1;
}
