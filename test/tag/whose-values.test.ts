import { expect, test } from '@jest/globals';
import { message, visit } from './visit.ts';

// The data layer keeps what was pushed: which of it belongs to this event?

const routes = [
  { event: 'view_search_results', action: '_search' },
  { event: 'select_item', action: '_searchclick' },
];
const items = [
  { item_id: 'a', item_name: 'A' },
  { item_id: 'b', item_name: 'B' },
];

test('totals of an older search are not sent with a search that GA4 announces', async () => {
  const { pushed, events } = visit({ routes });
  await pushed(message('_search', { query: 'old', totalHits: 9 }), {
    event: 'view_search_results',
    search_term: 'new',
    items,
  });
  expect(events()[1]?.properties).toMatchObject({ query: 'new' });
  expect(events()[1]?.properties).not.toHaveProperty('totalHits');
});

test('the click that GA4 announces belongs to the search on the page', async () => {
  const { pushed, events } = visit({ routes });
  const run = await pushed(message('_search', { query: 'shoes', pageNo: 2, pageSize: 10 }), {
    event: 'select_item',
    ecommerce: { items: [{ ...items[0], index: 2 }] },
  });
  expect(run).toEqual({ calls: ['success'] });
  expect(events()[1]?.properties).toMatchObject({ query: 'shoes', cDocId: 'a', position: 13 });
});

test('a searchstax object pushed again as it was, beside new GA4 parameters, is this event’s', async () => {
  const { pushed, events } = visit({ routes });
  const searchstax = { pageNo: 2, pageSize: 10 };
  await pushed(
    { event: 'view_search_results', search_term: 'shoes', items, searchstax },
    {
      event: 'view_search_results',
      search_term: 'boots',
      items: items.slice(1),
      searchstax: { ...searchstax },
    },
  );
  expect(events()[1]?.properties).toMatchObject({
    query: 'boots',
    pageNo: 2,
    impressions: [{ cDocId: 'b', position: 11 }],
  });
});

test('a GA4 search without items does not send those of the search before', async () => {
  const { pushed, events } = visit({ routes });
  await pushed(
    { event: 'view_search_results', search_term: 'shoes', ecommerce: { items } },
    { event: 'view_search_results', search_term: 'boots' },
  );
  expect(events()[1]?.properties).toMatchObject({ query: 'boots' });
  expect(events()[1]?.properties).not.toHaveProperty('impressions');
});

test('products that GA4 showed elsewhere are not the results of the site’s own search event', async () => {
  const { pushed, properties } = visit();
  await pushed({ ecommerce: { items } }, message('_search', { query: 'shoes', totalHits: 5 }));
  expect(properties()).toEqual({ query: 'shoes', totalHits: 5 });
});

test('the item of a GA4 click is found although an older list lies beside it', async () => {
  const { pushed, events } = visit({ routes });
  await pushed(
    { event: 'view_search_results', search_term: 'shoes', items },
    { event: 'select_item', ecommerce: { items: [{ ...items[1], index: 1 }] } },
  );
  expect(events()[1]?.properties).toMatchObject({ query: 'shoes', cDocId: 'b', position: 2 });
});

test('positions that count from 0 do not give two results the same place', async () => {
  const { pushed, properties } = visit();
  const impressions = ['a', 'b', 'c'].map((id, position) => ({ id, position }));
  await pushed(message('_search', { query: 'shoes', impressions }));
  const sent = properties().impressions as { position: number }[];
  expect(sent.map(({ position }) => position)).toEqual([1, 2, 3]);
});
