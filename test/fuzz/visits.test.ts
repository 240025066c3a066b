import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTemplate } from '../../src/sandbox/index.ts';
import { play } from '../../trials/fuzz/play.ts';
import { brokenPromises } from '../../trials/fuzz/promises.ts';
import { visit } from '../../trials/fuzz/visit.ts';

/** Always the same visits, so that a failure is the change's; `npm run fuzz` takes others. */
const seed = Number(process.env.FUZZ_SEED ?? 3);

test(`400 random visits break no promise (seed ${seed})`, async () => {
  const template = readTemplate(readFileSync('dist/template.tpl', 'utf8'));
  let outcomes = 0;
  let requests = 0;
  await fc.assert(
    fc.asyncProperty(visit, async (one) => {
      const played = await play(one, template);
      for (const { successes, failures, pixels } of played.firings) {
        outcomes += successes + failures;
        requests += pixels.length;
      }
      expect(brokenPromises(played)).toEqual([]);
    }),
    { numRuns: 400, seed },
  );
  // Visits of which nothing comes would prove nothing.
  expect(outcomes).toBeGreaterThan(400);
  expect(requests).toBeGreaterThan(100);
}, 60_000);
