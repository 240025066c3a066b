import { expect, test } from '@jest/globals';
import { relatedClick, resultClick, searchShop, shownMessages } from '../../playground/site/shop.ts';

const names = (messages: object[]) => messages.map((message) => (message as { event: string }).event);

test('a page of results is pushed with what belongs to it', () => {
  expect(names(shownMessages(searchShop('shoes', 1)))).toEqual([
    'searchstax_search',
    'searchstax_relatedsearch',
  ]);
  expect(names(shownMessages(searchShop('Can I return shoes?', 1)))).toContain('searchstax_questionanswer');
  expect(names(shownMessages(searchShop('shoes', 2)))).toEqual(['searchstax_search']);
});

test('a search without results is pushed with its zero', () => {
  expect(shownMessages(searchShop('umbrella', 1))).toMatchObject([
    { searchstax: { query: 'umbrella', totalHits: 0, shownHits: 0, impressions: [] } },
  ]);
});

test('the last page has what is left, and counts on from the pages before it', () => {
  const found = searchShop('shoes', 3);
  expect(found).toMatchObject({ page: 3, pages: 3, before: 20 });
  expect(found.shown).toHaveLength(found.total - 20);
  expect(resultClick(found, 0)).toMatchObject({
    event: 'searchstax_searchclick',
    searchstax: { query: 'shoes', position: 21, pageNo: 3, cDocTitle: found.shown[0]?.title },
  });
});

test('a related search is pushed with its place', () => {
  expect(relatedClick(searchShop('shoes', 1), 1)).toMatchObject({
    searchstax: { query: 'shoes', relatedSearch: 'winter shoes', position: 2 },
  });
});
