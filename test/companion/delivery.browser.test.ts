import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { describeInBrowser } from '../browser.ts';
import { buildCompanion } from './build.ts';
import type { TrackServer } from './server.ts';
import { startTrackServer } from './server.ts';

jest.setTimeout(60_000);

/** What the pages hold, as seen from inside them. */
interface Site {
  writes: number;
  searchstaxSitecore: { deliver: (url: string, event: object) => boolean };
}

const companion = await buildCompanion();

describeInBrowser('delivery in a browser', (browser) => {
  let server: TrackServer;
  let context: BrowserContext;

  beforeEach(async () => {
    server = await startTrackServer(companion);
    context = await browser().newContext();
  });

  afterEach(async () => {
    await context.close();
    await server.close();
  });

  const open = async (path = '/'): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(server.site + path);
    return page;
  };

  // That taking them makes no long task is the benchmark's to measure; here the work is counted.
  test('a thousand events are taken with few writes each, and sent once, in order, below 20 requests a second', async () => {
    const page = await open();
    await page.evaluate(() => {
      const site = window as unknown as Site;
      const setItem = Storage.prototype.setItem;
      site.writes = 0;
      Storage.prototype.setItem = function (this: Storage, name: string, value: string) {
        site.writes++;
        setItem.call(this, name, value);
      };
    });
    await deliver(page, server.endpoint, 1, 1000);
    // One for the event, and one for what is known of where it goes to.
    expect(await page.evaluate(() => (window as unknown as Site).writes)).toBeLessThan(2100);
    expect((await kept(page)).length).toBeGreaterThan(990);
    await arrived(server, 80);
    expect(server.accepted()).toEqual(ids(1, server.accepted().length));
    expect(busiestSecond(server)).toBeLessThan(20);
  });

  test('what a page left waiting goes on from the next, also in the middle of slow answers', async () => {
    server.behaviour.delay = 150;
    const page = await open();
    await deliver(page, server.endpoint, 1, 20);
    for (let visit = 1; visit < 8; visit++) {
      await page.waitForTimeout(230);
      await page.goto(`${server.site}/page-${visit}`);
    }
    server.behaviour.delay = 0;
    await arrived(server, 20);
    expect(server.accepted()).toEqual(ids(1, 20));
  });

  test('an event whose answer nobody was left to read is not sent again', async () => {
    server.behaviour.delay = 1000;
    const page = await open();
    await deliver(page, server.endpoint, 1, 1);
    await seen(server, 1);
    await page.goto(`${server.site}/next`);
    server.behaviour.delay = 0;
    await deliver(page, server.endpoint, 2, 2);
    await arrived(server, 2);
    await quiet(page);
    expect(server.accepted()).toEqual(['1', '2']);
    expect(await kept(page)).toEqual([]);
  });

  test('what the endpoint turned down before the page was left is sent again by the next, first', async () => {
    server.behaviour.delay = 100;
    server.behaviour.status = (count) => (count ? 204 : 429);
    await context.addInitScript(() => {
      Math.random = () => 0.999;
    });
    const page = await open();
    await deliver(page, server.endpoint, 1, 3);
    await seen(server, 1);
    await page.waitForTimeout(300);
    await page.goto(`${server.site}/next`);
    await arrived(server, 3);
    expect(server.accepted()).toEqual(['1', '2', '3']);
  });

  test('a storm of 429 loses nothing and is met with ever fewer requests', async () => {
    const end = Date.now() + 4000;
    server.behaviour.status = () => (Date.now() < end ? 429 : 204);
    const page = await open();
    await deliver(page, server.endpoint, 1, 30);
    await page.goto(`${server.site}/next`);
    await deliver(page, server.endpoint, 31, 40);
    await arrived(server, 40, 30_000);
    expect(server.accepted()).toEqual(ids(1, 40));
    expect(server.arrivals.filter((arrival) => arrival.status === 429).length).toBeLessThan(25);
  });

  test('a limit of five requests a second is kept to, after a few refusals', async () => {
    const times: number[] = [];
    server.behaviour.status = () => {
      const now = Date.now();
      while (times.length && now - (times[0] as number) > 1000) times.shift();
      if (times.length >= 5) return 429;
      times.push(now);
      return 204;
    };
    const page = await open();
    await deliver(page, server.endpoint, 1, 25);
    await arrived(server, 25, 40_000);
    expect(server.accepted()).toEqual(ids(1, 25));
    expect(server.arrivals.length).toBeLessThan(40);
  });

  test('Retry-After is waited for, by the next page too', async () => {
    server.behaviour.headers = { 'Retry-After': '2', 'Access-Control-Expose-Headers': 'Retry-After' };
    server.behaviour.status = (count) => (count ? 204 : 503);
    const page = await open();
    await deliver(page, server.endpoint, 1, 2);
    await seen(server, 1);
    await page.waitForTimeout(100);
    await page.goto(`${server.site}/next`);
    await arrived(server, 2);
    expect(server.accepted()).toEqual(['1', '2']);
    expect((server.arrivals[1]?.at ?? 0) - (server.arrivals[0]?.at ?? 0)).toBeGreaterThan(1900);
  });

  test('a server that is down and comes back gets everything', async () => {
    const page = await open();
    await deliver(page, server.endpoint, 1, 3);
    await arrived(server, 3);
    await quiet(page);
    await server.down();
    await deliver(page, server.endpoint, 4, 10);
    await page.waitForTimeout(700);
    await page.goto(`${server.site}/next`);
    await page.waitForTimeout(700);
    await server.up();
    await arrived(server, 10, 30_000);
    expect(server.accepted()).toEqual(ids(1, 10));
  });

  test('connections that are reset are tried again', async () => {
    server.behaviour.status = (count) => (count % 3 === 2 ? 0 : 204);
    const page = await open();
    await deliver(page, server.endpoint, 1, 5);
    await arrived(server, 5, 30_000);
    expect(server.accepted()).toEqual(ids(1, 5));
  });

  test('what was handed over offline is sent when the network is back', async () => {
    const page = await open();
    await context.setOffline(true);
    await deliver(page, server.endpoint, 1, 10);
    await page.waitForTimeout(1500);
    expect(server.arrivals).toEqual([]);
    const back = Date.now();
    await context.setOffline(false);
    await arrived(server, 10);
    expect(server.accepted()).toEqual(ids(1, 10));
    expect((server.arrivals[0]?.at ?? 0) - back).toBeLessThan(1000);
  });

  test('two tabs share one queue: each event once, and the pace of one', async () => {
    const first = await open();
    const second = await open();
    await Promise.all([deliver(first, server.endpoint, 1, 40), deliver(second, server.endpoint, 101, 140)]);
    await first.waitForTimeout(400);
    await first.close();
    await arrived(server, 80);
    await quiet(second);
    const numbers = server.accepted().map(Number);
    expect(numbers.length).toBe(80);
    expect(numbers.filter((id) => id < 100).map(String)).toEqual(ids(1, 40));
    expect(numbers.filter((id) => id > 100).map(String)).toEqual(ids(101, 140));
    expect(busiestSecond(server)).toBeLessThan(20);
  });

  test('two tabs without Web Locks take turns by a lease', async () => {
    await context.addInitScript(() => {
      Object.defineProperty(navigator, 'locks', { value: undefined });
    });
    const first = await open();
    const second = await open();
    await Promise.all([deliver(first, server.endpoint, 1, 20), deliver(second, server.endpoint, 101, 120)]);
    await arrived(server, 40);
    await quiet(second);
    expect(server.accepted().sort()).toEqual([...ids(1, 20), ...ids(101, 120)].sort());
    expect(busiestSecond(server)).toBeLessThan(20);
  });

  test('an overloaded gateway that answers without CORS headers, on the first visit: nothing is lost', async () => {
    server.behaviour.cors = false;
    server.behaviour.status = () => 429;
    const page = await open();
    await deliver(page, server.endpoint, 1, 10);
    await page.waitForTimeout(2000);
    server.behaviour.cors = true;
    server.behaviour.status = () => 204;
    await arrived(server, 10);
    expect(server.accepted()).toEqual(ids(1, 10));
  });

  test('a page that is left while an endpoint recovers: the event under way is not sent twice', async () => {
    server.behaviour.status = (count) => (count ? 204 : 503);
    // The longest pause before the second try: the next page's answer is nearer to it than the refusal.
    await context.addInitScript(() => {
      Math.random = () => 0.999;
    });
    const page = await open();
    await deliver(page, server.endpoint, 1, 2);
    await seen(server, 1);
    server.behaviour.delay = 500;
    await seen(server, 2);
    await page.goto(`${server.site}/next`);
    await arrived(server, 2);
    await quiet(page);
    expect(server.accepted()).toEqual(['1', '2']);
  });

  test('answers that cannot be read: each event is sent once', async () => {
    server.behaviour.cors = false;
    const page = await open();
    await deliver(page, server.endpoint, 1, 12);
    await arrived(server, 12, 12_000);
    await quiet(page);
    expect(server.accepted()).toEqual(ids(1, 12));
    // The first event is followed by questions for five seconds; the others go without.
    expect(server.arrivals.filter((arrival) => !arrival.id).length).toBe(7);
    await server.down();
    await deliver(page, server.endpoint, 13, 14);
    await page.waitForTimeout(300);
    await server.up();
    await arrived(server, 14, 20_000);
    expect(server.accepted()).toEqual(ids(1, 14));
  });

  test('answers that cannot be read, and pages that are left before that is known: still once each', async () => {
    server.behaviour.cors = false;
    server.behaviour.delay = 100;
    const page = await open();
    for (let visit = 0; visit < 6; visit++) {
      await deliver(page, server.endpoint, visit * 2 + 1, visit * 2 + 2);
      await page.waitForTimeout(60 * visit);
      await page.goto(`${server.site}/page-${visit}`);
    }
    await deliver(page, server.endpoint, 13, 13);
    await arrived(server, 13, 12_000);
    await quiet(page);
    expect(server.accepted()).toEqual(ids(1, 13));
  });

  test('a full localStorage: events wait in memory, and go to the tab’s next page at the same pace', async () => {
    const page = await open();
    await page.evaluate(() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (name, value) {
        if (this === localStorage) throw new DOMException('full', 'QuotaExceededError');
        setItem.call(this, name, value);
      };
    });
    await deliver(page, server.endpoint, 1, 40);
    await seen(server, 16);
    await page.goto(`${server.site}/next`);
    await arrived(server, 40);
    await quiet(page);
    expect(server.accepted()).toEqual(ids(1, 40));
    expect(busiestSecond(server)).toBeLessThanOrEqual(20);
  });

  test('no storage at all: what waits is handed to the browser when the page goes', async () => {
    const page = await open();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    server.behaviour.delay = 300;
    await deliver(page, server.endpoint, 1, 6);
    await seen(server, 1);
    await page.goto(`${server.site}/next`);
    await arrived(server, 6);
    expect(server.accepted().sort()).toEqual(ids(1, 6));
  });

  test('a page whose policy forbids the request: an image carries the event, once', async () => {
    const page = await open('/strict');
    await deliver(page, server.endpoint, 1, 3);
    await arrived(server, 3);
    await quiet(page);
    expect(server.accepted()).toEqual(['1', '2', '3']);
    expect(
      await page.evaluate(
        (url) => (window as unknown as Site).searchstaxSitecore.deliver(url, { event: '_search' }),
        server.endpoint,
      ),
    ).toBe(false);
  });

  test('a page that comes back from the back/forward cache goes on sending', async () => {
    const page = await open();
    server.behaviour.delay = 200;
    await deliver(page, server.endpoint, 1, 8);
    await seen(server, 2);
    await page.goto(`${server.site}/next`);
    await seen(server, 4);
    await page.goBack();
    await arrived(server, 8);
    // What is handed to the browser when a page is left goes at once, in whatever order.
    expect(server.accepted().sort()).toEqual(ids(1, 8));
  });

  test('a crashed tab: the next one sends the rest', async () => {
    const page = await open();
    server.behaviour.delay = 100;
    await deliver(page, server.endpoint, 1, 8);
    await seen(server, 3);
    await page.goto('chrome://crash').catch(() => {});
    const next = await open('/next');
    await arrived(server, 8, 20_000);
    await quiet(next);
    expect(server.accepted()).toEqual(ids(1, 8));
  });
});

/** Hands events with the ids `from` to `to` over, as the tag does. */
async function deliver(page: Page, endpoint: string, from: number, to: number): Promise<void> {
  const all = await page.evaluate(
    ([url, first, last]) => {
      let accepted = true;
      for (let id = first; id <= last; id++) {
        accepted =
          (window as unknown as Site).searchstaxSitecore.deliver(url, {
            event: '_search',
            properties: { id, query: 'café 日本' },
          }) && accepted;
      }
      return accepted;
    },
    [endpoint, from, to] as const,
  );
  expect(all).toBe(true);
}

function ids(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}

async function until(met: () => boolean, what: () => string, ms: number): Promise<void> {
  const end = Date.now() + ms;
  while (!met()) {
    if (Date.now() > end) throw new Error(`Waited ${ms} ms in vain: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const arrived = (server: TrackServer, count: number, ms = 8_000) =>
  until(
    () => server.accepted().length >= count,
    () => `${server.accepted().length} of ${count} arrived`,
    ms,
  );

const seen = (server: TrackServer, count: number) =>
  until(
    () => server.arrivals.length >= count,
    () => `${server.arrivals.length} requests of ${count}`,
    4_000,
  );

/** Long enough for a wrong second request to show. */
const quiet = (page: Page) => page.waitForTimeout(500);

/** What of the queue is still in storage. */
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('searchstaxSitecore.q.')));

function busiestSecond(server: TrackServer): number {
  const times = server.arrivals.map((arrival) => arrival.at);
  return Math.max(
    ...times.map((start) => times.filter((time) => time >= start && time < start + 1000).length),
  );
}
