import { describe, expect, test } from '@jest/globals';
import { partsOf, trimmed } from '../../playground/happened/payload.ts';
import { answerOf, curl, outcomeOf, passes, spoken } from '../../playground/happened/words.ts';
import type { Entry, Sent } from '../../playground/visit/journal.ts';

const payload = { event: '_search', properties: { key: 'k', session: 's', _vid: 'v', totalHits: 0 } };
const sent: Sent = {
  by: 'pixel',
  url: 'https://analytics-us.searchstax.com/api/v2/track/?data=eA%3D%3D',
  payload,
  answers: [{ status: 204, verdict: 'accepted', isImage: false }],
};
const entry: Entry = {
  number: 1,
  time: 0,
  kind: 'event',
  title: 'searchstax_search',
  outcome: 'success',
  console: ['SearchStax + Sitecore | searchstax_search | sent'],
  sent: [sent],
  changes: 0,
};

describe('a payload taken apart', () => {
  test('has the required properties first, those that are missing among them', () => {
    const parts = partsOf(sent).map(({ name, need }) => `${name} ${need}`);
    expect(parts).toEqual([
      'query missing',
      'key required',
      'session required',
      '_vid required',
      'totalHits optional',
    ]);
  });

  test('has nothing that is undefined, as on the wire', () => {
    const search = { event: '_search', properties: { query: undefined, impressions: undefined } };
    const parts = partsOf({ ...sent, payload: search }).map(({ name, need }) => `${name} ${need}`);
    expect(parts).toContain('query missing');
    expect(parts.join()).not.toContain('impressions');
  });

  test('names what the event does not have', () => {
    const odd = { event: '_search', properties: { query: 'x', colour: 'red' } };
    expect(partsOf({ ...sent, payload: odd }).at(-1)).toMatchObject({
      name: 'colour',
      value: 'red',
      need: 'unknown',
    });
  });
});

test('an image taken apart has its address, the goal, and what keeps caches from answering', () => {
  const url = '/-/media/goals/trigger?sc_trk=Chat%20requested&gtm_ts=1';
  expect(partsOf({ url, payload: { goal: 'Chat requested' } })).toMatchObject([
    { name: 'image', value: 'https://www.example.com/-/media/goals/trigger', need: 'required' },
    { name: 'sc_trk', value: 'Chat requested', need: 'required' },
    { name: 'gtm_ts', value: '1' },
  ]);
});

describe('what was not sent', () => {
  const push = (searchstax: unknown) => JSON.stringify({ event: 'searchstax_search', searchstax });
  const event = (properties: Record<string, unknown>) => ({ event: '_search', properties });

  test('is what the push held and the payload does not', () => {
    expect(trimmed(push({ query: 'x', pageNo: 'first' }), event({ query: 'x' }))).toEqual(['pageNo']);
  });

  test('is not the page size, which is never sent', () => {
    expect(trimmed(push({ query: 'x', pageSize: 10 }), event({ query: 'x' }))).toEqual([]);
  });

  test('is impressions that were cut off, and titles', () => {
    const impressions = [1, 2, 3].map((id) => ({ id: `/${id}`, title: `Shoe ${id}` }));
    const kept = [
      { cDocId: '/1', cDocTitle: 'Shoe 1', position: 1 },
      { cDocId: '/2', position: 2 },
    ];
    expect(trimmed(push({ impressions }), event({ impressions: kept }))).toEqual([
      '1 of 3 impressions',
      'the titles of 1 impression',
    ]);
    expect(trimmed(push({ impressions: 'no list' }), event({}))).toEqual([]);
  });

  test('is the end of a text', () => {
    expect(trimmed(push({ query: 'abcdef' }), event({ query: 'abc' }))).toEqual([
      'the end of query: 3 characters',
    ]);
  });

  test.each([undefined, 'no JSON', '{"event": "x"}', '{"searchstax": [1]}'])('is nothing of %s', (pushed) => {
    expect(trimmed(pushed, event({}))).toEqual([]);
  });
});

describe('in words', () => {
  test('an event that waits for consent is held, until it is sent', () => {
    const waiting = { ...entry, waitsFor: 'analytics_storage', sent: [] };
    expect(outcomeOf(waiting)).toEqual({ text: 'Held', mood: 'waiting' });
  });

  test('a request that the companion repeats still waits; one that it gives up has failed', () => {
    const after = (status: number) =>
      answerOf({ ...sent, by: 'companion', answers: [{ status, verdict: 'failed', isImage: false }] }).mood;
    expect([429, 503, 0, 422].map(after)).toEqual(['waiting', 'waiting', 'waiting', 'bad']);
  });

  test('what the companion did not deliver for a reason is not sent, and waits for nothing', () => {
    const taken: Sent = { ...sent, by: 'companion', answers: [], instead: 'The page has sent it already.' };
    expect(answerOf(taken)).toEqual({ text: 'not sent', mood: 'neutral' });
    expect(answerOf({ ...taken, instead: undefined }).mood).toBe('waiting');
  });

  test('an entry is read aloud with its answers', () => {
    expect(spoken(entry)).toBe('searchstax_search: Succeeded. SearchStax _search: 204 accepted');
  });
});

describe('the filter', () => {
  test('finds text in the event, its data, the console and the requests', () => {
    expect(passes(entry, { text: 'TOTALHITS', which: 'all' })).toBe(true);
    expect(passes(entry, { text: 'chat', which: 'all' })).toBe(false);
  });

  test('knows what went wrong from what went well', () => {
    expect(passes(entry, { text: '', which: 'bad' })).toBe(false);
    expect(passes({ ...entry, outcome: 'failure' }, { text: '', which: 'bad' })).toBe(true);
  });
});

test('a request as curl survives the shell', () => {
  expect(curl({ ...sent, url: "https://a.example/?q='$(x)" })).toBe(
    `curl --include 'https://a.example/?q='\\''$(x)'`,
  );
  expect(curl({ ...sent, body: 'data=eA%3D%3D' })).toMatch(
    /^curl --include --data-raw 'data=eA%3D%3D' 'https:/,
  );
});
