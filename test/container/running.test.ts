import { describe, expect, test } from '@jest/globals';
import { events } from '../../src/catalogue/events.ts';
import type { ContainerExport } from '../../src/container/export-format.ts';
import { createPage, type PageOptions } from '../../src/sandbox/index.ts';
import { delivered, filledIn, values } from './built.ts';
import { publish } from './gtm.ts';

/** What the container sends and says on a page that pushes these messages. */
async function visit(
  container: ContainerExport,
  pushes: Record<string, unknown>[],
  options: PageOptions = {},
) {
  const page = createPage({ preview: true, ...options });
  const fired = publish(container, page);
  for (const push of pushes) page.push(push);
  await page.settled();
  return {
    requests: page.requests,
    cookies: Object.entries(page.cookies()),
    console: page.console.map(([line]) => String(line)),
    fired: fired
      .filter(({ event }) => event !== 'gtm.init')
      .map(({ tag, firing }) => `${tag}: ${firing?.outcome}`),
  };
}

function payload(request = ''): { event: string; properties: Record<string, unknown> } {
  const data = new URL(request).searchParams.get('data') ?? '';
  return JSON.parse(Buffer.from(data, 'base64').toString('utf8'));
}

function goalOf(request = ''): string | null {
  return new URL(request).searchParams.get('sc_trk');
}

const phoneLink = { event: 'gtm.linkClick', 'gtm.elementUrl': 'tel:+4930123456' };
const resultsShown = {
  event: 'view_search_results',
  search_term: 'running shoes',
  items: [{ item_id: '/shoes/1', item_name: 'Trail runner' }],
};
const resultClicked = {
  event: 'select_item',
  items: [{ item_id: '/shoes/1', item_name: 'Trail runner', index: 0 }],
};

describe('with everything filled in', () => {
  test.each(events)(
    'searchstax$name is sent to the host, with the key, the language and the profile',
    async (event) => {
      const push = { event: `searchstax${event.name}`, searchstax: event.example };
      const { requests, fired } = await visit(filledIn(), [push]);
      expect(fired).toEqual(['SearchStax - Search events: success']);
      expect(requests).toHaveLength(1);
      expect(requests[0]).toMatch(/^https:\/\/analytics-eu\.searchstax\.com\/api\/v2\/track\/\?data=/);
      expect(payload(requests[0])).toMatchObject({
        event: event.name,
        properties: { key: values.trackingKey, language: 'en', model: 'ShopModel', ...event.example },
      });
    },
  );

  test('a search and a click that GA4 is told of are sent once each', async () => {
    const { requests, fired } = await visit(filledIn(), [resultsShown, resultClicked]);
    expect(fired).toEqual([
      'SearchStax - Search events from GA4: success',
      'SearchStax - Search events from GA4: success',
    ]);
    expect(requests.map(payload)).toMatchObject([
      { event: '_search', properties: { query: 'running shoes', impressions: [{ cDocId: '/shoes/1' }] } },
      { event: '_searchclick', properties: { query: 'running shoes', cDocId: '/shoes/1', position: 1 } },
    ]);
  });

  test('a click whose query the searchstax object tells is sent', async () => {
    const { requests } = await visit(filledIn(), [{ ...resultClicked, searchstax: { query: 'boots' } }]);
    expect(requests.map(payload)).toMatchObject([{ event: '_searchclick', properties: { query: 'boots' } }]);
  });

  test.each([
    ['no search', {}],
    ['a search that was cleared', { search_term: '' }],
    ['a search that was taken back', { search_term: undefined }],
    ['a search that is null', { search_term: null }],
  ])("a product chosen from a shop's list, with %s, fires nothing", async (_case, also) => {
    expect((await visit(filledIn(), [{ ...resultClicked, ...also }])).fired).toEqual([]);
  });

  test('an opened chat is the chat goal, a clicked phone number the phone goal', async () => {
    const { requests, fired } = await visit(filledIn(), [
      { event: 'chat_open', chat: { provider: 'intercom' } },
      { event: 'phone_click', phone: { number: '+4930123456' } },
    ]);
    expect(fired).toEqual(['Sitecore - Chat goal: success', 'Sitecore - Phone goal: success']);
    expect(requests.map(goalOf)).toEqual([values.chatGoal, values.phoneGoal]);
    expect(requests[0]).toMatch(/^https:\/\/www\.example\.com\/-\/media\/goals\/trigger\?/);
  });

  test('a chat that opens again by itself counts once a session, on the next page too', async () => {
    const first = await visit(filledIn(), [{ event: 'chat_open' }, { event: 'chat_open' }]);
    expect(first.requests.map(goalOf)).toEqual([values.chatGoal]);
    const cookies = first.cookies.map(([name, value]) => `${name}=${value}`).join('; ');
    expect((await visit(filledIn(), [{ event: 'chat_open' }], { cookies })).requests).toEqual([]);
  });

  test('a phone number counts each time', async () => {
    const clicks = [{ event: 'phone_click' }, { event: 'phone_click' }];
    expect((await visit(filledIn(), clicks)).requests).toHaveLength(2);
  });

  test("without the companion GTM's own trigger hears the phone number", async () => {
    const { requests, fired } = await visit(filledIn(), [phoneLink]);
    expect(fired).toEqual(['Sitecore - Phone goal (without companion): success']);
    expect(requests.map(goalOf)).toEqual([values.phoneGoal]);
  });

  test('another link is no phone number', async () => {
    const link = { event: 'gtm.linkClick', 'gtm.elementUrl': 'https://www.example.com/tel:' };
    expect((await visit(filledIn(), [link])).fired).toEqual([]);
  });

  test('what the site pushes for others fires nothing', async () => {
    const others = ['page_view', 'search', 'chat_start', 'searchstax_suggest', 'gtm.click'];
    expect(
      (
        await visit(
          filledIn(),
          others.map((event) => ({ event })),
        )
      ).fired,
    ).toEqual([]);
  });

  test('before consent it is held, and sent once consent comes', async () => {
    const page = createPage({ consent: { analytics_storage: 'denied' } });
    publish(filledIn(), page);
    page.push(resultsShown);
    page.push({ event: 'chat_open' });
    await page.settled();
    expect(page.requests).toEqual([]);
    page.updateConsent({ analytics_storage: 'granted' });
    await page.settled();
    expect(page.requests).toHaveLength(2);
  });
});

describe('searches without results', () => {
  const goalTag = 'Sitecore - No results goal: success';
  const wanted = filledIn({ noResultsGoal: 'Nothing found' });
  const found = (totalHits?: unknown) => ({
    event: 'searchstax_search',
    searchstax: { query: 'xyz', totalHits },
  });
  /** As the companion pushes it. */
  const tracked = (totalHits?: unknown, query = 'xyz', lastQuery?: string) => ({
    event: 'searchstax_tracked_search',
    searchstaxTracked: { query, totalHits, lastQuery },
  });

  test.each([
    ['pushed, as a number', found(0)],
    ['pushed, as a text', found('0')],
    ['sent by the tracker, as a number', tracked(0)],
    ['sent by the tracker, as a text', tracked('0')],
  ])('one %s, is the goal', async (_case, push) => {
    const { requests, fired } = await visit(wanted, [push]);
    expect(fired).toContain(goalTag);
    expect(requests.map(goalOf)).toContain('Nothing found');
  });

  test.each([
    ['with results', [found(10)]],
    ['with results, of the tracker', [tracked(20)]],
    ['whose number is not known', [found(undefined)]],
    ['whose number is null', [found(null)]],
    ['whose number is empty', [found('')]],
    ['whose number is false', [found(false)]],
    ['whose number is unknown, after one without results', [found(0), found(undefined)], 1],
    ['of which only a click is told', [{ event: 'searchstax_searchclick', searchstax: { totalHits: 0 } }]],
    ['that somebody else tells of', [{ event: 'search', searchstax: { totalHits: 0 } }]],
  ])('a search %s is not', async (_case, pushes, earlier = 0) => {
    const { fired } = await visit(wanted, pushes);
    expect(fired.filter((line) => line === goalTag)).toHaveLength(earlier);
  });

  test.each([
    ['the tracker first', [tracked(0), found(0), tracked(0, 'xyz', 'xyz'), found(0)], 2],
    ['the page first', [found(0), tracked(0), found(0), tracked(0, 'xyz', 'xyz')], 2],
    [
      'the page first, after another search',
      [tracked(9, 'abc'), found(0), tracked(0, 'xyz', 'abc'), tracked(0, 'abc', 'xyz')],
      2,
    ],
    ['the page first, which does not know the number', [found(undefined), tracked(0)], 1],
  ])(
    'one that the tracker sends and the page pushes counts once, each time: %s',
    async (_case, pushes, times) => {
      const { fired } = await visit(wanted, pushes);
      expect(fired.filter((line) => line === goalTag)).toHaveLength(times);
    },
  );

  test('the same search twice counts twice', async () => {
    const { fired } = await visit(wanted, [
      found(0),
      found(0),
      tracked(0, 'abc', 'xyz'),
      tracked(0, 'abc', 'abc'),
    ]);
    expect(fired.filter((line) => line === goalTag)).toHaveLength(4);
  });

  test('nothing counts as long as the tag is paused', async () => {
    for (const container of [delivered, filledIn()]) {
      expect((await visit(container, [found(0), tracked(0)])).fired.join()).not.toContain('No results');
    }
  });
});

describe('before anything is filled in', () => {
  const pushes = [
    ...events.map((event) => ({ event: `searchstax${event.name}`, searchstax: event.example })),
    resultsShown,
    resultClicked,
    { event: 'chat_open' },
    { event: 'phone_click' },
    phoneLink,
  ];

  test('nothing is sent, whatever happens', async () => {
    const { requests, fired } = await visit(delivered, pushes);
    expect(requests).toEqual([]);
    expect(fired).toHaveLength(pushes.length);
    expect(fired.filter((line) => !line.endsWith(': failure'))).toEqual([]);
  });

  test('the console says for each event what to fill in', async () => {
    const { console } = await visit(delivered, pushes);
    expect(console).toHaveLength(pushes.length);
    expect(console.filter((line) => line.includes('"Tracking key" in this tag is empty'))).toHaveLength(9);
    expect(console.filter((line) => line.includes('No goal is named: fill in "Goal"'))).toHaveLength(3);
  });

  test('what is filled in works, though the rest is not', async () => {
    const partly = filledIn({ chatGoal: undefined, language: undefined });
    const { fired } = await visit(partly, [resultsShown, { event: 'chat_open' }]);
    expect(fired).toEqual(['SearchStax - Search events from GA4: success', 'Sitecore - Chat goal: failure']);
  });
});

describe('with its permission narrowed to the two hosts', () => {
  const hosts = ['https://analytics-eu.searchstax.com/api/v2/track/*', 'https://www.example.com/*'];

  test('it sends to them', async () => {
    const { requests } = await visit(filledIn({}, hosts), [resultsShown, { event: 'chat_open' }]);
    expect(requests).toHaveLength(2);
  });

  test('it sends to no other, and says so', async () => {
    const { requests, console } = await visit(filledIn({}, hosts), [resultsShown, { event: 'chat_open' }], {
      url: 'https://stage.example.com/',
    });
    expect(requests).toHaveLength(1);
    expect(console.join('\n')).toContain('GTM does not let this template send to https://stage.example.com');
  });
});
