/** `npm run fuzz -- --runs 20000 --seed N`: random visits through the built template. Exit status 1 if a promise breaks. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { readTemplate } from '../../src/sandbox/index.ts';
import { play } from './play.ts';
import { brokenPromises } from './promises.ts';
import { visit } from './visit.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    template: { type: 'string', default: 'dist/template.tpl' },
  },
});
const template = readTemplate(readFileSync(values.template, 'utf8'), values.template);
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (!(runs >= 1) || !Number.isInteger(seed)) {
  console.error('--runs must be a number from 1, --seed a whole number.');
  process.exit(2);
}

const tally = { firings: 0, successes: 0, failures: 0, pixels: 0, handed: 0, held: 0, aborted: 0 };
console.log(`${runs} random visits through ${values.template}, seed ${seed}`);
const outcome = await fc.check(
  fc.asyncProperty(visit, async (one) => {
    const played = await play(one, template);
    for (const firing of played.firings) {
      tally.firings++;
      tally.successes += firing.successes;
      tally.failures += firing.failures;
      tally.pixels += firing.pixels.length;
      tally.handed += firing.handed.length;
      tally.held += Number(firing.held);
      tally.aborted += Number(firing.errors.length > 0);
    }
    const broken = brokenPromises(played);
    if (broken.length > 0) throw new Error(broken.join('\n'));
  }),
  { numRuns: runs, seed },
);
console.log(
  `${tally.firings} firings: ${tally.successes} succeeded, ${tally.failures} failed, ${tally.held} held for consent, ` +
    `${tally.aborted} aborted by GTM itself; ${tally.pixels} pixels, ${tally.handed} events handed to the companion`,
);
if (outcome.failed) {
  const { errorInstance, counterexample, counterexamplePath, numRuns } = outcome;
  console.error(`\nBroken after ${numRuns} visits:\n${(errorInstance as Error).message}\n`);
  console.error(fc.stringify(counterexample?.[0]));
  console.error(`\nAgain: npm run fuzz -- --seed ${seed} --runs ${numRuns} (path ${counterexamplePath})`);
  process.exit(1);
}
console.log('Every promise held.');
