import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readTemplate } from '../../src/sandbox/index.ts';
import { play } from '../../trials/fuzz/play.ts';
import { brokenPromises } from '../../trials/fuzz/promises.ts';
import type { Visit } from '../../trials/fuzz/visit.ts';

// Visits that broke a promise once, as small as they could be made.

const template = readTemplate(readFileSync('dist/template.tpl', 'utf8'));

const visit: Visit = {
  url: 'https://www.example.com/',
  cookies: '',
  preview: false,
  answers: ['load'],
  tags: [{ action: 'route', trackingKey: 'k3y', consent: 'required' }],
  steps: [],
};

const played = (changed: Partial<Visit>) => play({ ...visit, ...changed }, template);

test('a goal whose image fails after consent was withdrawn reads and writes no cookie', async () => {
  const goalTag = { action: 'goal', goal: 'Chat requested', goalFrequency: 'session', consent: 'required' };
  const after = await played({
    answers: ['error'],
    consent: 'granted',
    tags: [goalTag],
    steps: [{ push: { event: 'chat_open' } }, { consent: 'denied' }],
  });
  expect(brokenPromises(after)).toEqual([]);
  expect(after.firings[0]?.failures).toBe(1);
});

test('a second goal that is sent after consent was withdrawn is not remembered in a cookie', async () => {
  const routes = ['Chat', 'Phone'].map((goal) => ({ event: 'chat_open', action: 'goal', goal }));
  const after = await played({
    consent: 'granted',
    tags: [{ action: 'route', routes, goalFrequency: 'session', consent: 'required' }],
    steps: [{ push: { event: 'chat_open' } }, { consent: 'denied' }],
  });
  expect(brokenPromises(after)).toEqual([]);
  expect(after.firings[0]?.pixels).toHaveLength(2);
});

test('comments of which nothing is left when they are cut are left out', async () => {
  for (const comments of ['\ud800', `${' '.repeat(2000)}late`]) {
    const after = await played({
      steps: [{ push: { event: 'searchstax_searchSatisfaction', searchstax: { score: 9, comments } } }],
    });
    expect(brokenPromises(after)).toEqual([]);
    expect(after.firings[0]?.pixels).toHaveLength(1);
  }
});

test('an answer of which only blanks would be left is a failure, not a request that SearchStax refuses', async () => {
  const searchstax = { question: 'how?', answer: `${' '.repeat(12_000)}end`, is_question: true };
  const after = await played({ steps: [{ push: { event: 'searchstax_questionanswer', searchstax } }] });
  expect(brokenPromises(after)).toEqual([]);
  expect(after.firings[0]).toMatchObject({ pixels: [], failures: 1 });
});

test('a pushed key __proto__ changes no object but its own', async () => {
  const hostile = JSON.parse('{"event": "searchstax_search", "__proto__": {"polluted": true}}');
  const before = Object.keys(Object.prototype).length;
  try {
    const after = await played({ steps: [{ push: hostile }] });
    expect('polluted' in {}).toBe(false);
    expect(brokenPromises(after)).toEqual([]);
    expect(after.firings[0]?.failures).toBe(1);
  } finally {
    delete (Object.prototype as Record<string, unknown>).polluted;
    expect(Object.keys(Object.prototype)).toHaveLength(before);
  }
});

test('an object with a key hasOwnProperty aborts in GTM itself, and nothing is sent', async () => {
  const searchstax = { query: 'shoes', hasOwnProperty: 1 };
  const after = await played({ steps: [{ push: { event: 'searchstax_search', searchstax } }] });
  expect(after.firings[0]).toMatchObject({
    pixels: [],
    successes: 0,
    errors: ['g.hasOwnProperty is not a function'],
  });
});
