import { expect, test } from '@jest/globals';
import { message, visit } from './visit.ts';

const routes = [
  { event: 'view_search_results', action: '_search' },
  { event: 'select_item', action: '_searchclick' },
];
const boots = [
  { item_id: 'b1', item_name: 'Boot 1', index: 0 },
  { item_id: 'b2', item_name: 'Boot 2', index: 1 },
];
const sofa = { item_id: 'sofa', item_name: 'Sofa', item_list_name: 'Category', index: 0 };

/** What gtag puts into the data layer. */
function gtag(...command: unknown[]): unknown {
  return (function (this: unknown, ..._values: unknown[]) {
    // biome-ignore lint/complexity/noArguments: gtag pushes its arguments themselves
    return arguments;
  })(...command);
}

test('a search and a click given to gtag are sent as those pushed to the data layer', async () => {
  const { pushed, events } = visit({ routes });
  await pushed(
    gtag('event', 'view_search_results', { search_term: 'boots', items: boots }),
    gtag('event', 'select_item', { items: [boots[1]] }),
  );
  expect(events().map(({ properties: { key, session, _vid, ...rest } }) => rest)).toEqual([
    {
      query: 'boots',
      impressions: [
        { cDocId: 'b1', cDocTitle: 'Boot 1', position: 1 },
        { cDocId: 'b2', cDocTitle: 'Boot 2', position: 2 },
      ],
    },
    { query: 'boots', cDocId: 'b2', cDocTitle: 'Boot 2', position: 2 },
  ]);
});

test('what gtag was given at an earlier event is not sent for a later search', async () => {
  const { pushed, events } = visit({ routes });
  await pushed(gtag('event', 'view_search_results', { search_term: 'boots', items: boots }), {
    event: 'view_search_results',
    search_term: 'shoes',
  });
  expect(events()[1]?.properties).toMatchObject({ query: 'shoes' });
  expect(events()[1]?.properties).not.toHaveProperty('impressions');
});

test.each<[string, (term: string) => unknown]>([
  ['given to gtag', (term) => gtag('event', 'view_search_results', { search_term: term, items: boots })],
  [
    'pushed beside something that differs',
    (term) => ({
      event: 'view_search_results',
      search_term: term,
      ecommerce: { search_term: term, items: boots },
    }),
  ],
])('two searches that found the same each have it: %s', async (_how, search) => {
  const { pushed, events } = visit({ routes });
  await pushed(search('boot'), search('boots'));
  expect(events().map(({ properties: { query, impressions } }) => [query, impressions])).toEqual(
    ['boot', 'boots'].map((query) => [
      query,
      [
        { cDocId: 'b1', cDocTitle: 'Boot 1', position: 1 },
        { cDocId: 'b2', cDocTitle: 'Boot 2', position: 2 },
      ],
    ]),
  );
});

test('an ID that is a number is none that only stands in another', async () => {
  const { pushed, events } = visit({ routes });
  const click = (item: unknown) => ({ event: 'select_item', ecommerce: { items: [item] } });
  const shown = { item_id: 345, item_name: 'Boot', index: 0 };
  await pushed(
    { event: 'view_search_results', search_term: 'boots', items: [shown] },
    click({ item_id: 34, item_name: 'Sofa', index: 0 }),
    click(shown),
  );
  expect(events().map(({ event, properties: { cDocId } }) => [event, cDocId])).toEqual([
    ['_search', undefined],
    ['_searchclick', '345'],
  ]);
});

test.each([
  ['of another list', { item_list_name: 'Search results' }, sofa],
  ['not among those shown', {}, { ...sofa, item_list_name: undefined }],
])('a click on an item that is %s is no click on a result', async (_what, list, item) => {
  const { pushed, events, lines } = visit({ routes });
  const run = await pushed(
    {
      event: 'view_search_results',
      search_term: 'boots',
      items: boots.map((boot) => ({ ...boot, ...list })),
    },
    { event: 'select_item', ecommerce: { items: [item] } },
  );
  expect(run).toEqual({ calls: ['failure'] });
  expect(events()).toHaveLength(1);
  expect(lines()[1]).toContain('The item that was clicked is none that the last search showed.');
});

test.each([
  ['of the same list', { item_list_name: 'Search results' }],
  ['that was shown, without a list', {}],
])('a click on an item %s is one on a result', async (_what, list) => {
  const { pushed, events } = visit({ routes });
  const items = boots.map((boot) => ({ ...boot, ...list }));
  await pushed(
    { event: 'view_search_results', search_term: 'boots', items },
    { event: 'select_item', ecommerce: { items: [items[1]] } },
  );
  expect(events()[1]?.properties).toMatchObject({ query: 'boots', cDocId: 'b2' });
});

test("the site's own search, too, tells which items can be clicked, by ID or by title", async () => {
  const impressions = [{ cDocId: '/boots/2', cDocTitle: 'Boot 2', position: 1 }];
  const { pushed, events } = visit({ routes });
  await pushed(
    message('_search', { query: 'boots', impressions }),
    { event: 'select_item', ecommerce: { items: [sofa] } },
    { event: 'select_item', ecommerce: { items: [boots[1]] } },
  );
  expect(events().map(({ event }) => event)).toEqual(['_search', '_searchclick']);
});

test('results that are scrolled to later can be clicked as those before them', async () => {
  const { pushed, events } = visit({ routes });
  const search = (items: unknown[]) => ({ event: 'view_search_results', search_term: 'boots', items });
  await pushed(search(boots.slice(0, 1)), search(boots.slice(1)), {
    event: 'select_item',
    ecommerce: { items: boots.slice(0, 1) },
  });
  expect(events()[2]?.properties).toMatchObject({ cDocId: 'b1' });
});
