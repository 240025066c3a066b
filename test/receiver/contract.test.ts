import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { checkEvent, trackContract } from '../../src/receiver/index.ts';
import { payloads, search } from './payloads.ts';

const [, question, related, click, , , satisfaction] = payloads.map(({ example }) => example);

function withProperties(event: typeof search | undefined, changes: { [name: string]: unknown }) {
  return { ...event, properties: { ...event?.properties, ...changes } };
}

test('the contract is JSON Schema that a strict validator takes', () => {
  expect(() => new Ajv({ strict: true, strictTypes: true }).compile(trackContract())).not.toThrow();
});

describe.each(payloads)('$example.event', ({ required, example }) => {
  test('is accepted as documented', () => {
    expect(checkEvent(example)).toBeUndefined();
  });

  test('is accepted with nothing but what is required', () => {
    const properties = Object.fromEntries(required.map((name) => [name, example.properties[name]]));
    expect(checkEvent({ event: example.event, properties })).toBeUndefined();
  });

  test.each(required)('is refused without %s', (name) => {
    const { [name]: _, ...properties } = example.properties;
    expect(checkEvent({ event: example.event, properties })).toBe(`properties.${name} is missing`);
  });

  test('is refused with a property that belongs to no event', () => {
    expect(checkEvent(withProperties(example, { pageSize: 10 }))).toBe(
      'properties.pageSize is not known here',
    );
  });
});

test('every event may carry language, model, user, page and time', () => {
  const common = {
    language: 'pt_BR',
    model: 'M',
    user: 'u1',
    pageUrl: 'https://shop.example/',
    tt: 1700000000000,
  };
  for (const { example } of payloads) expect(checkEvent(withProperties(example, common))).toBeUndefined();
});

test('zero results are a search like any other', () => {
  expect(checkEvent(withProperties(search, { totalHits: 0, impressions: undefined }))).toBeUndefined();
});

test.each([
  ['a number as text', click, { position: '13' }, 'properties.position must be a whole number, not "13"'],
  ['a broken number', click, { position: 1.5 }, 'properties.position must be a whole number, not 1.5'],
  ['a position counted from 0', click, { position: 0 }, 'properties.position must be 1 or more, not 0'],
  [
    'a boolean as text',
    question,
    { is_question: 'true' },
    'properties.is_question must be true or false, not "true"',
  ],
  ['a score over 10', satisfaction, { score: 11 }, 'properties.score must be 10 or less, not 11'],
  ['a score under 0', satisfaction, { score: -1 }, 'properties.score must be 0 or more, not -1'],
  ['an empty query', search, { query: '' }, 'properties.query is empty'],
  ['a blank query', search, { query: ' \n' }, 'properties.query is empty'],
  ['an empty key', search, { key: '' }, 'properties.key is empty'],
  ['null', search, { query: null }, 'properties.query must be a text, not null'],
  [
    'a comment over 2,000 characters',
    satisfaction,
    { comments: 'x'.repeat(2001) },
    'properties.comments is longer than 2000 characters',
  ],
  ["another event's property", related, { cDocId: 'd' }, 'properties.cDocId is not known here'],
  [
    'impressions that are no list',
    search,
    { impressions: '[]' },
    'properties.impressions must be a list, not "[]"',
  ],
  [
    'impressions of a search without results',
    search,
    { totalHits: 0 },
    'properties.impressions must not come with totalHits 0',
  ],
  [
    'an impression without its document',
    search,
    {
      impressions: [
        { cDocId: 'a', position: 1 },
        { cDocTitle: 'b', position: 2 },
      ],
    },
    'properties.impressions[1].cDocId is missing',
  ],
  [
    'an impression without a position',
    related,
    { impressions: [{ relatedSearch: 'a' }] },
    'properties.impressions[0].position is missing',
  ],
  [
    'an impression of the other kind',
    related,
    { impressions: [{ relatedSearch: 'a', position: 1, cDocTitle: 'b' }] },
    'properties.impressions[0].cDocTitle is not known here',
  ],
])('%s is refused by name', (_what, event, changes, reason) => {
  expect(checkEvent(withProperties(event, changes))).toBe(reason);
});

test('event names are exact', () => {
  expect(checkEvent({ ...related, event: '_related_search' })).toBe(
    'event must be one of _search, _questionanswer, _relatedsearch, _searchclick, _answersourceclick, ' +
      '_relatedsearchclick, _searchSatisfaction, not "_related_search"',
  );
  expect(checkEvent({ ...satisfaction, event: '_searchsatisfaction' })).toMatch(/^event must be one of/);
});

test('an event without its two members is refused', () => {
  expect(checkEvent({ properties: search.properties })).toBe('event is missing');
  expect(checkEvent({ event: '_search' })).toBe('properties is missing');
  expect(checkEvent({ ...search, key: 'k' })).toBe('key is not known here');
  expect(checkEvent({ event: '_search', properties: [] })).toBe('properties must be an object, not []');
});

test('only the tracking keys that exist are accepted, where they are known', () => {
  expect(checkEvent(search, ['tk-7d1f'])).toBeUndefined();
  expect(checkEvent(search, ['another'])).toBe('properties.key is no tracking key that is known here');
});
