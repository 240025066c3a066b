import { expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Site } from './visit.ts';
import { byNumber, describeVisits, ids } from './visit.ts';

jest.setTimeout(90_000);

describeVisits('delivery in a browser', (visit) => {
  // That taking them makes no long task is the benchmark's to measure; here the work is counted.
  test('a thousand events are taken with few writes each, and sent once, in order, below 20 requests a second', async () => {
    const page = await visit.open();
    const [writes, waiting] = await page.evaluate(
      ([url, list]) => {
        const { setItem } = Storage.prototype;
        let count = 0;
        Storage.prototype.setItem = function (this: Storage, name: string, value: string) {
          count++;
          setItem.call(this, name, value);
        };
        const { deliver } = (window as unknown as Site).searchstaxSitecore;
        for (const id of list) deliver(url, { event: '_search', properties: { id } });
        return [count, Object.keys(localStorage).filter((name) => name.includes('.q.')).length];
      },
      [visit.server.endpoint, ids(1, 1000)] as const,
    );
    // One for the event, and few for what is known of where it goes to.
    expect(writes).toBeLessThan(2100);
    expect(waiting).toBe(1000);
    await visit.arrived(80);
    expect(visit.server.accepted()).toEqual(ids(1, visit.server.accepted().length));
    expect(visit.busiestSecond()).toBeLessThan(20);
  });

  test('what a page left waiting goes on from the next, also in the middle of slow answers', async () => {
    visit.server.behaviour.delay = 150;
    const page = await visit.open();
    await visit.deliver(page, ids(1, 20));
    for (let number = 1; number < 8; number++) {
      await page.waitForTimeout(230);
      await page.goto(`${visit.server.site}/page-${number}`);
    }
    visit.server.behaviour.delay = 0;
    await visit.arrived(20);
    expect(byNumber(visit.server.accepted())).toEqual(ids(1, 20));
  });

  test('an event whose answer nobody was left to read is not sent again', async () => {
    visit.server.behaviour.delay = 1000;
    const page = await visit.open();
    await visit.deliver(page, ids(1, 1));
    await visit.seen(1);
    await page.goto(`${visit.server.site}/next`);
    visit.server.behaviour.delay = 0;
    await visit.deliver(page, ids(2, 2));
    await visit.arrived(2);
    await quiet(page);
    expect(visit.server.accepted()).toEqual(['1', '2']);
    expect(await kept(page)).toEqual([]);
  });

  test('what the endpoint turned down before the page was left is sent again by the next, first', async () => {
    visit.server.behaviour.delay = 100;
    visit.server.behaviour.status = (count) => (count ? 204 : 429);
    await visit.context.addInitScript(() => {
      Math.random = () => 0.999;
    });
    const page = await visit.open();
    await visit.deliver(page, ids(1, 3));
    await visit.seen(1);
    await page.waitForTimeout(300);
    await page.goto(`${visit.server.site}/next`);
    await visit.arrived(3);
    expect(visit.server.accepted()).toEqual(['1', '2', '3']);
  });

  test('a storm of 429 loses nothing and is met with ever fewer requests', async () => {
    const end = Date.now() + 4000;
    visit.server.behaviour.status = () => (Date.now() < end ? 429 : 204);
    const page = await visit.open();
    await visit.deliver(page, ids(1, 30));
    await page.goto(`${visit.server.site}/next`);
    await visit.deliver(page, ids(31, 40));
    await visit.arrived(40);
    expect(visit.server.accepted()).toEqual(ids(1, 40));
    expect(visit.server.arrivals.filter((arrival) => arrival.status === 429).length).toBeLessThan(25);
  });

  test('a limit of five requests a second is kept to, after a few refusals', async () => {
    const times: number[] = [];
    visit.server.behaviour.status = () => {
      const now = Date.now();
      while (times.length && now - (times[0] as number) > 1000) times.shift();
      if (times.length >= 5) return 429;
      times.push(now);
      return 204;
    };
    const page = await visit.open();
    await visit.deliver(page, ids(1, 25));
    await visit.arrived(25);
    expect(visit.server.accepted()).toEqual(ids(1, 25));
    expect(visit.server.arrivals.length).toBeLessThan(40);
  });

  test('Retry-After is waited for, by the next page too', async () => {
    visit.server.behaviour.headers = { 'Retry-After': '2', 'Access-Control-Expose-Headers': 'Retry-After' };
    visit.server.behaviour.status = (count) => (count ? 204 : 503);
    const page = await visit.open();
    await visit.deliver(page, ids(1, 2));
    await visit.seen(1);
    await page.waitForTimeout(100);
    await page.goto(`${visit.server.site}/next`);
    await visit.arrived(2);
    expect(visit.server.accepted()).toEqual(['1', '2']);
    expect((visit.server.arrivals[1]?.at ?? 0) - (visit.server.arrivals[0]?.at ?? 0)).toBeGreaterThan(1900);
  });

  test('a server that is down and comes back gets everything', async () => {
    const page = await visit.open();
    await visit.deliver(page, ids(1, 3));
    await visit.arrived(3);
    await quiet(page);
    await visit.server.down();
    await visit.deliver(page, ids(4, 10));
    await page.waitForTimeout(700);
    await page.goto(`${visit.server.site}/next`);
    await page.waitForTimeout(700);
    await visit.server.up();
    await visit.arrived(10);
    expect(visit.server.accepted()).toEqual(ids(1, 10));
  });

  test('connections that are reset are tried again', async () => {
    visit.server.behaviour.status = (count) => (count % 3 === 2 ? 0 : 204);
    const page = await visit.open();
    await visit.deliver(page, ids(1, 5));
    await visit.arrived(5);
    expect(visit.server.accepted()).toEqual(ids(1, 5));
  });

  test('what was handed over offline is sent when the network is back', async () => {
    // A backoff of a minute: who waits for it has not heard that the network is back.
    await visit.context.addInitScript(() => {
      Math.random = () => 30.123456;
    });
    const page = await visit.open();
    await visit.context.setOffline(true);
    await visit.deliver(page, ids(1, 10));
    await page.waitForTimeout(1500);
    expect(visit.server.arrivals).toEqual([]);
    await visit.context.setOffline(false);
    await visit.arrived(10);
    expect(visit.server.accepted()).toEqual(ids(1, 10));
  });

  test('two tabs share one queue: each event once, and the pace of one', async () => {
    const first = await visit.open();
    const second = await visit.open();
    await Promise.all([visit.deliver(first, ids(1, 40)), visit.deliver(second, ids(101, 140))]);
    await first.waitForTimeout(400);
    await first.close();
    await visit.arrived(80);
    await quiet(second);
    const numbers = visit.server.accepted().map(Number);
    expect(numbers.length).toBe(80);
    expect(numbers.filter((id) => id < 100).map(String)).toEqual(ids(1, 40));
    expect(numbers.filter((id) => id > 100).map(String)).toEqual(ids(101, 140));
    expect(visit.busiestSecond()).toBeLessThan(20);
  });

  test('two tabs without Web Locks take turns by a lease', async () => {
    await visit.context.addInitScript(() => {
      Object.defineProperty(navigator, 'locks', { value: undefined });
    });
    const first = await visit.open();
    const second = await visit.open();
    await Promise.all([visit.deliver(first, ids(1, 20)), visit.deliver(second, ids(101, 120))]);
    await visit.arrived(40);
    await quiet(second);
    expect(visit.server.accepted().sort()).toEqual([...ids(1, 20), ...ids(101, 120)].sort());
    expect(visit.busiestSecond()).toBeLessThan(20);
  });

  test('an overloaded gateway that answers without CORS headers, on the first visit: nothing is lost', async () => {
    visit.server.behaviour.cors = false;
    visit.server.behaviour.status = () => 429;
    const page = await visit.open();
    await visit.deliver(page, ids(1, 10));
    await page.waitForTimeout(2000);
    visit.server.behaviour.cors = true;
    visit.server.behaviour.status = () => 204;
    await visit.arrived(10);
    expect(visit.server.accepted()).toEqual(ids(1, 10));
  });

  test('a page that is left while an endpoint recovers: the event under way is not sent twice', async () => {
    visit.server.behaviour.status = (count) => (count ? 204 : 503);
    // The longest pause before the second try: the next page's answer is nearer to it than the refusal.
    await visit.context.addInitScript(() => {
      Math.random = () => 0.999;
    });
    const page = await visit.open();
    await visit.deliver(page, ids(1, 2));
    await visit.seen(1);
    visit.server.behaviour.delay = 500;
    await visit.seen(2);
    await page.goto(`${visit.server.site}/next`);
    await visit.arrived(2);
    await quiet(page);
    expect(visit.server.accepted()).toEqual(['1', '2']);
  });

  test('answers that cannot be read: each event is sent once', async () => {
    visit.server.behaviour.cors = false;
    const page = await visit.open();
    await visit.deliver(page, ids(1, 12));
    await visit.arrived(12);
    await quiet(page);
    expect(visit.server.accepted()).toEqual(ids(1, 12));
    // The first event is followed by questions for five seconds; the others go without.
    expect(visit.server.arrivals.filter((arrival) => !arrival.id).length).toBe(7);
    await visit.server.down();
    await visit.deliver(page, ids(13, 14));
    await page.waitForTimeout(300);
    await visit.server.up();
    await visit.arrived(14);
    expect(visit.server.accepted()).toEqual(ids(1, 14));
  });

  test('answers that cannot be read, and pages that are left before that is known: still once each', async () => {
    visit.server.behaviour.cors = false;
    visit.server.behaviour.delay = 100;
    const page = await visit.open();
    for (let number = 0; number < 6; number++) {
      await visit.deliver(page, ids(number * 2 + 1, number * 2 + 2));
      await page.waitForTimeout(60 * number);
      await page.goto(`${visit.server.site}/page-${number}`);
    }
    await visit.deliver(page, ids(13, 13));
    await visit.arrived(13);
    await quiet(page);
    expect(byNumber(visit.server.accepted())).toEqual(ids(1, 13));
  });

  test('a full localStorage: events wait in memory, and go to the tab’s next page at the same pace', async () => {
    const page = await visit.open();
    await page.evaluate(() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (name, value) {
        if (this === localStorage) throw new DOMException('full', 'QuotaExceededError');
        setItem.call(this, name, value);
      };
    });
    await visit.deliver(page, ids(1, 40));
    await visit.seen(16);
    await page.goto(`${visit.server.site}/next`);
    await visit.arrived(40);
    await quiet(page);
    expect(byNumber(visit.server.accepted())).toEqual(ids(1, 40));
    expect(visit.busiestSecond()).toBeLessThanOrEqual(20);
  });

  test('no storage at all: what waits is handed to the browser when the page goes', async () => {
    const page = await visit.open();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    visit.server.behaviour.delay = 300;
    await visit.deliver(page, ids(1, 6));
    await visit.seen(1);
    await page.goto(`${visit.server.site}/next`);
    await visit.arrived(6);
    expect(visit.server.accepted().sort()).toEqual(ids(1, 6));
  });

  test('a page whose policy forbids the request: an image carries the event, once', async () => {
    const page = await visit.open('/strict');
    await visit.deliver(page, ids(1, 3));
    await visit.arrived(3);
    await quiet(page);
    // Nobody hears when an image has arrived.
    expect(byNumber(visit.server.accepted())).toEqual(['1', '2', '3']);
    expect(
      await page.evaluate(
        (url) => (window as unknown as Site).searchstaxSitecore.deliver(url, { event: '_search' }),
        visit.server.endpoint,
      ),
    ).toBe(false);
  });

  test.each([0, 60])(
    'a page whose policy forbids the request, left %d ms after the browser has said so: all arrive, once',
    async (ms) => {
      const page = await visit.open('/strict');
      const refused = page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            document.addEventListener('securitypolicyviolation', () => resolve(), { once: true });
          }),
      );
      await visit.deliver(page, ids(1, 4));
      await refused;
      await page.waitForTimeout(ms);
      await page.goto(`${visit.server.site}/next`);
      expect(byNumber(await visit.accepted(4))).toEqual(ids(1, 4));
      expect(await kept(page)).toEqual([]);
    },
  );

  test('a page that comes back from the back/forward cache goes on sending', async () => {
    const page = await visit.open();
    visit.server.behaviour.delay = 200;
    await visit.deliver(page, ids(1, 8));
    await visit.seen(2);
    await page.goto(`${visit.server.site}/next`);
    await visit.seen(4);
    await page.goBack();
    await visit.arrived(8);
    // What is handed to the browser when a page is left goes at once, in whatever order.
    expect(visit.server.accepted().sort()).toEqual(ids(1, 8));
  });

  test('a crashed tab: the next one sends the rest', async () => {
    const page = await visit.open();
    visit.server.behaviour.delay = 100;
    await visit.deliver(page, ids(1, 8));
    await visit.seen(3);
    await page.goto('chrome://crash').catch(() => {});
    const next = await visit.open('/next');
    await visit.arrived(8);
    await quiet(next);
    expect(visit.server.accepted()).toEqual(ids(1, 8));
  });
});

/** Long enough for a wrong second request to show. */
const quiet = (page: Page) => page.waitForTimeout(500);

/** What of the queue is still in storage. */
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('searchstaxSitecore.q.')));
