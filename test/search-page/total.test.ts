import { expect, test } from '@jest/globals';
import { countIn } from '../../src/search-page/total.ts';

/** The total, or undefined where the text does not say it. */
const totalOf = (text: string, query = 'boots') => {
  const [total = -1] = countIn(text, query);
  return total >= 0 ? total : undefined;
};

test.each([
  ['42 results', 42],
  ['Results 1–10 of 1,234', 1234],
  ['1.234 Treffer', 1234],
  ['1 234 résultats', 1234],
  ['1 234 résultats', 1234],
  ['1 234 567 résultats', 1234567],
  ["1'234 risultati", 1234],
  ['12’345’678 Ergebnisse', 12345678],
  ['共 42 条', 42],
  ['Showing |1 - 10| of |42| results for "|boots|"', 42],
  ['About 42 results (0.35 seconds)', 42],
  ['0 results', 0],
  ['Page 2|100 results', 100],
  ['12 results, 4.5 stars', 12],
  ['No results', undefined],
  ['1.5k results', undefined],
  ['15k results', undefined],
  ['1,000+ results', undefined],
  ['1–10 of 1,000+ results', undefined],
  ['Page 1 of 5 (42 results)', 42],
  ['0.350 seconds', undefined],
  ['95% match', undefined],
])('%s', (text, total) => {
  expect(totalOf(text)).toBe(total);
});

test.each([
  ['3 results for "boots 2024"', 'boots 2024', 3],
  ['3 results for “boots 2024”', 'boots 2024', 3],
  ['3 Treffer für „boots 2024“', 'boots 2024', 3],
  ['3 results for boots 2024', 'boots 2024', 3],
  ['15 results for iphone 15', 'iphone 15', 15],
  ['15 results for "15"', '15', 15],
  ['42 results for 4', '4', 42],
])('%s, searched for %s', (text, query, total) => {
  expect(totalOf(text, query)).toBe(total);
});

test.each([
  ['Results 11–20 of 1,234', 11, 20],
  ['11 to 20 of 42', 11, 20],
  ['11 bis 20 von 42', 11, 20],
  ['11 à 20 sur 42', 11, 20],
  ['|1,001| - |1,010| of |1,234|', 1001, 1010],
  ['第 11～20 条，共 42 条', 11, 20],
  ['11–20 of 1,000+', 11, 20],
])('%s: %i to %i', (text, from, to) => {
  expect(countIn(text, 'boots').slice(1, 3)).toEqual([from, to]);
});

test.each(['Page 2 of 6', 'Seite 2 von 6', '2 / 6', 'Page 1 of 5 (42 results)', '|Page 1 of 5||42 results|'])(
  '%s is no range',
  (text) => {
    expect(countIn(text, 'boots').slice(1)).toEqual([]);
  },
);
