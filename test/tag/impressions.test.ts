import { expect, test } from '@jest/globals';
import { message, visit } from './visit.ts';

async function sentImpressions(properties: Record<string, unknown>, event = '_search'): Promise<unknown> {
  const { pushed, properties: sent } = visit();
  await pushed(message(event, { query: 'q', ...properties }));
  return sent().impressions;
}

test('an item may carry the usual names, and the first that holds a value counts', async () => {
  expect(
    await sentImpressions({
      impressions: [
        { cDocId: 'a', id: 'x', cDocTitle: 'A', title: 'X' },
        { cDocId: '', id: 2, title: 'B' },
        { url: '/c', name: 'C', score: 0.5 },
        { item_id: 'd', item_name: 'D' },
        'e',
        6,
      ],
    }),
  ).toEqual([
    { cDocId: 'a', cDocTitle: 'A', position: 1 },
    { cDocId: '2', cDocTitle: 'B', position: 2 },
    { cDocId: '/c', cDocTitle: 'C', position: 3 },
    { cDocId: 'd', cDocTitle: 'D', position: 4 },
    { cDocId: 'e', position: 5 },
    { cDocId: '6', position: 6 },
  ]);
});

test('items in the form of the wire are sent as they are, whatever comes first in them', async () => {
  const impressions = [
    { position: 1, cDocId: 'a', cDocTitle: 'A' },
    { cDocTitle: 'B', position: 2, cDocId: 'b' },
    { cDocId: 'c', position: 3, cDocTitle: ' "C"},{' },
    { position: 4, cDocId: 'd' },
    { cDocId: 'e', position: 5 },
  ];
  expect(await sentImpressions({ impressions })).toEqual(impressions);
});

test.each([
  ['no position', [{ cDocTitle: 'A', cDocId: 'a' }], [{ cDocId: 'a', cDocTitle: 'A', position: 1 }]],
  [
    'no identifier',
    [
      { position: 1, cDocTitle: 'A' },
      { position: 2, cDocId: 'b' },
    ],
    [{ cDocId: 'b', position: 2 }],
  ],
  ['a blank title', [{ position: 7, cDocTitle: ' ', cDocId: 'a' }], [{ cDocId: 'a', position: 7 }]],
  ['a position that is text', [{ position: '7', cDocId: 'a' }], [{ cDocId: 'a', position: 7 }]],
  ['something else', [{ position: 7, cDocId: 'a', relatedSearch: 'A' }], [{ cDocId: 'a', position: 7 }]],
])('an item with %s is put right whatever comes first in it', async (_what, impressions, expected) => {
  expect(await sentImpressions({ impressions })).toEqual(expected);
});

test('an item without an identifier is left out, and the places of the others stay', async () => {
  expect(
    await sentImpressions({
      impressions: [null, { id: 'a' }, {}, [], { title: 'b' }, true, { id: {} }, { id: 'c' }],
    }),
  ).toEqual([
    { cDocId: 'a', position: 2 },
    { cDocId: 'c', position: 8 },
  ]);
});

test.each([
  ['a JSON text', '[{"id":"a"}]', [{ cDocId: 'a', position: 1 }]],
  ['broken JSON', '[{"id":"a"}', undefined],
  ['a JSON text that is no list', '{"id":"a"}', undefined],
  ['an empty list', [], undefined],
  ['an object', { 0: { id: 'a' } }, undefined],
  ['a number', 3, undefined],
  ['null', null, undefined],
])('impressions that are %s', async (_what, impressions, expected) => {
  expect(await sentImpressions({ impressions })).toEqual(expected);
});

test.each([
  ['their own positions, as they are', {}, [{ position: 11 }, { position: '12' }], [11, 12]],
  ['their order', {}, [{}, {}], [1, 2]],
  ['page number and page size', { pageNo: 2, pageSize: 10 }, [{}, {}], [11, 12]],
  ['both as text', { pageNo: '3', pageSize: ' 20 ' }, [{}, {}], [41, 42]],
  ['page number and results shown', { pageNo: 2, shownHits: 10 }, [{}, {}], [11, 12]],
  ['page number and length of the list', { pageNo: 2 }, [{}, {}], [3, 4]],
  ['an index from 0', { pageNo: 2, pageSize: 10 }, [{ index: 0 }, { index: 1 }], [11, 12]],
  ['an index from 1', { pageNo: 2, pageSize: 10 }, [{ index: 1 }, { index: 2 }], [11, 12]],
  ['an index over all pages', { pageNo: 2, pageSize: 10 }, [{ index: 10 }, { index: 11 }], [11, 12]],
  ['a page that is none', { pageNo: 'x', pageSize: 10 }, [{}, {}], [1, 2]],
  ['the length of the list where the page size is none', { pageNo: 2, pageSize: 'x' }, [{}, {}], [3, 4]],
])('positions come from %s', async (_what, page, items, expected) => {
  const impressions = items.map((item, i) => ({ id: `d${i}`, ...item }));
  const sent = (await sentImpressions({ ...page, impressions })) as { position: number }[];
  expect(sent.map(({ position }) => position)).toEqual(expected);
});

test('the related searches that were shown may be plain texts', async () => {
  expect(
    await sentImpressions(
      { impressions: ['靴', { relatedSearch: 'b' }, { title: 'c', position: 9 }] },
      '_relatedsearch',
    ),
  ).toEqual([
    { relatedSearch: '靴', position: 1 },
    { relatedSearch: 'b', position: 2 },
    { relatedSearch: 'c', position: 9 },
  ]);
});

test.each(['_search', '_relatedsearch'])('%s without results shows nothing', async (event) => {
  expect(await sentImpressions({ totalHits: '0', impressions: ['a'] }, event)).toBeUndefined();
});

test('a GA4 list of products becomes the impressions of a GA4 search', async () => {
  const { pushed, properties } = visit({ routes: [{ event: 'view_search_results', action: '_search' }] });
  await pushed({
    event: 'view_search_results',
    search_term: 'shoes',
    ecommerce: {
      items: [
        { item_id: 'a', item_name: 'A', index: 0 },
        { item_id: 'b', index: 1 },
      ],
    },
  });
  expect(properties()).toEqual({
    query: 'shoes',
    impressions: [
      { cDocId: 'a', cDocTitle: 'A', position: 1 },
      { cDocId: 'b', position: 2 },
    ],
  });
});

test('a GA4 click carries the item that was clicked, at the place that its list gave it', async () => {
  const routes = [
    { event: 'view_search_results', action: '_search' },
    { event: 'select_item', action: '_searchclick' },
  ];
  const list = [
    { item_id: 'a', item_name: 'A', index: 1 },
    { item_id: 'b', item_name: 'B', index: 2 },
  ];
  const { pushed, events } = visit({ routes });
  await pushed(
    { event: 'view_search_results', search_term: 'shoes', ecommerce: { items: list } },
    { event: 'select_item', ecommerce: { items: [list[1]] } },
  );
  expect(events()[1]?.properties).toMatchObject({ query: 'shoes', cDocId: 'b', cDocTitle: 'B', position: 2 });
});
