import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Page } from '../../browsers/page.ts';
import { describeInBrowsers } from '../browser.ts';
import { payloads } from '../receiver/payloads.ts';
import type { Site } from './site.ts';
import { startSite, until } from './site.ts';

type Deliver = (url: string, event: object) => boolean;

/** Searches that differ in their number, with text that is no ASCII. */
const searches = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    event: '_search',
    properties: { ...payloads[0]?.example.properties, query: `größe ${from + index} 日本 😀` },
  }));

/**
 * In the order of their numbers: what a page hands to the browser as it is left goes beside the request under way, so
 * that none is lost on a visitor's last page, and may overtake it.
 */
const byNumber = (events: unknown[]) => {
  const numberOf = (event: unknown) => Number(/größe (\d+)/.exec(JSON.stringify(event))?.[1]);
  return [...events].sort((a, b) => numberOf(a) - numberOf(b));
};

describeInBrowsers('delivery', (browser) => {
  let site: Site;
  beforeEach(async () => {
    site = await startSite();
  });
  afterEach(() => site.close());

  const open = async (path = '/') => {
    const page = await browser.newPage();
    await page.goto(site.url + path);
    return page;
  };

  /** Hands events over as the tag does. @returns whether all are taken care of */
  const deliver = (page: Page, events: object[]) =>
    page.evaluate(
      (url, given) => {
        const { deliver } = (window as unknown as { searchstaxSitecore: { deliver: Deliver } })
          .searchstaxSitecore;
        return given.every((event) => deliver(url, event));
      },
      site.endpoint,
      events,
    );

  const received = (count: number) =>
    until(
      () => site.searchstax.log.length >= count,
      () => site.searchstax.log,
    );

  /** Everything that was counted, once that many are and none follows. */
  const accepted = async (count: number) => {
    await until(
      () => site.accepted().length >= count,
      () =>
        site.searchstax.log.map(({ method, status, verdict, reason }) => [method, status, verdict, reason]),
    );
    await new Promise((resolve) => setTimeout(resolve, 600));
    return site.accepted();
  };

  test('every kind of event arrives as it was handed over, in one POST each', async () => {
    const events = payloads.map(({ example }) => example);
    const page = await open();
    expect(await deliver(page, events)).toBe(true);
    expect(await accepted(events.length)).toEqual(events);
    expect(site.searchstax.log.map(({ method }) => method)).toEqual(events.map(() => 'POST'));
  });

  test('a page that is left at once leaves nothing behind: all arrive, once', async () => {
    const page = await open();
    expect(await deliver(page, searches(1, 20))).toBe(true);
    await page.goto(`${site.url}/second`);
    await page.goto(`${site.url}/third`);
    expect(byNumber(await accepted(20))).toEqual(searches(1, 20));
  });

  test('a page that comes back from the history goes on sending', async () => {
    const page = await open();
    site.searchstax.set({ delay: 200 });
    await deliver(page, searches(1, 8));
    await received(2);
    await page.goto(`${site.url}/second`);
    await received(4);
    await page.back();
    expect(byNumber(await accepted(8))).toEqual(searches(1, 8));
  });

  test('SearchStax’s own tracker is heard on a page that comes back from the history, each call once', async () => {
    const call = (query: string) => ['track', { key: 'k', query }];
    site.show({ head: '<script>_msq = [];</script>' });
    const push = (page: Page, query: string) =>
      page.evaluate((told) => {
        (window as unknown as { _msq: unknown[] })._msq.push(told);
      }, call(query));
    const heard = (count: number) =>
      until(
        () => site.pushed().length >= count,
        () => site.pushed(),
      );
    const page = await open();
    await push(page, 'boots');
    await heard(1);
    await page.goto(`${site.url}/second`);
    await page.back();
    await push(page, 'shoes');
    await heard(2);
    // What the tracker has sent is not sent a second time, and what it has not is.
    await deliver(page, [{ event: '_search', properties: { key: 'k', query: 'shoes' } }, ...searches(1, 1)]);
    expect(await accepted(1)).toEqual(searches(1, 1));
    expect(site.pushed()).toMatchObject(
      ['boots', 'shoes'].map((query) => ({
        event: 'searchstax_tracked_search',
        searchstaxTracked: { query },
      })),
    );
  });

  test.each([503, 'reset'] as const)('an endpoint that fails twice (%s) gets everything', async (as) => {
    site.searchstax.set({ failure: { as, next: 2 } });
    await deliver(await open(), searches(1, 3));
    expect(await accepted(3)).toEqual(searches(1, 3));
  });

  test('two windows of one visitor take turns: each event once', async () => {
    const [first, second] = [await open(), await open('/second')];
    await Promise.all([deliver(first, searches(1, 15)), deliver(second, searches(101, 115))]);
    const all = JSON.stringify([...searches(1, 15), ...searches(101, 115)]);
    expect((await accepted(30)).length).toBe(30);
    expect(site.accepted().every((event) => all.includes(JSON.stringify(event)))).toBe(true);
    expect(new Set(site.accepted().map((event) => JSON.stringify(event))).size).toBe(30);
  });

  test('a window that is closed leaves its events to the visitor’s other', async () => {
    const [first, second] = [await open(), await open('/second')];
    site.searchstax.set({ delay: 100 });
    await deliver(second, searches(1, 10));
    await received(2);
    await second.close();
    await first.goto(`${site.url}/third`);
    expect(byNumber(await accepted(10))).toEqual(searches(1, 10));
  });

  test('answers that a page may not read: each event once', async () => {
    site.searchstax.set({ cors: false });
    await deliver(await open(), searches(1, 4));
    expect(await accepted(4)).toEqual(searches(1, 4));
  });

  test('a policy that forbids the request: an image carries what was taken, and the tag hears of it', async () => {
    site.show({ policy: "connect-src 'self'" });
    const page = await open();
    await deliver(page, searches(1, 2));
    // Nobody hears when an image has arrived.
    expect(byNumber(await accepted(2))).toEqual(searches(1, 2));
    expect(await deliver(page, searches(3, 3))).toBe(false);
  });

  test('no storage, as in a sandboxed page: events are sent, also when the page is left', async () => {
    // Without an origin of its own, a page may keep nothing.
    site.show({ policy: 'sandbox allow-scripts' });
    site.searchstax.set({ delay: 200 });
    const page = await open();
    expect(
      await page.evaluate(() => {
        try {
          return Boolean(localStorage);
        } catch (error) {
          return (error as Error).name;
        }
      }),
    ).toBe('SecurityError');
    await deliver(page, searches(1, 6));
    await received(1);
    site.show({});
    await page.goto(`${site.url}/second`);
    expect(byNumber(await accepted(6))).toEqual(searches(1, 6));
  });
});
