import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { compiledSize } from '../../build/compiled-size.ts';
import { countSteps } from '../../trials/bench/steps.ts';
import { countFirings } from '../../trials/bench/tag-cost.ts';
import { searchedPage } from '../../trials/bench/visit.ts';
import { template } from './visit.ts';

// GTM runs the tag anew for every event, in a slow interpreter: its weight must not creep back. See docs/performance.md.

test.each([
  [0, 680],
  [10, 800],
  [20, 800],
  [100, 2630],
  [1000, 3720],
])('a search with %d impressions costs at most %d operations', (impressions, most) => {
  expect(countSteps(template, searchedPage(impressions)).operations).toBeLessThanOrEqual(most);
});

test('an impression in the form of the wire costs next to nothing', () => {
  const [few, many] = [10, 60].map((count) => countSteps(template, searchedPage(count)).operations);
  expect((many as number) - (few as number)).toBeLessThan(50);
});

test('making session and visitor ID costs at most 400 operations', () => {
  const known = countSteps(template, searchedPage(0)).operations;
  expect(countSteps(template, searchedPage(0, '')).operations - known).toBeLessThanOrEqual(400);
});

test('no other firing costs much more than a search', () => {
  for (const { firing, steps } of countFirings(template)) {
    expect({ firing, operations: steps.operations }).toEqual({
      firing,
      operations: Math.min(steps.operations, 6500),
    });
  }
});

test('the code does not grow', () => {
  expect(compiledSize(template.code).operations).toBeLessThanOrEqual(2530);
  expect(
    compiledSize(
      readFileSync('trials/bench/least.tpl', 'utf8').split('JS_FOR_WEB_TEMPLATE___')[1]?.split('___')[0] ??
        '',
    ).operations,
  ).toBe(45);
});
