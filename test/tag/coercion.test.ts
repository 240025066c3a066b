import { expect, test } from '@jest/globals';
import { checkEvent } from '../../src/receiver/check.ts';
import { message, visit } from './visit.ts';

const click = { query: 'q', cDocId: 'd', cDocTitle: 't', position: 1 };
const answer = { question: 'q', answer: 'a', is_question: true };

/** What becomes of a value: what is sent, or the words with which it is refused. */
async function sent(
  event: string,
  properties: Record<string, unknown>,
  name: string,
  from: 'data layer' | 'table',
) {
  const { [name]: value, ...others } = properties;
  const inTable = from === 'table';
  const tag = visit(inTable ? { properties: [{ property: name, value }] } : {});
  const run = await tag.pushed(message(event, inTable ? others : properties));
  expect(run.error).toBeUndefined();
  expect(run.calls).toHaveLength(1);
  for (const sentEvent of tag.events()) expect(checkEvent(sentEvent)).toBeUndefined();
  return tag.events()[0]?.properties[name] ?? (run.calls[0] === 'success' ? 'left out' : 'refused');
}

const REFUSED = 'refused';
/** Each odd value, and what it becomes as text, as a whole number from 1, as a number, as yes or no. */
const table: [value: unknown, text: unknown, position: unknown, latency: unknown, isQuestion: unknown][] = [
  ['12', '12', 12, 12, REFUSED],
  [' 12 ', ' 12 ', 12, 12, REFUSED],
  ['12.0', '12.0', 12, 12, REFUSED],
  ['12.5', '12.5', REFUSED, 12.5, REFUSED],
  ['1e3', '1e3', REFUSED, 'left out', REFUSED],
  ['0x10', '0x10', REFUSED, 'left out', REFUSED],
  ['1,000', '1,000', REFUSED, 'left out', REFUSED],
  ['١٢', '١٢', REFUSED, 'left out', REFUSED],
  ['-3', '-3', REFUSED, 'left out', REFUSED],
  ['+3', '+3', REFUSED, 'left out', REFUSED],
  ['NaN', 'NaN', REFUSED, 'left out', REFUSED],
  ['true', 'true', REFUSED, 'left out', true],
  [' FALSE ', ' FALSE ', REFUSED, 'left out', false],
  ['1', '1', 1, 1, true],
  ['0', '0', REFUSED, 0, false],
  ['yes', 'yes', REFUSED, 'left out', REFUSED],
  ['', REFUSED, REFUSED, 'left out', REFUSED],
  ['  ', REFUSED, REFUSED, 'left out', REFUSED],
  [12, '12', 12, 12, REFUSED],
  [0, '0', REFUSED, 0, false],
  [1, '1', 1, 1, true],
  [12.5, '12.5', REFUSED, 12.5, REFUSED],
  [-1, '-1', REFUSED, 'left out', REFUSED],
  [2 ** 53, REFUSED, REFUSED, 'left out', REFUSED],
  [Number.NaN, REFUSED, REFUSED, 'left out', REFUSED],
  [Number.POSITIVE_INFINITY, REFUSED, REFUSED, 'left out', REFUSED],
  [true, REFUSED, REFUSED, 'left out', true],
  [false, REFUSED, REFUSED, 'left out', false],
  [null, REFUSED, REFUSED, 'left out', REFUSED],
  [undefined, REFUSED, REFUSED, 'left out', REFUSED],
  [{}, REFUSED, REFUSED, 'left out', REFUSED],
  [{ toString: 'x' }, REFUSED, REFUSED, 'left out', REFUSED],
  [[], REFUSED, REFUSED, 'left out', REFUSED],
  [['12'], REFUSED, REFUSED, 'left out', REFUSED],
  [[5], REFUSED, REFUSED, 'left out', REFUSED],
  [() => 5, REFUSED, REFUSED, 'left out', REFUSED],
  [new Date(0), REFUSED, REFUSED, 'left out', REFUSED],
  [new Map(), REFUSED, REFUSED, 'left out', REFUSED],
];

for (const from of ['data layer', 'table'] as const) {
  test.each(table)(`from the ${from}: %p`, async (value, text, position, latency, isQuestion) => {
    expect({
      text: await sent('_search', { query: value }, 'query', from),
      position: await sent('_searchclick', { ...click, position: value }, 'position', from),
      latency: await sent('_search', { query: 'q', latency: value }, 'latency', from),
      isQuestion: await sent('_questionanswer', { ...answer, is_question: value }, 'is_question', from),
    }).toEqual({ text, position, latency, isQuestion });
  });
}

test.each([
  [0, 0],
  ['0', 0],
  [10, 10],
  ['10', 10],
  [10.5, REFUSED],
  [-1, REFUSED],
  [11, REFUSED],
])('the score %p becomes %p', async (score, expected) => {
  expect(await sent('_searchSatisfaction', { score }, 'score', 'data layer')).toBe(expected);
});

test('comments end after 2,000 characters, never within one', async () => {
  const comments = `a${'👍'.repeat(1200)}`;
  expect(await sent('_searchSatisfaction', { score: 1, comments }, 'comments', 'data layer')).toBe(
    `a${'👍'.repeat(999)}`,
  );
});

test('a text of many zeros is looked at once', async () => {
  const zeros = '0'.repeat(200_000);
  const { pushed, properties } = visit();
  await pushed(
    message('_search', { query: 'q', totalHits: `${zeros}x`, latency: `${zeros}1.50`, shownHits: zeros }),
  );
  expect(properties()).toEqual({ query: 'q', latency: 1.5, shownHits: 0 });
});
