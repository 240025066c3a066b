import { expect, test } from '@jest/globals';
import { message, visit } from './visit.ts';

const search = message('_search', { query: 'shoes', totalHits: 'many', impressions: [{ id: 'a' }] });

test('outside preview nothing is logged', async () => {
  const sent = visit({}, { preview: false });
  expect(await sent.pushed(search)).toEqual({ calls: ['success'] });
  expect(await sent.pushed({ event: 'unmatched' })).toEqual({ calls: ['failure'] });
  expect(sent.page.console).toEqual([]);
});

const line = async (push: unknown, fields: Record<string, unknown> = {}, options = {}) => {
  const { pushed, page } = visit(fields, options);
  await pushed(push);
  expect(page.console).toHaveLength(1);
  return page.console[0];
};

test('what was sent, where, and what had to be left out', async () => {
  expect(await line(search)).toEqual([
    'SearchStax + Sitecore | searchstax_search | _search sent to analytics-us.searchstax.com: query "shoes", ' +
      '1 impressions. Left out: totalHits must be a whole number from 0 up, not "many".',
  ]);
});

test('what is missing, and where to set it', async () => {
  expect(await line(message('_searchclick', { query: 'q' }))).toEqual([
    'SearchStax + Sitecore | searchstax_searchclick | _searchclick not sent. Missing: cDocId, cDocTitle, position. ' +
      'Set it under "Properties" in this tag, or push searchstax.cDocId, searchstax.cDocTitle, ' +
      'searchstax.position with the event.',
  ]);
});

test('an event that no row names', async () => {
  expect(await line({ event: 'page_view' })).toEqual([
    'SearchStax + Sitecore | page_view | Nothing sent: no row of "Routes" in this tag names this event, nor is it ' +
      'searchstax_search or the like. Add a row, or narrow the trigger.',
  ]);
});

const chat = { action: 'goal', goal: 'Chat requested' };

test('a goal that was counted', async () => {
  expect(await line({ event: 'chat_open' }, chat)).toEqual([
    'SearchStax + Sitecore | chat_open | Goal "Chat requested" sent to ' +
      'https://www.example.com/-/media/goals/trigger.',
  ]);
});

test('a goal whose pixel is no image', async () => {
  expect(await line({ event: 'chat_open' }, chat, { answer: () => 'error' })).toEqual([
    'SearchStax + Sitecore | chat_open | Goal "Chat requested" failed: ' +
      'https://www.example.com/-/media/goals/trigger is no image. Is the media item published, and its path right?',
  ]);
});

test('a long text is shown by its beginning', async () => {
  const [text] = (await line(message('_search', { query: 'x'.repeat(500) }))) as string[];
  expect(text).toContain(`query "${'x'.repeat(60)}..."`);
});

test('every line of a firing is one line', async () => {
  const { pushed, page } = visit({
    routes: [
      { event: 'a', action: '_search' },
      { event: 'a', action: '_searchclick' },
      { event: 'a', action: 'goal', goal: 'Chat' },
      { event: 'a', action: 'goal', goal: 'a,b' },
    ],
  });
  await pushed({ event: 'a', searchstax: { query: 'q' } });
  expect(page.console.map((values) => values.length)).toEqual([1, 1, 1, 1]);
});

test('what was cut is said of an event that was held, too', async () => {
  const { pushed, page, lines } = visit({}, { consent: { analytics_storage: 'denied' } });
  await pushed(message('_questionanswer', { question: 'q', answer: 'a'.repeat(20_000), is_question: true }));
  page.updateConsent({ analytics_storage: 'granted' });
  await page.settled();
  expect(lines()[1]).toContain('Too long for a URL, so cut: the end of the answer.');
});

test('of 1,000 impressions the line tells how many were sent', async () => {
  const impressions = Array.from({ length: 1000 }, (_, i) => `d${i}`);
  const { pushed, lines, properties } = visit();
  await pushed(message('_search', { query: 'q', impressions }));
  const sent = properties().impressions as unknown[];
  expect(lines()[0]).toContain(`impressions after the first ${sent.length}.`);
});

test('a list of one and a number that is none are called so', async () => {
  const [text] = (await line(message('_searchclick', { query: ['a'], position: Number.NaN }))) as string[];
  expect(text).not.toMatch(/\b1 items|not null/);
});

test.each([
  ['a port that GTM does not call', { url: 'https://www.example.com:8443/' }, 'Chat', /port/],
  ['half a character', {}, 'Chat \ud83d', /use the goal's ID/],
])('the line about %s says what to do', async (_what, options, goal, words) => {
  expect((await line({ event: 'a' }, { action: 'goal', goal }, options))?.[0]).toMatch(words);
});
