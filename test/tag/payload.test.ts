import { expect, test } from '@jest/globals';
import { events } from '../../src/catalogue/events.ts';
import { urlLimit } from '../../src/catalogue/tracking-api.ts';
import { checkEvent } from '../../src/receiver/check.ts';
import { readPayload } from '../../src/receiver/payload.ts';
import { filled, message, session, visit, visitor } from './visit.ts';

const ids = { key: 'the-key', session, _vid: visitor };
const query = (url = '') => url.slice(url.indexOf('?') + 1);

test.each(events)('$name carries what was pushed, and whose it is', async ({ name, example }) => {
  const { pushed, events: sent, page } = visit();
  expect(await pushed(message(name, example))).toEqual({ calls: ['success'] });
  expect(sent()).toEqual([{ event: name, properties: { ...example, ...ids } }]);
  expect(page.requests[0]).toMatch(
    /^https:\/\/analytics-us\.searchstax\.com\/api\/v2\/track\/\?data=[\w%]+$/,
  );
  expect(checkEvent(readPayload(query(page.requests[0])).event)).toBeUndefined();
});

test.each(
  events.flatMap(({ name, example, required }) => required.map((property) => ({ name, example, property }))),
)('$name without $property sends nothing and fails', async ({ name, example, property }) => {
  const { pushed, page, lines } = visit();
  expect(await pushed(message(name, { ...example, [property]: undefined }))).toEqual({ calls: ['failure'] });
  expect(page.requests).toEqual([]);
  expect(lines()).toEqual([
    `searchstax${name} | ${name} not sent. Missing: ${property}. Set it under "Properties" in this tag, ` +
      `or push searchstax.${property} with the event.`,
  ]);
});

test.each([
  'running shoes',
  'café crème',
  '日本語の検索',
  'بحث',
  '👟👩‍👩‍👧',
  '<script>alert("x")</script>&a=b#c',
  'a\nb\t"c"\\d\u0000e',
  '>>>???~~~',
  '\ud83d alone',
])('the query %j arrives as it was', async (text) => {
  const { pushed, properties, page } = visit();
  await pushed(message('_search', { query: text }));
  expect(properties()).toEqual({ query: text });
  expect(readPayload(query(page.requests[0])).reason).toBeUndefined();
});

test('a value of the Properties table wins over the data layer, and that over GA4', async () => {
  const { pushed, properties } = visit({
    language: 'en',
    properties: [
      { property: 'totalHits', value: 1 },
      { property: 'query', value: '' },
      { property: 'pageNo', value: undefined },
      { property: 'shownHits', value: false },
    ],
  });
  await pushed({
    ...message('_search', { query: 'own', totalHits: 2, pageNo: 3, shownHits: 4, language: 'de' }),
    search_term: 'of GA4',
  });
  expect(properties()).toEqual({ query: 'own', totalHits: 1, pageNo: 3, shownHits: 4, language: 'en' });
});

test('what does not belong to an event is not sent with it', async () => {
  const { pushed, events: sent } = visit({ properties: [{ property: 'score', value: 5 }] });
  await pushed(
    message('_search', {
      query: 'shoes',
      score: 3,
      key: 'theirs',
      session: 'x',
      _vid: 'y',
      position: 1,
      pageSize: 9,
    }),
  );
  expect(sent()).toEqual([{ event: '_search', properties: { query: 'shoes', ...ids } }]);
});

test('a later search without total or page does not inherit those of the one before', async () => {
  const { pushed, events: sent } = visit();
  await pushed(
    message('_search', { query: 'a', totalHits: 9, pageNo: 2, impressions: ['1', '2', '3'] }),
    message('_search', { query: 'b' }),
  );
  expect(sent()[1]?.properties).toEqual({ query: 'b', ...ids });
});

test('a search with 3 impressions after one with 10 sends 3', async () => {
  const list = (count: number) => Array.from({ length: count }, (_, i) => ({ cDocId: `${count}-${i}` }));
  const { pushed, events: sent } = visit();
  await pushed(
    message('_search', { query: 'a', impressions: list(10) }),
    message('_search', { query: 'b', impressions: list(3) }),
  );
  expect(sent().map(({ properties }) => (properties.impressions as unknown[]).length)).toEqual([10, 3]);
  expect(sent()[1]?.properties.impressions).toMatchObject([
    { cDocId: '3-0' },
    { cDocId: '3-1' },
    { cDocId: '3-2' },
  ]);
});

test.each([
  ['Latin', 'Running shoe number', 150],
  ['Japanese', 'ランニングシューズ', 90],
])(
  'of 1,000 impressions in %s as many as fit are sent, complete at the front',
  async (_script, title, least) => {
    const impressions = Array.from({ length: 1000 }, (_, i) => ({
      cDocId: `p${i}`,
      cDocTitle: `${title} ${i}`,
      position: i + 1,
    }));
    const { pushed, properties, page } = visit();
    expect(await pushed(message('_search', { query: 'shoes', totalHits: 1000, impressions }))).toEqual({
      calls: ['success'],
    });
    const sent = properties().impressions as Record<string, unknown>[];
    expect(page.requests[0]?.length).toBeLessThanOrEqual(urlLimit);
    expect(page.requests[0]?.length).toBeGreaterThan(urlLimit - 300);
    expect(sent.length).toBeGreaterThan(least);
    // Titles go from the end before any impression does: this list is long enough that none has one.
    expect(sent).toEqual(
      impressions.slice(0, sent.length).map(({ cDocId, position }) => ({ cDocId, position })),
    );
    expect(checkEvent(readPayload(query(page.requests[0])).event)).toBeUndefined();
  },
);

test('titles at the front stay while those at the end make room', async () => {
  const impressions = Array.from({ length: 60 }, (_, i) => ({
    cDocId: `p${i}`,
    cDocTitle: 'Long title '.repeat(15),
    position: i + 1,
  }));
  const { pushed, properties } = visit();
  await pushed(message('_search', { query: 'shoes', impressions }));
  const sent = properties().impressions as Record<string, unknown>[];
  const titled = sent.filter(({ cDocTitle }) => cDocTitle !== undefined).length;
  expect(sent.length).toBe(60);
  expect(titled).toBeGreaterThan(20);
  expect(sent.slice(0, titled)).toEqual(impressions.slice(0, titled));
});

test.each<[order: string, make: (id: string, title: string, position: number) => Record<string, unknown>]>([
  ['identifier, title, position', (cDocId, cDocTitle, position) => ({ cDocId, cDocTitle, position })],
  ['position first', (cDocId, cDocTitle, position) => ({ position, cDocId, cDocTitle })],
  ['title first', (cDocId, cDocTitle, position) => ({ cDocTitle, position, cDocId })],
])('of a long list with %s, titles at the end go, then impressions', async (_order, make) => {
  for (const length of [60, 100, 110, 120, 130, 140, 150]) {
    const impressions = Array.from({ length }, (_, i) =>
      make(`/products/for/runners/in/winter/${i}},{`, `${'Long title '.repeat(8)}},{`, i + 1),
    );
    const { pushed, properties } = visit();
    await pushed(message('_search', { query: 'shoes', impressions: impressions }));
    const sent = properties().impressions as Record<string, unknown>[];
    const titled = sent.findIndex(({ cDocTitle }) => cDocTitle === undefined);
    expect(titled).toBeGreaterThan(length === 60 ? 20 : -1);
    expect(sent.length).toBeGreaterThan(59);
    expect(sent).toEqual(
      impressions
        .slice(0, sent.length)
        .map(({ cDocTitle, ...rest }, order) => (order < titled ? { cDocTitle, ...rest } : rest)),
    );
  }
});

test.each(['a', '答', '👟'])('an answer of many %s is cut between two characters', async (character) => {
  const answer = character.repeat(9000);
  const { pushed, properties, page } = visit();
  const run = await pushed(message('_questionanswer', { question: 'q', answer, is_question: true }));
  expect(run).toEqual({ calls: ['success'] });
  expect(page.requests[0]?.length).toBeGreaterThan(urlLimit - 60);
  expect(page.requests[0]?.length).toBeLessThanOrEqual(urlLimit);
  const sent = properties().answer as string;
  expect(sent).toBe(character.repeat([...sent].length));
});

test('what is optional goes before an event fails', async () => {
  const { pushed, properties } = visit({ model: 'm' });
  await pushed(message('_search', { query: 'q'.repeat(7000), user: 'u'.repeat(3000), totalHits: 4 }));
  expect(properties()).toMatchObject({ query: 'q'.repeat(7000), totalHits: 4, model: 'm' });
  expect(properties()).not.toHaveProperty('user');
});

test('required properties that no URL can hold fail', async () => {
  const { pushed, page, lines } = visit();
  expect(await pushed(message('_search', { query: '靴'.repeat(2500) }))).toEqual({ calls: ['failure'] });
  expect(page.requests).toEqual([]);
  expect(lines()[0]).toContain('too long for a URL');
});

test.each([
  'analytics-eu.searchstax.com',
  'https://analytics-eu.searchstax.com',
  'http://analytics-eu.searchstax.com/',
  '//analytics-eu.searchstax.com',
  ' HTTPS://Analytics-EU.SearchStax.com:443/api/v2/track/?data=x#y ',
])('the analytics host may be pasted as %s', async (analyticsHost) => {
  const { pushed, page } = visit({ analyticsHost });
  await pushed(message('_search', { query: 'q' }));
  expect(page.requests).toHaveLength(1);
  expect(page.requests[0]).toMatch(/^https:\/\/analytics-eu\.searchstax\.com\/api\/v2\/track\/\?data=/);
});

test.each([
  'https://',
  'localhost',
  'host:8443',
  'a.example.com:8443',
  'user@a.example.com',
  'https://user:pw@a.example.com',
  'a.example.com\\@evil.com',
  'javascript:alert(1)',
  'a example.com',
  '',
  undefined,
  null,
  5,
  {},
  ['a.example.com'],
])('the analytics host %j is refused', async (analyticsHost) => {
  const { pushed, page, lines } = visit({ analyticsHost });
  expect(await pushed(message('_search', { query: 'q' }))).toEqual({ calls: ['failure'] });
  expect(page.requests).toEqual([]);
  expect(lines()[0]).toContain(
    `"Analytics host" in this tag must be a host name such as ${filled.analyticsHost}.`,
  );
});
