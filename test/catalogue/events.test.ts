import { expect, test } from '@jest/globals';
import { events, everyEvent, identification } from '../../src/catalogue/events.ts';
import * as forTag from '../../src/catalogue/for-tag.ts';
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
  expect(Object.keys(forTag.eventProperties)).toEqual(events.map(({ name }) => name));
  const carried = JSON.stringify(forTag);
  for (const { title, help } of properties) {
    expect(carried).not.toContain(help);
    expect(carried).not.toContain(`"${title}"`);
  }
});

/** The pattern of an event's values, put together as the tag does. */
function plainPattern(name: string, required: string[]): RegExp {
  const [count, texts, needed, others] = (forTag.eventProperties[name] as string).split(' ');
  expect(`${texts}${needed}`.split('|')).toEqual(required);
  expect(Number(count)).toBe(required.length);
  const { plainStart, plainCount, plainTexts, plainOthers, plainEnd } = forTag;
  return new RegExp(
    `${plainStart}${texts}${needed}${plainCount}${count}${plainTexts}${texts}${plainOthers}${needed}${others}${plainEnd}`,
  );
}

test.each(events)(
  "the pattern of $name takes its own example, and no other event's",
  ({ name, example, required }) => {
    const { impressions, ...plain } = example;
    const pattern = plainPattern(name, required);
    const accepts = (values: unknown) => pattern.test(JSON.stringify(values));
    // Answers that are yes or no, and numbers with a largest, are always looked at.
    expect(accepts(plain)).toBe(!('is_question' in plain || 'score' in plain));
    expect(accepts({ ...plain, language: 'de', unknown: 1 })).toBe(false);
    expect(accepts({ ...plain, language: ' ' })).toBe(false);
    expect(accepts({ ...plain, query: 5 })).toBe(false);
    expect(accepts({ ...plain, tt: '5' })).toBe(false);
    expect(accepts({ ...plain, pageNo: 0 })).toBe(false);
    expect(accepts({ ...plain, user: 'a\u2028b', position: 0 })).toBe(false);
    for (const property of required) {
      expect(accepts({ ...plain, [property]: undefined })).toBe(false);
      expect(accepts({ ...plain, [property]: null })).toBe(false);
    }
  },
);
