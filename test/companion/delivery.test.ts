import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'acorn';
import { buildCompanion } from './build.ts';
import type { TestPage } from './page.ts';
import { openPage } from './page.ts';
import type { Answer, Global } from './visited.ts';
import { queued, track, visit } from './visited.ts';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const search = { event: '_search', properties: { key: 'k', query: 'café 日本', session: 's', _vid: 'v' } };

describe('the script', () => {
  test('is ES5, at most 5.3 KB gzipped, and can stand in a Custom HTML tag', async () => {
    const code = await buildCompanion();
    parse(code, { ecmaVersion: 5 });
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(5427);
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

  test.each([
    ['frozen', Object.freeze({ theirs: 1 })],
    ['sealed', Object.seal({ theirs: 1 })],
  ])('replaces a %s global by a copy of it', (_how, settings) => {
    const { global } = visit([204], { settings });
    expect(global).toMatchObject({ version: manifest.version, theirs: 1 });
    expect(global.deliver(track, search)).toBe(true);
  });

  test('keeps what the reader has put on the global before', () => {
    const readSearchPage = () => true;
    const { global } = visit([204], { settings: { readSearchPage } });
    expect(global).toMatchObject({ version: manifest.version, readSearchPage });
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
        keepalive: true,
        credentials: 'omit',
        mode: 'cors',
      },
    });
    // The browser says application/x-www-form-urlencoded by itself.
    expect(requests[0]?.options.body).toBeInstanceOf(page.window.URLSearchParams);
    expect(requests[0]?.options.headers).toBeUndefined();
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

  test('refuses everything where delivery is off, or fetch or AbortController is missing', () => {
    expect(visit([204], { settings: { delivery: false } }).global.deliver(track, search)).toBe(false);
    const old = openPage();
    old.window.fetch = fetch;
    Reflect.deleteProperty(old.window, 'AbortController');
    old.run();
    expect((old.window.searchstaxSitecore as Global).deliver(track, search)).toBe(false);
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

  test.each([
    [400, 'refused'],
    [401, 'this site may not send'],
    [403, 'this site may not send'],
    [404, 'analytics host'],
    [405, 'analytics host'],
    [413, 'too long'],
    [414, 'too long'],
    [422, 'tracking key'],
  ])('%d: dropped, with one warning for all that names event, host and cause: %s', async (status, cause) => {
    const { page, deliver, sent } = visit([status]);
    deliver('1');
    deliver('2');
    await page.pass(10_000);
    expect(sent()).toEqual(['1', '2']);
    expect(page.warnings.length).toBe(1);
    for (const part of [String(status), '_search', 'analytics-us.searchstax.com', cause])
      expect(page.warnings[0]).toContain(part);
  });

  test('204 is promised: another that means "well" is taken for it, and said', async () => {
    const { page, deliver } = visit([200]);
    deliver('1');
    await page.pass(10_000);
    expect(page.warnings[0]).toMatch(/accepted \(200\).*analytics host/);
    const quiet = visit([204]);
    quiet.deliver('1');
    await quiet.page.pass(10_000);
    expect(quiet.page.warnings).toEqual([]);
  });

  test('429 widens the pace, up to five requests a second', async () => {
    const { page, deliver, requests } = visit([429, 429, 429, 429, 204]);
    page.window.Math.random = () => 0;
    for (let id = 0; id < 8; id++) deliver(String(id));
    await page.pass(30_000);
    const gaps = requests.slice(1).map((request, index) => request.at - (requests[index]?.at ?? 0));
    expect(gaps[4]).toBeGreaterThanOrEqual(200);
    expect(gaps[4]).toBeLessThanOrEqual(250);
    // And narrows again, little by little, while all goes well.
    expect(gaps[9]).toBeLessThan(gaps[5] as number);
  });

  test('503 does not', async () => {
    const { page, deliver, requests } = visit([503, 204]);
    for (let id = 0; id < 5; id++) deliver(String(id));
    await page.pass(10_000);
    const gaps = requests.slice(1).map((request, index) => request.at - (requests[index]?.at ?? 0));
    expect(gaps.slice(1)).toEqual([60, 60, 60, 60]);
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

  test.each([
    ['two hours ahead', 'Mon, 02 Mar 2026 12:00:00 GMT'],
    ['behind', 'Mon, 02 Mar 2026 09:00:00 GMT'],
  ])('a Retry-After by a clock that is %s says nothing', async (_how, value) => {
    const { page, deliver, requests } = visit([{ status: 429, headers: { 'Retry-After': value } }, 204]);
    page.window.Math.random = () => 0.999;
    deliver('1');
    await page.pass(1500);
    expect(requests.length).toBe(1);
    await page.pass(1000);
    expect(requests.length).toBe(2);
  });

  test('the pace and the waits are kept for a host, whatever the path', async () => {
    const { page, global, requests } = visit([{ status: 429, headers: { 'Retry-After': '60' } }, 204]);
    global.deliver(track, search);
    await page.pass(300);
    global.deliver(track.replace('track', 'other'), search);
    await page.pass(30_000);
    expect(requests.length).toBe(1);
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
    await page.pass(3000);
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
    await page.pass(3000);
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
    expect(queued(late.page)).toEqual([]);
    expect(late.page.warnings.join()).toContain('dropped: 7 days old');
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
      [`copy.searchstaxSitecore.q.${(Date.parse('2026-03-01') * 1000).toString(36)}.tab.9.${track}`]:
        '{"event":"_search"}',
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

  test.each(['{', 'null', '{"event":7}', '{"properties":{}}'])(
    'leaves out what is no event, and sends the rest: %s',
    async (value) => {
      const before = openPage();
      const name = `searchstaxSitecore.q.${(Date.parse('2026-03-01') * 1000).toString(36)}.tab.9.${track}`;
      before.window.localStorage.setItem(name, value);
      const { page, deliver, requests, sent } = visit([204], { storage: before.window.localStorage });
      deliver('1');
      await page.pass(1000);
      expect(requests.length).toBe(1);
      expect(sent()).toEqual(['1']);
      expect(queued(page)).toEqual([]);
    },
  );

  test('outlives a site that clears its storage, also when the page is left', async () => {
    const { page, deliver } = visit(['fail']);
    for (const id of ['1', '2', '3']) deliver(id);
    await page.pass(70);
    page.window.localStorage.clear();
    page.window.dispatchEvent(new page.window.Event('pagehide'));
    expect(queued(page).length).toBe(3);
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

  test('leaves alone what another tab has written since, when the page is left', async () => {
    const { page, deliver } = visit(['fail']);
    deliver('1');
    await page.pass(300);
    const theirs = '{"https://analytics-us.searchstax.com":{"f":7}}';
    page.window.localStorage.setItem('searchstaxSitecore.state1', theirs);
    page.window.dispatchEvent(new page.window.Event('pagehide'));
    expect(page.window.localStorage.getItem('searchstaxSitecore.state1')).toBe(theirs);
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

  describe('where storage is full', () => {
    /** Nothing more is written to localStorage; a new page has room again. */
    function fill(page: TestPage) {
      const { setItem } = page.window.Storage.prototype;
      page.window.Storage.prototype.setItem = function (name: string, value: string) {
        if (this === page.window.localStorage)
          throw new page.window.DOMException('full', 'QuotaExceededError');
        setItem.call(this, name, value);
      };
    }
    const leave = (page: TestPage) => page.window.dispatchEvent(new page.window.Event('pagehide'));

    test('what it holds does not hide what this page has learnt since', async () => {
      const { page, deliver, requests } = visit([503]);
      page.window.Math.random = () => 0.999;
      deliver('1');
      await page.pass(300);
      fill(page);
      await page.pass(16_000);
      // Waits that grow: 2, 4, 8 seconds.
      expect(requests.length).toBe(4);
    });

    test('what waits is left to the tab’s next page, and nothing of it twice', async () => {
      const first = visit(['fail']);
      fill(first.page);
      for (const id of ['1', '2', '3']) first.deliver(id);
      await first.page.pass(300);
      leave(first.page);
      expect(queued(first.page)).toEqual([]);
      const tab = first.page.window.sessionStorage;
      const second = visit([204], { tab, now: first.page.clock.now });
      expect(Object.keys(second.page.window.sessionStorage)).toEqual([]);
      await second.page.pass(60_000);
      expect(second.sent()).toEqual(['1', '2', '3']);
    });

    test.each([
      ['what waits for its host is sent once', true, true, 2],
      ['what is under way, or waits for that, is sent once', false, true, 2],
      ['without consent nothing is sent', true, false, 0],
    ])('and nothing else takes anything, by when the page goes %s', async (_what, fails, granted, count) => {
      const { page, global, deliver } = visit(['fail']);
      page.window.Storage.prototype.setItem = () => {
        throw new page.window.DOMException('full', 'QuotaExceededError');
      };
      const asked: string[] = [];
      const hang = () => {
        page.window.fetch = ((url: string) => {
          asked.push(`${url}`);
          return new Promise(() => {});
        }) as typeof fetch;
      };
      if (!fails) hang();
      deliver('1');
      deliver('2');
      await page.pass(300);
      hang();
      if (!granted) global.consent(false);
      leave(page);
      expect(asked).toEqual(Array.from({ length: count }, () => track));
    });

    test('what it has taken is left to it alone', async () => {
      const { page, deliver } = visit(['fail']);
      deliver('1');
      await page.pass(300);
      leave(page);
      expect(queued(page).length).toBe(1);
      expect(Object.keys(page.window.sessionStorage)).toEqual([]);
    });
  });

  test('a lease that a tab has left behind ends', async () => {
    const before = openPage();
    before.window.localStorage.setItem(
      'searchstaxSitecore.lock',
      `somebody ${Date.parse('2026-03-02T10:00:00Z')}`,
    );
    const { page, deliver, sent } = visit([204], { storage: before.window.localStorage });
    deliver('1');
    await page.pass(14_000);
    expect(sent()).toEqual([]);
    await page.pass(2000);
    expect(sent()).toEqual(['1']);
    await page.pass(1000);
    expect(page.window.localStorage.getItem('searchstaxSitecore.lock')).toBe(null);
  });

  test.each([
    ['another clock, ahead', 'somebody 2772441600000'],
    ['another clock, behind', 'somebody 7'],
    ['an earlier version', 'somebody7'],
    ['nobody', 'x'],
  ])('a lease by %s holds nothing up', async (_whose, lease) => {
    const before = openPage();
    before.window.localStorage.setItem('searchstaxSitecore.lock', lease);
    const { page, deliver, sent } = visit([204], { storage: before.window.localStorage });
    deliver('1');
    await page.pass(500);
    expect(sent()).toEqual(['1']);
  });

  test('without an event it only looks, also when the page is left', async () => {
    const { page } = visit([204]);
    await page.pass(60_000);
    page.window.dispatchEvent(new page.window.Event('pagehide'));
    expect(Object.keys(page.window.sessionStorage)).toEqual([]);
    expect(Object.keys(page.window.localStorage)).toEqual([]);
  });
});

test('a thousand events during a wait are taken without going through the queue for each', async () => {
  const { page, deliver } = visit([503]);
  page.window.Math.random = () => 0.999;
  deliver('0');
  await page.pass(400);
  let reads = 0;
  const { getItem } = page.window.Storage.prototype;
  page.window.Storage.prototype.getItem = function (name: string) {
    reads++;
    return getItem.call(this, name);
  };
  for (let id = 0; id < 1000; id++) deliver(String(id));
  expect(reads).toBeLessThan(2100);
  expect(page.timers()).toBeLessThan(100);
});

describe('an event that its endpoint always fails on', () => {
  /** An endpoint that answers 500 to the event with this id, and takes all others. */
  function poisoned(id: string) {
    const given = visit([204]);
    const { page } = given;
    const real = page.window.fetch as unknown as (url: string, options: RequestInit) => Promise<Response>;
    page.window.fetch = ((url: string, options: RequestInit) => {
      const answer = real(url, options);
      const isIts = given.requests.at(-1)?.event?.includes(`"id":"${id}"`);
      return isIts ? Promise.resolve({ status: 500, headers: new Headers() }) : answer;
    }) as typeof fetch;
    return given;
  }

  test('does not hold up the rest, which keeps its order, and is given up in the end, which is said', async () => {
    const { page, deliver, sent } = poisoned('2');
    for (const id of ['1', '2', '3', '4', '5']) deliver(id);
    await page.pass(60_000);
    expect(sent().filter((id) => id !== '2')).toEqual(['1', '3', '4', '5']);
    await page.pass(600_000);
    const tries = sent().filter((id) => id === '2').length;
    expect(tries).toBeGreaterThan(6);
    expect(tries).toBeLessThan(15);
    expect(queued(page)).toEqual([]);
    expect(page.warnings.join()).toMatch(/_search for https:\/\/analytics-us.searchstax.com given up/);
  });

  test('is not the first of many while its host fails in everything: none is given up, and order returns', async () => {
    const answers: Answer[] = [...Array.from({ length: 30 }, () => 500), 204];
    const { page, deliver, sent } = visit(answers);
    for (const id of ['1', '2', '3']) deliver(id);
    await page.pass(3_600_000);
    expect(new Set(sent().slice(-3))).toEqual(new Set(['1', '2', '3']));
    expect(sent().length).toBe(33);
    expect(page.warnings).toEqual([]);
  });

  test('while its host fails in everything, events take turns, four tries each', async () => {
    const { page, deliver, sent } = visit([500]);
    page.window.Math.random = () => 0.5;
    for (const id of ['1', '2']) deliver(id);
    await page.pass(600_000);
    expect(sent().slice(0, 16).join('')).toBe('1111222211112222');
  });

  test('three refusals in a row are no reason to change the order', async () => {
    const { page, deliver, sent } = visit([500, 500, 500, 204]);
    deliver('1');
    deliver('2');
    await page.pass(60_000);
    expect(sent()).toEqual(['1', '1', '1', '1', '2']);
  });
});

describe('a request that hangs', () => {
  function hanging() {
    const given = visit([204]);
    const { page } = given;
    const real = page.window.fetch as unknown as (url: string, options: RequestInit) => Promise<Response>;
    const aborted: number[] = [];
    let hang = 1;
    page.window.fetch = ((url: string, options: RequestInit) => {
      const answer = real(url, options);
      if (hang-- <= 0) return answer;
      return new Promise((_resolve, reject) => {
        options.signal?.addEventListener('abort', () => {
          aborted.push(page.clock.now);
          reject(new TypeError('aborted'));
        });
      });
    }) as typeof fetch;
    return { ...given, aborted };
  }

  test('is ended after 70 seconds, and its event sent again', async () => {
    const { page, deliver, sent, aborted } = hanging();
    deliver('1');
    await page.pass(69_000);
    expect(aborted).toEqual([]);
    await page.pass(20_000);
    expect(aborted.length).toBe(1);
    expect(sent()).toEqual(['1', '1']);
    expect(queued(page)).toEqual([]);
  });

  test('does not keep the others waiting for so long', async () => {
    const { page, deliver, sent } = hanging();
    deliver('1');
    deliver('2');
    deliver('3');
    await page.pass(10_000);
    expect(sent()).toEqual(['1', '2', '3']);
  });

  test('leaves no timer behind once it is answered', async () => {
    const { page, deliver } = visit([204]);
    deliver('1');
    await page.pass(1000);
    const timers = page.timers();
    expect(Math.max(...page.waits())).toBeLessThan(60_000);
    await page.pass(80_000);
    // The looks for chat widgets go on for two minutes.
    expect(page.timers() - timers).toBeLessThan(90);
    expect(queued(page)).toEqual([]);
  });
});

describe('a page that is left', () => {
  const leave = (page: TestPage) => page.window.dispatchEvent(new page.window.Event('pagehide'));

  test('hands what waits to the browser, and the next page sends none of it again', async () => {
    const { page, deliver, sent } = visit([204]);
    page.window.fetch = ((fetch) => (url: string, options: RequestInit) => {
      fetch(url, options);
      return new Promise(() => {});
    })(
      page.window.fetch as unknown as (url: string, options: RequestInit) => void,
    ) as unknown as typeof fetch;
    for (const id of ['1', '2', '3']) deliver(id);
    // Long enough for the turn.
    await page.pass(230);
    leave(page);
    expect(sent()).toEqual(['1', '2', '3']);
    const next = visit([204], { storage: page.window.localStorage, now: page.clock.now + 1000 });
    next.deliver('4');
    await next.page.pass(60_000);
    expect(next.sent()).toEqual(['4']);
    expect(queued(next.page)).toEqual([]);
  });

  test('sends nothing to a host that fails: the next page does', async () => {
    const { page, deliver, sent } = visit([503]);
    page.window.Math.random = () => 0.999;
    for (const id of ['1', '2', '3']) deliver(id);
    await page.pass(500);
    leave(page);
    expect(sent()).toEqual(['1']);
    const next = visit([204], { storage: page.window.localStorage, now: page.clock.now });
    await next.page.pass(60_000);
    expect(next.sent()).toEqual(['1', '2', '3']);
  });

  test('sends nothing beside a second try whose answer is not there yet', async () => {
    const { page, deliver, sent } = visit([503]);
    page.window.Math.random = () => 0.5;
    for (const id of ['1', '2', '3']) deliver(id);
    await page.pass(500);
    page.window.fetch = ((fetch) => (url: string, options: RequestInit) => {
      fetch(url, options);
      return new Promise(() => {});
    })(
      page.window.fetch as unknown as (url: string, options: RequestInit) => void,
    ) as unknown as typeof fetch;
    await page.pass(2000);
    expect(sent()).toEqual(['1', '1']);
    leave(page);
    expect(sent()).toEqual(['1', '1']);
  });
});

describe('consent', () => {
  test('withdrawn: what waits is dropped, from storage too, and nothing more is taken or sent', async () => {
    const { page, global, deliver, sent } = visit(['fail']);
    page.window.localStorage.setItem('theirs', 'x');
    expect(global.consent(true)).toBe(true);
    deliver('1');
    deliver('2');
    await page.pass(300);
    const before = sent().length;
    expect(global.consent(false)).toBe(true);
    // The site's own stays.
    expect(Object.keys(page.window.localStorage)).toEqual(['theirs']);
    expect(deliver('3')).toBe(false);
    await page.pass(600_000);
    expect(sent().length).toBe(before);
    expect(Object.keys(page.window.localStorage)).toEqual(['theirs']);
  });

  test('missing at first: what earlier pages left waits until it is given', async () => {
    const first = visit(['fail']);
    first.deliver('1');
    await first.page.pass(300);
    const { page, global, deliver, sent } = visit([204], { storage: first.page.window.localStorage });
    global.consent(false);
    await page.pass(60_000);
    expect(sent()).toEqual([]);
    expect(deliver('2')).toBe(false);
    global.consent(true);
    await page.pass(60_000);
    expect(sent()).toEqual(['1']);
  });
});

test.each([
  ['enforced', 'enforce', false],
  ['tried out', 'report', true],
])('a policy of the page that forbids the request, and is %s', (_how, disposition, expected) => {
  const { page, deliver } = visit([204]);
  const violation = new page.window.Event('securitypolicyviolation', { bubbles: true });
  page.window.document.dispatchEvent(Object.assign(violation, { disposition, blockedURI: track }));
  expect(deliver('1')).toBe(expected);
});

test.each([
  ['the host', track.replace('us', '{{Region}}'), search],
  ['the key', track, { event: '_search', properties: { key: '{{Key}}', query: 'x' } }],
])('refuses an unresolved GTM variable in %s, and says so', (_what, url, event) => {
  const { page, global } = visit([204]);
  expect(global.deliver(url, event)).toBe(false);
  expect(page.warnings.join()).toContain('GTM variable');
});

describe('damaged or strange storage', () => {
  const time = Date.parse('2026-03-02T10:00:00Z');
  const origin = 'https://analytics-us.searchstax.com';

  test.each([
    ['"abc"'],
    ['5'],
    ['[]'],
    ['null'],
    ['{'],
    ['{"URL":{"s":1}}'],
    ['[1,"x",null]'],
    [JSON.stringify({ [origin]: null })],
    [JSON.stringify({ [origin]: 'x', other: [[]] })],
    [JSON.stringify({ [origin]: { f: 1e300, h: 1e300, w: 1e300, t: 1e300, x: 1e300, r: 1e300, b: 1e300 } })],
    [JSON.stringify({ [origin]: { f: -1, h: -1, w: -1, t: -1, x: -1 } })],
    [JSON.stringify({ [origin]: { h: time, w: 1e15 } })],
    [JSON.stringify({ [origin]: { h: time, w: 1e12 } })],
    [JSON.stringify({ [origin]: { f: '9', h: {}, w: [], t: { toString: 1 }, x: null, r: true } })],
    [JSON.stringify({ [origin]: { h: time + 86_400_000, w: 3_000_000, t: time + 86_400_000 } })],
  ])('neither stops the companion nor holds an event: %s', async (state) => {
    const before = openPage();
    before.window.localStorage.setItem('searchstaxSitecore.state1', state);
    before.window.localStorage.setItem('searchstaxSitecore.chat', state);
    const { page, deliver, sent } = visit([204], { storage: before.window.localStorage });
    deliver('1');
    deliver('2');
    await page.pass(5000);
    expect(sent()).toEqual(['1', '2']);
    expect(queued(page)).toEqual([]);
    const kept = JSON.parse(page.window.localStorage.getItem('searchstaxSitecore.state1') ?? '');
    expect(Object.keys(kept)).toEqual([origin]);
  });

  test('a damaged row takes no other with it', async () => {
    const first = visit(['fail']);
    first.deliver('1');
    await first.page.pass(60);
    const storage = first.page.window.localStorage;
    const state = JSON.parse(storage.getItem('searchstaxSitecore.state1') ?? '');
    storage.setItem('searchstaxSitecore.state1', JSON.stringify({ a: null, b: { toString: 1 }, ...state }));
    const { page, sent } = visit([204], { storage, now: first.page.clock.now });
    page.window.Math.random = () => 0.999;
    await page.pass(1);
    expect(sent()).toEqual([]);
  });

  test('an event whose time or tab spells "http" is sent', async () => {
    const time = 'http000000';
    const before = openPage();
    const value = '{"event":"_search","properties":{"id":"1"}}';
    before.window.localStorage.setItem(`searchstaxSitecore.q.${time}.https0.${value.length}.${track}`, value);
    const { page, sent, requests } = visit([204], {
      storage: before.window.localStorage,
      now: Number.parseInt(time, 36) / 1000 + 1000,
    });
    await page.pass(1000);
    expect(sent()).toEqual(['1']);
    expect(requests[0]?.url).toBe(track);
  });

  test.each([
    ['back', -86_400_000],
    ['far ahead', 30 * 86_400_000],
  ])('a clock that is set %s drops nothing and holds nothing for long', async (_how, change) => {
    const { page, deliver, sent } = visit([503, 204]);
    deliver('1');
    await page.pass(300);
    page.clock.now += change;
    deliver('2');
    await page.pass(60_000);
    expect(sent()).toEqual(['1', '1', '2']);
    expect(page.warnings).toEqual([]);
  });

  test('storage that is cleared while a request is under way: nothing is lost', async () => {
    const { page, deliver, sent } = visit([204]);
    const real = page.window.fetch as unknown as (url: string, options: RequestInit) => Promise<Response>;
    page.window.fetch = ((url: string, options: RequestInit) => {
      const answer = real(url, options);
      return new Promise((resolve) => page.window.setTimeout(() => resolve(answer), 150));
    }) as unknown as typeof fetch;
    for (let id = 0; id < 10; id++) deliver(String(id));
    await page.pass(200);
    page.window.localStorage.clear();
    await page.pass(20_000);
    expect(sent()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(queued(page)).toEqual([]);
  });
});
