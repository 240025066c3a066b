import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import width from 'string-width';
import type { Received } from '../../src/receiver/index.ts';
import type { Played } from '../../start/play.ts';
import { isDelivered, rowsOf, summary } from '../../start/rows.ts';
import { sent } from '../../start/sent.ts';
import { table as layOut } from '../../start/table.ts';

const isTTY = process.stdout.isTTY;
beforeAll(() => {
  process.stdout.isTTY = false;
});
afterAll(() => {
  process.stdout.isTTY = isTTY;
});

const accepted: Received = {
  number: 1,
  time: '2025-01-02T00:00:00.000Z',
  destination: 'SearchStax',
  method: 'GET',
  url: '/api/v2/track/?data=…',
  status: 204,
  verdict: 'accepted',
  event: { event: '_search', properties: { query: '日本 シューズ', totalHits: 0 } },
};
const goal: Received = {
  ...accepted,
  destination: 'Sitecore',
  status: 200,
  verdict: 'counted',
  event: { goal: 'Chat' },
};
const delivered: Played = {
  event: 'searchstax_search',
  outcome: 'success',
  received: [accepted],
  console: [],
};

const table = (played: Played[], columns: number) => layOut(played.flatMap(rowsOf), columns);

describe('a row', () => {
  test('names the event, the destination, what was sent and the answer, in columns', () => {
    const played = [delivered, { ...delivered, event: 'chat_open', received: [goal] }];
    expect(table(played, 130).split('\n').slice(2)).toEqual([
      '✓ searchstax_search  SearchStax   _search  query "日本 シューズ" · 0 results  204 accepted',
      '✓ chat_open          Sitecore     goal "Chat"                                 200 counted',
    ]);
  });

  test('of a refused request says why, and what the tag said', () => {
    const refused: Received = {
      ...accepted,
      status: 422,
      verdict: 'refused',
      reason: 'properties.query is missing',
    };
    const played = { ...delivered, received: [refused], console: ['It went wrong.'] };
    expect(table([played], 130).split('\n').slice(2)).toEqual([
      '✗ searchstax_search  SearchStax   _search  query "日本 シューズ" · 0 results  422 refused',
      '    properties.query is missing',
      '    It went wrong.',
    ]);
  });

  test('is there for an event that sent nothing', () => {
    const silent: Played = {
      event: 'other',
      outcome: 'failure',
      received: [],
      console: ['No row for "other".'],
    };
    expect(table([silent], 130)).toMatch(/✗ other +– +nothing +tag failed\n {4}No row for "other"\.$/);
  });

  test('is there for each of the requests of one event', () => {
    expect(table([{ ...delivered, received: [accepted, goal] }], 130).split('\n')).toHaveLength(4);
  });

  test('of a tag that failed after its requests went well says so', () => {
    expect(table([{ ...delivered, outcome: 'pending' }], 130)).toMatch(
      /✗ .+204 accepted\n {4}tag still running$/,
    );
  });

  test.each(['日本 シューズ', '👟 👨‍👩‍👧', 'cafe\u0301', '운동화'])(
    'with %s in it is as wide as one without',
    (query) => {
      const searched = (text: string) => ({
        ...accepted,
        event: { event: '_search', properties: { query: text } },
      });
      const received = [searched(query), searched('x'.repeat(20))];
      const [first = '', second = ''] = table([{ ...delivered, received }], 130)
        .split('\n')
        .slice(2);
      expect(width(first)).toBe(width(second));
    },
  );

  test('has what was sent below it where the terminal is narrow', () => {
    const long = { ...accepted, event: { event: '_search', properties: { query: '検索'.repeat(50) } } };
    const lines = table([{ ...delivered, received: [long] }], 60).split('\n');
    expect(Math.max(...lines.map((line) => width(line)))).toBeLessThanOrEqual(60);
    expect(lines.slice(2)).toEqual([
      '✓ searchstax_search  SearchStax   204 accepted',
      `    _search  query "${'検索'.repeat(9)}検…`,
    ]);
  });
});

test.each<[string, Partial<Played>]>([
  ['its tag failed', { outcome: 'failure' }],
  ['its tag never said', { outcome: 'pending' }],
  ['nothing arrived', { received: [] }],
  ['one of its requests was refused', { received: [accepted, { ...goal, verdict: 'unknown goal' }] }],
])('an event is not delivered when %s', (_why, changes) => {
  expect(isDelivered(delivered)).toBe(true);
  expect(isDelivered({ ...delivered, ...changes })).toBe(false);
});

test('the summary counts', () => {
  expect(summary([delivered])).toBe('1 event, 1 request: all delivered');
  expect(summary([delivered, { ...delivered, outcome: 'failure' }])).toBe(
    '2 events, 2 requests: 1 event failed',
  );
});

describe('what was sent', () => {
  const say = (event: string, properties: object) => sent({ ...accepted, event: { event, properties } });

  test('is said in the words of each event', () => {
    expect(say('_searchclick', { query: 'boots', cDocTitle: 'Clog', cDocId: 'd', position: 13 })).toBe(
      '_searchclick  query "boots" · position 13 · "Clog"',
    );
    expect(say('_answersourceclick', { question: 'Why?', answer: 'So', href: 'https://a.example/b' })).toBe(
      '_answersourceclick  "Why?" · /b',
    );
    expect(say('_searchSatisfaction', { score: 0 })).toBe('_searchSatisfaction  score 0');
  });

  test('shows impressions by number and positions', () => {
    const impressions = [11, 12, 13].map((position) => ({ cDocId: 'd', position }));
    expect(say('_search', { query: 'q', impressions })).toBe('_search  query "q" · 3 impressions (11–13)');
    expect(say('_search', { query: 'q', impressions: impressions.slice(2) })).toBe(
      '_search  query "q" · 1 impression',
    );
  });

  test('is the URL where nothing could be read from it', () => {
    expect(sent({ ...accepted, event: undefined })).toBe('/api/v2/track/?data=…');
  });
});
