import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { compiledSize } from '../../build/compiled-size.ts';
import { readTemplate } from '../../src/sandbox/index.ts';
import { countSteps } from '../../trials/bench/steps.ts';
import { countFirings } from '../../trials/bench/tag-cost.ts';
import { searchedPage } from '../../trials/bench/visit.ts';
import { template } from './visit.ts';

// GTM runs the tag anew for every event, in a slow interpreter: its weight must not creep back. See docs/performance.md.

test.each([
  [0, 450],
  [10, 520],
  [20, 520],
  [100, 2070],
  [1000, 2950],
])('a search with %d impressions costs at most %d operations', (impressions, most) => {
  expect(countSteps(template, searchedPage(impressions)).operations).toBeLessThanOrEqual(most);
});

test('an impression in the form of the wire costs next to nothing', () => {
  const [few, many] = [10, 60].map((count) => countSteps(template, searchedPage(count)).operations);
  expect((many as number) - (few as number)).toBeLessThan(50);
});

test.each<[order: string, make: (place: number) => unknown]>([
  ['position first', (id) => ({ position: id + 1, cDocId: `b${id}`, cDocTitle: 'Boot' })],
  ['title first', (id) => ({ cDocTitle: 'Boot', cDocId: `b${id}`, position: id + 1 })],
  ['no title', (id) => ({ position: id + 1, cDocId: `b${id}` })],
])('whatever comes first in it: %s', (_order, make) => {
  expect(operationsWith(Array.from({ length: 40 }, (_, i) => make(i)))).toBeLessThanOrEqual(520);
});

test('what is too long in another way than usual costs not much more', () => {
  const page = searchedPage(0);
  const texts = { question: 'q'.repeat(7380), answer: 'a'.repeat(7000), is_question: true };
  page.push({ event: 'searchstax_questionanswer', searchstax: texts });
  expect(countSteps(template, page).operations).toBeLessThanOrEqual(3440);
});

/** What a search costs whose impressions are these. */
function operationsWith(impressions: unknown[]): number {
  const page = searchedPage(0);
  page.push({ event: 'searchstax_search', searchstax: { query: 'boots', impressions } });
  return countSteps(template, page).operations;
}

test.each<[form: string, make: (place: number) => unknown, most: number]>([
  ['a plain text', (place) => `/boots/${place}`, 75],
  ['an ID and a title', (place) => ({ id: `/boots/${place}`, title: 'Boot' }), 85],
  ["GA4's names and an index", (place) => ({ item_id: `b${place}`, item_name: 'Boot', index: place }), 95],
  ['an ID that is a number', (place) => ({ id: place + 1, title: 'Boot' }), 115],
  ['more than one ID, and a position', (id) => ({ id: `b${id}`, url: '/', position: id + 1 }), 125],
])('an impression that is %s costs at most so many operations', (_form, make, most) => {
  const [few, many] = [20, 40].map((count) =>
    operationsWith(Array.from({ length: count }, (_, i) => make(i))),
  );
  expect(((many as number) - (few as number)) / 20).toBeLessThanOrEqual(most);
});

test('other firings cost no more than they do', () => {
  const most: Record<string, number> = {
    'a search, of a new visitor': 670,
    'a second search on the page, 20 impressions': 520,
    'a click': 450,
    "a search in GA4's form, 20 items": 3410,
    'a goal': 545,
  };
  for (const { firing, steps } of countFirings(template)) {
    expect({ firing, isWithin: steps.operations <= (most[firing] ?? 0) }).toEqual({ firing, isWithin: true });
  }
});

test('the code does not grow', () => {
  expect(compiledSize(template.code).operations).toBeLessThanOrEqual(2700);
});

test('the estimate of a compiled size is near what was measured', () => {
  const least = readTemplate(readFileSync('trials/bench/least.tpl', 'utf8'));
  const { operations, compiled, compiledGzip } = compiledSize(least.code);
  expect(operations).toBe(45);
  expect(Math.abs(compiled / 677 - 1)).toBeLessThan(0.03);
  expect(Math.abs(compiledGzip / 351 - 1)).toBeLessThan(0.03);
});
