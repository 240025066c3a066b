import { expect, test } from '@jest/globals';
import type { Verdict } from '../../src/sandbox/index.ts';
import { message, visit } from './visit.ts';

const search = message('_search', { query: 'shoes' });
const routes = [
  { event: 'a', action: '_search' },
  { event: 'a', action: '_relatedsearch' },
  { event: 'a', action: 'goal', goal: 'One' },
  { event: 'a', action: 'goal', goal: 'Two' },
];
const mixed = { event: 'a', searchstax: { query: 'shoes' } };

test.each([
  ['load', ['success']],
  ['error', ['success']],
  ['never', []],
] as [Verdict, string[]][])('an event whose request ends with %s: %j', async (verdict, calls) => {
  const { pushed } = visit({}, { answer: () => verdict });
  expect(await pushed(search)).toEqual({ calls });
});

test.each([
  ['load', ['success']],
  ['error', ['failure']],
  ['never', []],
] as [Verdict, string[]][])('a goal whose pixel ends with %s: %j', async (verdict, calls) => {
  const { pushed } = visit({ action: 'goal', goal: 'Chat' }, { answer: () => verdict });
  expect(await pushed({ event: 'a' })).toEqual({ calls });
});

const verdicts: Verdict[] = ['load', 'error', 'never'];
test.each(verdicts.flatMap((event) => verdicts.map((goal) => [event, goal] as const)))(
  'with events that end with %s and goals that end with %s the tag calls back once, or stays pending',
  async (event, goal) => {
    const { pushed } = visit({ routes }, { answer: (url) => (url.includes('/track/') ? event : goal) });
    const run = await pushed(mixed);
    const never = event === 'never' || goal === 'never';
    expect(run).toEqual({ calls: never ? [] : [goal === 'error' ? 'failure' : 'success'] });
  },
);

test('a goal that is not sent because it was counted counts as done', async () => {
  const { pushed } = visit({ routes, goalFrequency: 'page' });
  await pushed(mixed);
  expect(await pushed(mixed)).toEqual({ calls: ['success'] });
});

test('two hundred events at once are two hundred requests and as many successes', async () => {
  const { pushed, runs, page } = visit();
  await pushed(...Array(200).fill(search));
  expect(page.requests).toHaveLength(200);
  expect(runs).toEqual(Array(200).fill({ calls: ['success'] }));
});
