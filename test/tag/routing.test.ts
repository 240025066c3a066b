import { expect, test } from '@jest/globals';
import { message, visit } from './visit.ts';

const shoes = { query: 'shoes' };

test('what an event is named for comes first, then the rows of the table in their order', async () => {
  const { pushed, page } = visit({
    routes: [
      { event: 'searchstax_search', action: 'goal', goal: 'A' },
      { event: 'searchstax_search', action: '_relatedsearch' },
      { event: 'searchstax_search', action: 'goal', goal: 'B' },
    ],
  });
  expect(await pushed(message('_search', shoes))).toEqual({ calls: ['success'] });
  expect(page.requests.map((url) => /sc_trk=(\w)/.exec(url)?.[1] ?? 'event')).toEqual([
    'event',
    'event',
    'A',
    'B',
  ]);
});

test('the names of events are exact', async () => {
  const { pushed, page, runs } = visit();
  await pushed(
    message('_Search', shoes),
    message('_searchsatisfaction', { score: 1 }),
    message('_related_search', shoes),
    message('search', shoes),
    message('', shoes),
  );
  expect(runs).toEqual(Array(5).fill({ calls: ['failure'] }));
  expect(page.requests).toEqual([]);
});

test.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'length'])(
  'an event called %s is an event like any other',
  async (event) => {
    const unmatched = visit();
    expect(await unmatched.pushed({ event })).toEqual({ calls: ['failure'] });
    expect(unmatched.page.requests).toEqual([]);

    const { pushed, events } = visit({ routes: [{ event, action: '_search' }] });
    expect(await pushed({ event, searchstax: shoes })).toEqual({ calls: ['success'] });
    expect(events()).toHaveLength(1);
  },
);

test.each([
  ['text', 'text'],
  ['a number', 5],
  ['null', null],
  ['rows that are none', [null, 5, 'row', [], {}, undefined]],
  ['an empty table', []],
  ['an object', { event: 'a', action: 'goal' }],
])('a Routes table that is %s matches nothing', async (_what, routes) => {
  const { pushed } = visit({ routes });
  expect(await pushed({ event: 'a' })).toEqual({ calls: ['failure'] });
});

test.each([undefined, null, '', 5, true, {}, [], 'route', '_Search', '__proto__', 'constructor'])(
  'a row that sends %j fails and says so',
  async (action) => {
    const { pushed, page, lines } = visit({ routes: [{ event: 'a', action }] });
    expect(await pushed({ event: 'a' })).toEqual({ calls: ['failure'] });
    expect(page.requests).toEqual([]);
    expect(lines()[0]).toContain('SearchStax has no such event');
  },
);

test('one row that fails makes the tag fail, and keeps no other from being sent', async () => {
  const { pushed, events, goals } = visit({
    routes: [
      { event: 'a', action: 'goal', goal: 'x,y' },
      { event: 'a', action: '_search' },
      { event: 'a', action: 'goal', goal: 'z' },
    ],
  });
  expect(await pushed({ event: 'a', searchstax: shoes })).toEqual({ calls: ['failure'] });
  expect([events().length, goals().length]).toEqual([1, 1]);
});

test('a chosen event is sent whatever fired the tag', async () => {
  const { pushed, events } = visit({
    action: '_search',
    routes: [{ event: 'a', action: 'goal', goal: 'x' }],
  });
  expect(await pushed({ event: 'a', searchstax: shoes })).toEqual({ calls: ['success'] });
  expect(events()).toMatchObject([{ event: '_search' }]);
});
