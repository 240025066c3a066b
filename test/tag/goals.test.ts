import { expect, test } from '@jest/globals';
import type { Verdict } from '../../src/sandbox/index.ts';
import { filled, message, visit } from './visit.ts';

const chat = { event: 'chat_open' };
const goal = (fields: Record<string, unknown> = {}) => ({ action: 'goal', goal: 'Chat', ...fields });
const rows = (...goals: string[]) => ({
  routes: goals.map((name) => ({ event: 'chat_open', action: 'goal', goal: name })),
});

test.each([
  'Chat requested',
  'Chat & call = 50% + #1?',
  "l'été",
  '問い合わせ',
  '💬',
  '{110D559F-DEA5-42EA-9C1C-8A5DF7E70EF9}',
  '110D559F-DEA5-42EA-9C1C-8A5DF7E70EF9',
  '110D559FDEA542EA9C1C8A5DF7E70EF9',
  'x&gtmcb=1&sc_trk=y',
  'x" style=',
  '../../x',
  '__proto__',
  'a|b',
])('the goal %s is one parameter of one request to the page’s own host', async (name) => {
  const { pushed, goals } = visit(goal({ goal: name }));
  expect(await pushed(chat)).toEqual({ calls: ['success'] });
  const [url, ...more] = goals();
  expect(more).toEqual([]);
  expect(`${url?.origin}${url?.pathname}`).toBe('https://www.example.com/-/media/goals/trigger');
  expect([...(url?.searchParams.keys() ?? [])]).toEqual(['sc_trk', 'gtmcb']);
  expect(url?.searchParams.get('sc_trk')).toBe(name);
});

test.each([
  ['nothing', undefined],
  ['blanks', '  '],
  ['null', null],
  ['false', false],
  ['true', true],
  ['an object', { name: 'Chat' }],
  ['a list', ['Chat']],
  ['a function', () => 'Chat'],
  ['a name with a comma', 'Chat, call'],
  ['half a character', 'Chat \ud83d'],
  ['a name that no URL holds', 'Chat '.repeat(500)],
])('a goal that is %s fails without a request', async (_what, name) => {
  const { pushed, page, lines } = visit(goal({ goal: name }));
  expect(await pushed(chat)).toEqual({ calls: ['failure'] });
  expect(page.requests).toEqual([]);
  expect(lines()).toHaveLength(1);
});

test('no two requests are the same', async () => {
  const { pushed, page } = visit(goal(), { now: () => 1700000000000 });
  await pushed(...Array(50).fill(chat));
  expect(new Set(page.requests).size).toBe(50);
});

test.each([
  ['/-/media/x', 'https://www.example.com/-/media/x?'],
  ['-/media/x', 'https://www.example.com/-/media/x?'],
  ['/~/media/x.ashx', 'https://www.example.com/~/media/x.ashx?'],
  ['/shop/-/media/my goals/x', 'https://www.example.com/shop/-/media/my%20goals/x?'],
  ['/-/media/x?a=1&SC_TRK=old&gtmcb=0#top', 'https://www.example.com/-/media/x?a=1&'],
  ['https://cm.example.com/-/media/x', 'https://cm.example.com/-/media/x?'],
  ['HTTPS://cm.example.com/-/media/x?a=1', 'HTTPS://cm.example.com/-/media/x?a=1&'],
  ['/-/media/x?a=%zz&&=1&', 'https://www.example.com/-/media/x?a=%zz&=1&'],
  ['/\\evil.com/x', 'https://www.example.com/\\evil.com/x?'],
  ['@evil.com/x', 'https://www.example.com/@evil.com/x?'],
  ['.evil.com/x', 'https://www.example.com/.evil.com/x?'],
])('the pixel %s is asked for at %s', async (pixelUrl, start) => {
  const { pushed, page } = visit(goal({ pixelUrl }));
  expect(await pushed(chat)).toEqual({ calls: ['success'] });
  expect(page.requests[0]?.slice(0, start.length + 12)).toBe(`${start}sc_trk=Chat&`);
});

test.each([
  'http://cm.example.com/x',
  '//cm.example.com/x',
  'javascript:alert(1)',
  'data:image/gif,x',
  'https://',
  'https://localhost/x',
  'https://user@cm.example.com/x',
  'https://cm.example.com:8443/x',
  'cm.example.com:8443/x',
])('the pixel %s is refused', async (pixelUrl) => {
  const { pushed, page, lines } = visit(goal({ pixelUrl }));
  expect(await pushed(chat)).toEqual({ calls: ['failure'] });
  expect(page.requests).toEqual([]);
  expect(lines()[0]).toContain('"Pixel" in this tag must be a path such as /-/media/goals/trigger');
});

test.each(['my key', 'a&b', 'a=b', 'é', 'w', 'MW', 'rev', 'gtmcb', 'GTMCB', '?'])(
  'the query key %s is refused',
  async (queryKey) => {
    const { pushed, page } = visit(goal({ queryKey }));
    expect(await pushed(chat)).toEqual({ calls: ['failure'] });
    expect(page.requests).toEqual([]);
  },
);

test.each([
  ['edit', 0],
  ['Preview', 0],
  ['normal', 1],
])('in sc_mode=%s, %d goals are sent', async (mode, count) => {
  const { pushed, page } = visit(goal(), { url: `https://www.example.com/?a=1&sc_mode=${mode}` });
  expect(await pushed(chat)).toEqual({ calls: ['success'] });
  expect(page.requests).toHaveLength(count);
});

test('the second goal is sent only when the first was answered, and the tag ends with the last', async () => {
  const answers: ((verdict: Verdict) => void)[] = [];
  const answer = () => new Promise<Verdict>((resolve) => answers.push(resolve));
  const { push, page, goals } = visit(rows('A', 'B', 'C'), { answer });
  const run = push(chat);
  const sent = () => goals().map(({ searchParams }) => searchParams.get('sc_trk'));
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
  await turn();
  expect(sent()).toEqual(['A']);
  answers[0]?.('error');
  await turn();
  expect(sent()).toEqual(['A', 'B']);
  answers[1]?.('load');
  await turn();
  expect(sent()).toEqual(['A', 'B', 'C']);
  expect(run.calls).toEqual([]);
  answers[2]?.('load');
  await page.settled();
  expect(run).toEqual({ calls: ['failure'] });
});

test('a goal counts every time unless told otherwise', async () => {
  const { pushed, goals, page } = visit(goal());
  await pushed(chat, chat, chat);
  expect(goals()).toHaveLength(3);
  expect(page.cookies()).not.toHaveProperty('searchstax_sitecore_goals');
});

test('once a page: two clicks at once count once, another goal counts too', async () => {
  const { pushed, goals, page, runs } = visit({ ...rows('Chat', 'Other'), goalFrequency: 'page' });
  await pushed(chat, chat);
  expect(goals().map(({ searchParams }) => searchParams.get('sc_trk'))).toEqual(['Chat', 'Other']);
  expect(runs.map(({ calls }) => calls)).toEqual([['success'], ['success']]);
  expect(page.cookies()).not.toHaveProperty('searchstax_sitecore_goals');
});

/** Loads pages one after the other, each with the cookies of the one before. */
async function loads(
  count: number,
  fields: Record<string, unknown>,
  answers: Verdict[] = [],
): Promise<number> {
  let cookies = '';
  let sent = 0;
  for (let i = 0; i < count; i++) {
    const { pushed, goals, page } = visit(goal(fields), { cookies, answer: () => answers[i] ?? 'load' });
    await pushed(chat, chat);
    sent += goals().length;
    cookies = Object.entries(page.cookies())
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
  }
  return sent;
}

test('once a page counts on each of three pages', async () => {
  expect(await loads(3, { goalFrequency: 'page' })).toBe(3);
});

test('once a session counts on the first of three pages only, whatever the name holds', async () => {
  expect(await loads(3, { goalFrequency: 'session', goal: 'Größe | {x}; a=b' })).toBe(1);
});

test('a goal whose pixel failed has its one time still to come', async () => {
  const { pushed, goals } = visit(goal({ goalFrequency: 'session' }), { answer: () => 'error' });
  await pushed(chat);
  await pushed(chat);
  expect(goals()).toHaveLength(2);
});

test('once a session without consent for cookies is once a page', async () => {
  const { pushed, goals, page } = visit(goal({ goalFrequency: 'session', consent: 'anonymous' }), {
    consent: { analytics_storage: 'denied' },
    cookies: '',
  });
  await pushed(chat, chat);
  expect(goals()).toHaveLength(1);
  expect(page.cookies()).toEqual({});
});

test('of many goals the latest are remembered, in a cookie that GTM does not cut', async () => {
  const names = Array.from({ length: 60 }, (_, i) => `Eine Bestellung über ${i} Euro`);
  const fields = { ...rows(...names), goalFrequency: 'session' };
  const first = visit(fields);
  await first.pushed(chat);
  const cookie = first.page.cookies().searchstax_sitecore_goals ?? '';
  expect(cookie.length).toBeLessThanOrEqual(1200);
  expect(decodeURIComponent(cookie).split('|').at(-1)).toBe('eine bestellung über 59 euro');
});

test.each([
  ['pixelUrl', undefined],
  ['queryKey', undefined],
  ['goalFrequency', undefined],
  ['goalFrequency', {}],
])('the field %s may be %j', async (name, value) => {
  const { pushed, page } = visit(goal({ [name]: value }));
  expect(await pushed(chat)).toEqual({ calls: ['success'] });
  expect(page.requests[0]).toMatch(`https://www.example.com${filled.pixelUrl}?sc_trk=Chat&gtmcb=`);
});

test('a goal and an event for one push are both sent', async () => {
  const { pushed, events, goals } = visit({
    routes: [{ event: 'searchstax_search', action: 'goal', goal: 'Search' }],
  });
  expect(await pushed(message('_search', { query: 'q' }))).toEqual({ calls: ['success'] });
  expect([events().length, goals().length]).toEqual([1, 1]);
});
