import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'acorn';
import { buildCompanion } from './build.ts';
import type { TestPage } from './page.ts';
import { openPage } from './page.ts';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const track = 'https://analytics-us.searchstax.com/api/v2/track/';
const search = { event: '_search', properties: { key: 'k', query: 'café 日本', session: 's', _vid: 'v' } };

interface Global {
  version: string;
  deliver: (url: unknown, event: unknown) => boolean;
}

type Answer = number | 'fail' | { status: number; headers: Record<string, string> };

/** A page whose `fetch` gives these answers in turn, the last one for ever. */
function visit(answers: Answer[], setUp: Parameters<typeof openPage>[0] & { settings?: object } = {}) {
  const page = openPage(setUp);
  const requests: { at: number; event?: string; options: RequestInit; url: string }[] = [];
  page.window.fetch = ((url: string, options: RequestInit) => {
    const data = new URLSearchParams(String(options.body ?? '')).get('data');
    if (data) {
      requests.push({
        at: page.clock.now,
        event: Buffer.from(data, 'base64').toString('utf8'),
        options,
        url,
      });
    }
    const answer = data && answers.length > 1 ? answers.shift() : answers[0];
    if (answer === 'fail') return Promise.reject(new TypeError('Failed to fetch'));
    const response = typeof answer === 'object' ? answer : { status: answer, headers: {} };
    return Promise.resolve({ status: response.status, headers: new Headers(response.headers) });
  }) as typeof fetch;
  if (setUp.settings) page.window.searchstaxSitecore = setUp.settings;
  page.run();
  const global = page.window.searchstaxSitecore as Global;
  const deliver = (id: string) => global.deliver(track, { event: '_search', properties: { id } });
  const sent = () => requests.map((request) => JSON.parse(request.event ?? '').properties.id as string);
  return { page, global, requests, deliver, sent };
}

const queued = (page: TestPage) =>
  Object.keys(page.window.localStorage).filter((name) => name.startsWith('searchstaxSitecore.q.'));

describe('the script', () => {
  test('is ES5, at most 4 KB gzipped, and can stand in a Custom HTML tag', async () => {
    const code = await buildCompanion();
    parse(code, { ecmaVersion: 5 });
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(4096);
    expect(code).not.toMatch(/\{\{|<\/script|<!--/i);
  });

  test('offers its version and deliver on a plain object, beside the settings', () => {
    const { global } = visit([204], { settings: { widgets: false, theirs: 1 } });
    expect(global).toMatchObject({ version: manifest.version, widgets: false, theirs: 1 });
    expect(Object.prototype.toString.call(global)).toBe('[object Object]');
  });

  test('does nothing the second time', () => {
    const { page, global } = visit([204]);
    const before = global.deliver;
    page.run();
    expect(global.deliver).toBe(before);
  });

  test('leaves a page alone whose global is frozen', () => {
    expect(() => visit([204], { settings: Object.freeze({}) })).not.toThrow();
  });
});

describe('deliver', () => {
  test('posts the event form-encoded, as SearchStax reads it, without preflight or cookies', async () => {
    const { page, global, requests } = visit([204]);
    expect(global.deliver(track, search)).toBe(true);
    await page.pass(300);
    expect(JSON.parse(requests[0]?.event ?? '')).toEqual(search);
    expect(requests[0]).toMatchObject({
      url: track,
      options: {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        keepalive: true,
        credentials: 'omit',
        mode: 'cors',
      },
    });
    expect(queued(page)).toEqual([]);
  });

  test.each([
    ['http', 'http://analytics-us.searchstax.com/api/v2/track/'],
    ['another scheme', 'javascript:alert(1)'],
    ['no path', 'https://analytics-us.searchstax.com'],
    ['a query', `${track}?a=1`],
    ['credentials', 'https://a:b@analytics-us.searchstax.com/api/v2/track/'],
    ['nothing', undefined],
  ])('refuses an endpoint with %s', (_what, url) => {
    expect(visit([204]).global.deliver(url, search)).toBe(false);
  });

  test.each([['localhost:3000'], ['127.0.0.1:3000'], ['localhost']])('takes http for %s', (host) => {
    expect(visit([204]).global.deliver(`http://${host}/api/v2/track/`, search)).toBe(true);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['text', '_search'],
    ['an object without event', { properties: {} }],
    ['more than 60 KB', { event: '_search', properties: { query: 'x'.repeat(50_000) } }],
  ])('refuses %s as an event', (_what, event) => {
    expect(visit([204]).global.deliver(track, event)).toBe(false);
  });

  test('refuses a cyclic event', () => {
    const cyclic: Record<string, unknown> = { event: '_search' };
    cyclic.properties = cyclic;
    expect(visit([204]).global.deliver(track, cyclic)).toBe(false);
  });

  test('refuses everything where delivery is off, or fetch is missing', () => {
    expect(visit([204], { settings: { delivery: false } }).global.deliver(track, search)).toBe(false);
    const page = openPage();
    page.run();
    expect((page.window.searchstaxSitecore as Global).deliver(track, search)).toBe(false);
  });
});

describe('answers', () => {
  test.each([[200], [202], [204]])('%d: done', async (status) => {
    const { page, deliver, sent } = visit([status]);
    deliver('1');
    await page.pass(600_000);
    expect(sent()).toEqual(['1']);
  });

  test.each<[Answer]>([[408], [429], [500], [503], ['fail']])('%p: sent again', async (answer) => {
    const { page, deliver, sent } = visit([answer, 204]);
    deliver('1');
    deliver('2');
    await page.pass(10_000);
    expect(sent()).toEqual(['1', '1', '2']);
    expect(queued(page)).toEqual([]);
  });

  test.each([[400], [401], [404], [422]])('%d: dropped, with one warning for all', async (status) => {
    const { page, deliver, sent } = visit([status]);
    deliver('1');
    deliver('2');
    await page.pass(10_000);
    expect(sent()).toEqual(['1', '2']);
    expect(page.warnings.length).toBe(1);
    expect(page.warnings[0]).toContain(String(status));
  });

  test('422 names what to look at', async () => {
    const { page, deliver } = visit([422]);
    deliver('1');
    await page.pass(300);
    expect(page.warnings[0]).toContain('tracking key');
  });

  test('waits grow, and stay at about half a minute', async () => {
    const { page, deliver, requests } = visit([503]);
    page.window.Math.random = () => 0.999;
    deliver('1');
    await page.pass(200_000);
    const waits = requests.slice(1).map((request, index) => request.at - (requests[index]?.at ?? 0));
    expect(waits.slice(0, 5).map((wait) => Math.round(wait / 1000))).toEqual([2, 4, 8, 16, 32]);
    expect(Math.max(...waits)).toBeLessThan(33_000);
  });

  test.each([
    ['seconds', '120'],
    ['a date', 'Mon, 02 Mar 2026 10:02:00 GMT'],
  ])('Retry-After in %s is kept to', async (_form, value) => {
    const { page, deliver, requests } = visit([{ status: 429, headers: { 'Retry-After': value } }, 204]);
    deliver('1');
    await page.pass(115_000);
    expect(requests.length).toBe(1);
    await page.pass(10_000);
    expect(requests.length).toBe(2);
  });

  test('an endpoint that fails does not hold up another', async () => {
    const { page, global, requests } = visit([503, 204]);
    page.window.Math.random = () => 0.999;
    global.deliver(track, search);
    await page.pass(300);
    global.deliver('https://analytics-eu.searchstax.com/api/v2/track/', search);
    await page.pass(400);
    expect(requests.map((request) => new URL(request.url).host)).toEqual([
      'analytics-us.searchstax.com',
      'analytics-eu.searchstax.com',
    ]);
  });
});

describe('the queue', () => {
  test('holds 2,000 events: the oldest are dropped, and that is said once', async () => {
    const { page, deliver } = visit([503]);
    deliver('0');
    await page.pass(50);
    for (let id = 1; id <= 2100; id++) deliver(String(id));
    expect(queued(page).length).toBe(2000);
    const first = queued(page).sort()[0] as string;
    expect(page.window.localStorage.getItem(first)).toContain('"id":"101"');
    expect(page.warnings.length).toBe(1);
  });

  test('holds two million characters', async () => {
    const { page, global } = visit([503]);
    for (let id = 0; id < 80; id++) {
      expect(global.deliver(track, { event: '_search', properties: { id, query: 'x'.repeat(30_000) } })).toBe(
        true,
      );
    }
    const size = queued(page).reduce(
      (sum, name) => sum + (page.window.localStorage.getItem(name) ?? '').length,
      0,
    );
    expect(size).toBeLessThanOrEqual(2_000_000);
    expect(size).toBeGreaterThan(1_900_000);
  });

  test('sends what an earlier page left, and drops it after a week', async () => {
    const first = visit(['fail']);
    first.deliver('1');
    await first.page.pass(60);
    const storage = first.page.window.localStorage;
    const soon = visit([204], { storage, now: first.page.clock.now + 6 * 86_400_000 });
    await soon.page.pass(10_000);
    expect(soon.sent()).toEqual(['1']);
    const late = visit([204], { storage, now: first.page.clock.now + 8 * 86_400_000 });
    await late.page.pass(10_000);
    expect(late.sent()).toEqual([]);
  });

  test('keeps the order when the clock is set back', async () => {
    const { page, deliver, sent } = visit([503, 204]);
    deliver('1');
    await page.pass(1);
    page.clock.now -= 3_600_000;
    deliver('2');
    page.clock.now -= 3_600_000;
    deliver('3');
    await page.pass(40_000);
    expect(sent()).toEqual(['1', '1', '2', '3']);
  });

  test('skips what it does not know, and leaves it alone', async () => {
    const before = openPage();
    const foreign: Record<string, string> = {
      'searchstaxSitecore.q.1': 'x',
      'searchstaxSitecore.q.v9.event': '{"event":"_search"}',
      'searchstaxSitecore.state1': '[1,"x",null]',
      'searchstaxSitecore.chat': '7',
      theirs: 'y',
    };
    for (const [name, value] of Object.entries(foreign)) before.window.localStorage.setItem(name, value);
    const { page, deliver, sent } = visit([204], { storage: before.window.localStorage });
    deliver('1');
    await page.pass(1000);
    expect(sent()).toEqual(['1']);
    expect(page.window.localStorage.getItem('searchstaxSitecore.q.v9.event')).toBe('{"event":"_search"}');
    expect(page.window.localStorage.getItem('theirs')).toBe('y');
  });

  test.each([
    ['http on another host', 'http://collector.example/api/v2/track/'],
    ['credentials', 'https://a:b@collector.example/api/v2/track/'],
    ['a query', `${track}?copy=1`],
  ])('sends nothing to an address that deliver refuses, planted in storage: %s', async (_what, url) => {
    const real = visit(['fail']);
    real.deliver('1');
    await real.page.pass(60);
    const storage = real.page.window.localStorage;
    const name = queued(real.page)[0] as string;
    storage.setItem(name.replace(track, url), storage.getItem(name) as string);
    const { page, requests } = visit([204], { storage });
    await page.pass(60_000);
    expect(requests.map((request) => request.url)).toEqual([track]);
  });

  test('outlives a site that clears its storage', async () => {
    const { page, deliver, sent } = visit([204]);
    for (const id of ['1', '2', '3', '4']) deliver(id);
    await page.pass(70);
    page.window.localStorage.clear();
    deliver('5');
    await page.pass(2000);
    expect(sent()).toEqual(['1', '2', '3', '4', '5']);
    expect(queued(page)).toEqual([]);
  });

  test('does not put back what another tab has sent', async () => {
    const { page, deliver, sent } = visit([503]);
    page.window.Math.random = () => 0.999;
    deliver('1');
    deliver('2');
    await page.pass(400);
    const [first] = queued(page).sort() as [string, string];
    page.window.localStorage.removeItem(first);
    page.window.dispatchEvent(new page.window.StorageEvent('storage', { key: first }));
    await page.pass(10_000);
    expect(sent().lastIndexOf('1')).toBe(0);
    expect(sent()).toContain('2');
  });

  test('works in memory where storage is forbidden', async () => {
    const page = openPage();
    Object.defineProperty(page.window, 'localStorage', {
      get: () => {
        throw new page.window.DOMException('The operation is insecure.', 'SecurityError');
      },
    });
    let bodies = 0;
    page.window.fetch = (async () => {
      bodies++;
      return { status: 204, headers: new Headers() };
    }) as unknown as typeof fetch;
    page.run();
    for (let id = 0; id < 3; id++)
      expect((page.window.searchstaxSitecore as Global).deliver(track, search)).toBe(true);
    await page.pass(1000);
    expect(bodies).toBe(3);
  });

  test('a lease that nobody renews any more ends, by whatever clock', async () => {
    const before = openPage();
    before.window.localStorage.setItem('searchstaxSitecore.lock', 'somebody 7');
    const { page, deliver, sent } = visit([204], { storage: before.window.localStorage });
    Object.defineProperty(page.window.Date, 'now', { value: () => 0 });
    deliver('1');
    await page.pass(3000);
    expect(sent()).toEqual([]);
    await page.pass(7000);
    expect(sent()).toEqual(['1']);
  });

  test('on load it only looks', async () => {
    const { page } = visit([204]);
    await page.pass(60_000);
    expect(Object.keys(page.window.localStorage)).toEqual([]);
  });
});

test('a thousand events during a wait are taken without going through the queue for each', async () => {
  const { page, deliver } = visit([503]);
  deliver('0');
  await page.pass(400);
  const start = performance.now();
  for (let id = 0; id < 1000; id++) deliver(String(id));
  expect(performance.now() - start).toBeLessThan(1000);
  expect(page.timers()).toBeLessThan(100);
});
