import { expect, test } from '@jest/globals';
import { events, everyEvent, identification } from '../../src/catalogue/events.ts';
import { eventRules, propertyRules } from '../../src/catalogue/for-tag.ts';
import { properties } from '../../src/catalogue/properties.ts';

test('the wire names and required properties are those of the Tracking API', () => {
  expect(Object.fromEntries(events.map(({ name, required }) => [name, required]))).toEqual({
    _search: ['query'],
    _questionanswer: ['question', 'answer', 'is_question'],
    _relatedsearch: ['query'],
    _searchclick: ['query', 'cDocId', 'cDocTitle', 'position'],
    _answersourceclick: ['href', 'question', 'answer'],
    _relatedsearchclick: ['query', 'relatedSearch', 'position'],
    _searchSatisfaction: ['score'],
  });
  expect(identification).toEqual(['key', 'session', '_vid']);
});

test.each(events)('every property of $name is described, and its example holds nothing else', (event) => {
  const carried = [...event.required, ...event.optional, ...everyEvent];
  const described = properties.map(({ name }) => name);
  expect(described).toEqual(expect.arrayContaining(carried));
  expect(carried).toEqual(expect.arrayContaining(Object.keys(event.example)));
  expect(Object.keys(event.example)).toEqual(expect.arrayContaining(event.required));
  expect(new Set(carried).size).toBe(carried.length);
});

test('no property is described twice, and none belongs to no event', () => {
  const carried = new Set([
    ...events.flatMap(({ required, optional }) => [...required, ...optional]),
    ...everyEvent,
  ]);
  expect(properties.map(({ name }) => name).sort()).toEqual([...carried].sort());
});

test('the tag carries names, types and limits, and no words', () => {
  expect(eventRules.map(({ name }) => name)).toEqual(events.map(({ name }) => name));
  const words = new Set(
    [...eventRules, ...Object.values(propertyRules)].flatMap((rule) => Object.keys(rule)),
  );
  for (const word of ['title', 'help', 'when', 'example']) expect(words).not.toContain(word);
});
