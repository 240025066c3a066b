import { describe, expect, test } from '@jest/globals';
import type { TestPage } from './page.ts';
import { openPage } from './page.ts';

const search = { key: 'k', query: 'boots', totalHits: 0, impressions: [] };
const click = { key: 'k', query: 'boots', cDocId: '7', cDocTitle: 'Boot', position: 3 };
const heard = (name: string, properties: object) => ({
  event: `searchstax_tracked${name}`,
  searchstaxTracked: properties,
});
const track = 'https://analytics-us.searchstax.com/api/v2/track/';

interface Queue {
  push: (...calls: unknown[]) => unknown;
}

function visit(before?: (window: TestPage['window']) => void) {
  const page = openPage();
  const sent: string[] = [];
  page.window.fetch = ((_url: string, options: RequestInit) => {
    const data = new URLSearchParams(String(options.body)).get('data') ?? '';
    sent.push(JSON.parse(Buffer.from(data, 'base64').toString('utf8')).event);
    return Promise.resolve({ status: 204, headers: new Headers() });
  }) as typeof fetch;
  before?.(page.window);
  page.run();
  const { deliver } = page.window.searchstaxSitecore as {
    deliver: (url: string, event: object, note?: (text: string) => void) => boolean;
  };
  const queue = () => page.window._msq as Queue;
  return { page, sent, deliver, queue };
}

describe('SearchStax’s own tracker', () => {
  test.each([
    ['track', '_search', search],
    ['trackClick', '_searchclick', click],
    ['trackRelatedSearch', '_relatedsearch', { key: 'k', query: 'a', impressions: [] }],
    [
      'trackRelatedSearchClick',
      '_relatedsearchclick',
      { key: 'k', query: 'a', relatedSearch: 'b', position: 1 },
    ],
    ['trackSearchSatisfaction', '_searchSatisfaction', { key: 'k', score: 0 }],
  ])('%s is pushed, without what the tag would send', (name, wire, payload) => {
    const { page, queue } = visit((window) => {
      window._msq = [];
    });
    queue().push([name, payload]);
    expect(page.pushed()).toEqual([heard(wire, payload)]);
  });

  test('a property that a call does not have clears the one of the call before, as GTM merges the two', () => {
    const { page, queue } = visit((window) => {
      window._msq = [];
    });
    const { totalHits: _, ...without } = search;
    queue().push(['track', search]);
    queue().push(['track', without]);
    const last = (page.window.dataLayer as { searchstaxTracked: object }[]).at(-1)?.searchstaxTracked;
    expect(Object.entries(last ?? {})).toContainEqual(['totalHits', undefined]);
    expect(last).toMatchObject(without);
  });

  test('each call is pushed with the query of the one before', () => {
    const { page, queue } = visit((window) => {
      window._msq = [];
    });
    queue().push(['track', search]);
    queue().push(['track', { ...search, query: 'shoes' }]);
    queue().push(['trackClick', { ...click, query: 'shoes' }]);
    const pushed = page.pushed() as { searchstaxTracked: { lastQuery?: string } }[];
    expect(pushed.map((message) => message.searchstaxTracked.lastQuery)).toEqual([
      undefined,
      'boots',
      'shoes',
    ]);
  });

  test('is heard where it was called before, once', async () => {
    const { page } = visit((window) => {
      window._msq = [['track', search]];
    });
    await page.pass(10_000);
    expect(page.pushed()).toEqual([heard('_search', search)]);
  });

  test('is heard where its array comes later', async () => {
    const { page, queue } = visit();
    expect('_msq' in page.window).toBe(false);
    await page.pass(1000);
    page.window._msq = [['track', search]];
    await page.pass(2500);
    queue().push(['trackClick', click]);
    expect(page.pushed()).toEqual([
      heard('_search', search),
      heard('_searchclick', { ...click, lastQuery: 'boots' }),
    ]);
  });

  test('is heard where push is replaced, and gets its calls and gives its answers as before', () => {
    const { page, queue } = visit((window) => {
      window._msq = [];
    });
    const calls: unknown[] = [];
    queue().push = function (this: unknown, ...args: unknown[]) {
      calls.push(this, ...args);
      return 'theirs';
    };
    expect(queue().push(['track', search], ['other'])).toBe('theirs');
    expect(calls).toEqual([queue(), ['track', search], ['other']]);
    expect(page.pushed()).toEqual([heard('_search', search)]);
  });

  test('is heard at once where another object takes the array’s place', () => {
    const { page, queue } = visit((window) => {
      window._msq = [];
    });
    const old = queue();
    const calls: unknown[] = [];
    page.window._msq = { push: (call: unknown) => calls.push(call) };
    queue().push(['track', search]);
    // A kit that keeps the old array, whose calls the tracker passes on.
    old.push(['track', search]);
    expect(calls.length).toBe(1);
    expect(page.pushed()).toEqual([heard('_search', search)]);
  });

  test('is heard where a script has declared the array', async () => {
    const page = openPage({ scripts: true, html: '<script>var _msq = _msq || [];</script>' });
    page.run();
    (page.window._msq as Queue).push(['track', search]);
    expect(page.pushed()).toEqual([heard('_search', search)]);
  });

  test.each([
    ['another tracker’s call', ['trackEvent', { key: 'k', query: 'q' }]],
    ['no payload', ['track']],
    ['null', ['track', null]],
    ['text', ['track', 'boots']],
    ['no key', ['track', { query: 'q' }]],
    ['no query', ['track', { key: 'k' }]],
    ['feedback without a score', ['trackSearchSatisfaction', { key: 'k', query: 'q' }]],
    ['an inherited name', ['constructor', { key: 'k', query: 'q', score: 1 }]],
    ['no call', undefined],
  ])('is not mistaken: %s', (_what, call) => {
    const { page, queue } = visit((window) => {
      window._msq = [];
    });
    expect(() => queue().push(call)).not.toThrow();
    expect(page.pushed()).toEqual([]);
  });

  test.each([[Object.freeze([])], [7], ['text'], [{}], [{ push: 1 }]])(
    'is no reason to fail: %p',
    async (odd) => {
      const { page } = visit((window) => {
        window._msq = odd;
      });
      await page.pass(3000);
      expect(page.window._msq).toBe(odd);
      expect(page.pushed()).toEqual([]);
    },
  );
});

describe('what the tracker has sent', () => {
  const tracked = () =>
    visit((window) => {
      window._msq = [['track', search]];
    });

  test('is not sent again within two seconds; the note says why', async () => {
    const { page, sent, deliver } = tracked();
    const notes: string[] = [];
    expect(deliver(track, { event: '_search', properties: search }, (text) => notes.push(text))).toBe(true);
    // The tag says first that it has handed the event over.
    expect(notes).toEqual([]);
    await page.pass(1000);
    expect(sent).toEqual([]);
    expect(notes).toEqual(["SearchStax's own tracker has sent it already."]);
  });

  test.each([
    ['another query', '_search', { ...search, query: 'shoes' }],
    ['another event', '_relatedsearch', search],
  ])('is delivered where it is %s', async (_what, event, properties) => {
    const { page, sent, deliver } = tracked();
    deliver(track, { event, properties });
    await page.pass(1000);
    expect(sent).toEqual([event]);
  });

  test('is delivered after two seconds', async () => {
    const { page, sent, deliver } = tracked();
    await page.pass(2100);
    deliver(track, { event: '_search', properties: search });
    await page.pass(1000);
    expect(sent).toEqual(['_search']);
  });

  test.each([
    ['the same result', { cDocId: '7', position: 9 }, []],
    ['the same place', { cDocId: 'https://x/7', position: '3' }, []],
    ['another result', { cDocId: '8', position: 4 }, ['_searchclick']],
  ])('a click that the tracker sends a tick later: %s', async (_what, its, expected) => {
    const { page, sent, deliver, queue } = tracked();
    expect(deliver(track, { event: '_searchclick', properties: { ...click, ...its } })).toBe(true);
    await page.pass(10);
    queue().push(['trackClick', click]);
    await page.pass(1000);
    expect(sent).toEqual(expected);
  });

  test('a search that the page pushes a tick before the tracker sends it, the first of the page too', async () => {
    const { page, sent, deliver, queue } = visit((window) => {
      window._msq = [];
    });
    expect(deliver(track, { event: '_search', properties: search })).toBe(true);
    await page.pass(10);
    queue().push(['track', search]);
    await page.pass(1000);
    expect(sent).toEqual([]);
  });

  test('a click that the tracker does not send is delivered after 50 ms, or when the page is left', async () => {
    const { page, sent, deliver } = tracked();
    deliver(track, { event: '_searchclick', properties: click });
    page.window.dispatchEvent(new page.window.Event('pagehide'));
    expect(Object.keys(page.window.localStorage).some((name) => name.includes('.q.'))).toBe(true);
    await page.pass(1000);
    page.window.dispatchEvent(new page.window.Event('pageshow'));
    await page.pass(1000);
    expect(sent).toEqual(['_searchclick']);
  });

  test('a click that is held back when consent is withdrawn is dropped', async () => {
    const { page, sent, deliver } = tracked();
    const { consent } = page.window.searchstaxSitecore as { consent: (granted: boolean) => true };
    consent(true);
    deliver(track, { event: '_searchclick', properties: click });
    consent(false);
    await page.pass(1000);
    expect(sent).toEqual([]);
    expect(Object.keys(page.window.localStorage)).toEqual([]);
  });

  test('nothing is held back where there is no tracker', () => {
    const { page, deliver } = visit();
    deliver(track, { event: '_searchclick', properties: click });
    expect(Object.keys(page.window.localStorage).some((name) => name.includes('.q.'))).toBe(true);
  });
});

test('a page without a tracker is not looked at for ever', async () => {
  const { page } = visit();
  await page.pass(130_000);
  const timers = page.timers();
  await page.pass(600_000);
  expect(page.timers()).toBe(timers);
});
