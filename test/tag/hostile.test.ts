import { expect, test } from '@jest/globals';
import { JSDOM } from 'jsdom';
import { events } from '../../src/catalogue/events.ts';
import { properties } from '../../src/catalogue/properties.ts';
import { checkEvent } from '../../src/receiver/check.ts';
import { message, type Visit, visit } from './visit.ts';

const { document } = new JSDOM('<div id="x"></div>').window;
const cyclic: Record<string, unknown> = { query: 'q' };
cyclic.self = cyclic;
const cyclicList: unknown[] = [{ cDocId: 'a', cDocTitle: 'A', position: 1 }];
cyclicList.push(cyclicList);
const nested = JSON.parse('['.repeat(300) + ']'.repeat(300)) as unknown;
const keyed = { constructor: 'c', toString: 1, length: 3, valueOf: null };

const hostile: [string, unknown][] = [
  ['undefined', undefined],
  ['null', null],
  ['NaN', Number.NaN],
  ['infinity', Number.NEGATIVE_INFINITY],
  ['false', false],
  ['an empty list', []],
  ['a list of nothing', [null, undefined, Number.NaN, [], {}]],
  ['a list with holes', Array(5)],
  ['a nested list', nested],
  ['odd keys', keyed],
  ['a function', () => ({ query: 'q' })],
  ['a DOM node', document.body],
  ['a list of DOM nodes', [document.body]],
  ['a date', new Date()],
  ['a lone surrogate', '\udc00\ud800'],
  ['a huge text', 'あ'.repeat(5000)],
  ['a huge list', Array(1000).fill({ id: 'x'.repeat(100), title: 'y'.repeat(100) })],
  ['a JSON text of odd keys', '[{"__proto__": {"id": 1}, "id": "a"}]'],
  ['__proto__', '__proto__'],
  ['hasOwnProperty', 'hasOwnProperty'],
];

// The data layer's own merging never ends with a cyclic object, so that only a variable can bring one.
const inFields: [string, unknown][] = [
  ...hostile,
  ['a cyclic object', cyclic],
  ['a list that holds itself', cyclicList],
];

/** What holds for every input. */
function expectSound({ runs, events: sent, page }: Visit): void {
  expect(runs.length).toBeGreaterThan(0);
  for (const run of runs) {
    expect(run.error).toBeUndefined();
    expect(run.calls).toHaveLength(1);
  }
  for (const event of sent()) expect(checkEvent(event)).toBeUndefined();
  for (const url of page.requests) {
    expect(['analytics-us.searchstax.com', 'www.example.com']).toContain(new URL(url).hostname);
    expect(url.length).toBeLessThanOrEqual(10240);
  }
}

const everything = properties.map(({ name }) => name);
const odd = ['pageSize', 'index', 'key', 'constructor', 'toString'];

test.each(hostile)(
  '%s in any property of any event',
  async (_what, value) => {
    for (const { name, example, required, optional } of events) {
      const tag = visit({}, { cookies: '' });
      for (const property of [...required, ...optional, ...odd]) {
        tag.push(message(name, { ...example, [property]: value }));
      }
      await tag.page.settled();
      expectSound(tag);
    }
  },
  20_000,
);

test.each(inFields)('%s in any row of the table', async (_what, value) => {
  const tag = visit({ action: '_search', properties: everything.map((property) => ({ property, value })) });
  await tag.pushed(message('_search', events[0]?.example));
  expectSound(tag);
});

test.each(hostile)('%s as the whole of what is pushed', async (_what, value) => {
  const tag = visit({
    routes: [
      { event: 'a', action: '_search' },
      { event: 'a', action: '_searchclick' },
    ],
  });
  for (const key of ['searchstax', 'search_term', 'items', 'ecommerce']) {
    await tag.pushed({ event: 'a', [key]: value }, { event: 'searchstax_search', [key]: value });
  }
  await tag.pushed({ event: 'a', ecommerce: { items: value }, search_term: value });
  expectSound(tag);
});

const fields = [
  'action',
  'routes',
  'trackingKey',
  'language',
  'model',
  'properties',
  'goal',
  'queryKey',
  'pixelUrl',
  'analyticsHost',
  'goalFrequency',
  'session',
  'visitor',
  'consent',
];

test.each(inFields)('%s in any field', async (_what, value) => {
  const routes = [
    { event: 'a', action: '_search' },
    { event: 'a', action: 'goal', goal: 'Chat' },
  ];
  for (const field of fields) {
    const tag = visit({ routes, [field]: value }, { cookies: '' });
    await tag.pushed({ event: 'a', searchstax: { query: 'q' } });
    expectSound(tag);
  }
  const rows = visit({
    routes: [
      { event: 'a', action: value, goal: value },
      { event: value, action: 'goal' },
    ],
  });
  await rows.pushed({ event: 'a' });
  expectSound(rows);
});

test.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'length'])(
  'a property called %s stays out of what is sent',
  async (property) => {
    const { pushed, properties: sent } = visit({ properties: [{ property, value: 'x' }] });
    await pushed(message('_search', { query: 'q' }));
    expect(sent()).toEqual({ query: 'q' });
  },
);

test('everything missing fails, and says each thing that is', async () => {
  const nothing = Object.fromEntries(fields.map((field) => [field, undefined]));
  const { pushed, page } = visit(nothing, { cookies: '' });
  expect(await pushed({ event: 'searchstax_searchclick' })).toEqual({ calls: ['failure'] });
  expect(page.console[0]?.[0]).toMatch(
    /Missing: query, cDocId, cDocTitle, position\..*"Analytics host".*"Tracking key"/,
  );
});

test.each(['%', '%zz', 'a%e0', '%E0%A4%A'])(
  'cookies that hold %s keep nothing from being sent',
  async (value) => {
    const names = ['searchstax_session_id', 'searchcookie', 'ms_visitorid', 'searchstax_sitecore_goals'];
    const tag = visit(
      {
        routes: [
          { event: 'a', action: '_search' },
          { event: 'a', action: 'goal', goal: 'Chat' },
        ],
        goalFrequency: 'session',
      },
      {
        cookies: names.map((name) => `${name}=${value}`).join('; '),
        url: `https://www.example.com/?sc_mode=${value}`,
      },
    );
    expect(await tag.pushed({ event: 'a', searchstax: { query: 'q' } })).toEqual({ calls: ['success'] });
    expect([tag.events().length, tag.goals().length]).toEqual([1, 1]);
    expectSound(tag);
  },
);
