/** The example site pushes nothing: the built search page reader reads it, whichever way its search page is built. */

import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { addressOf, type KindName, kinds, pathOf, readAddress } from '../../playground/site/kinds.ts';
import type { Receiver } from '../../src/receiver/index.ts';
import { describeInBrowser } from '../browser.ts';
import { choose, closePages, open, row, startPlayground, startStaticHost } from './served.ts';

describe('the address of a search page', () => {
  const at = (name: KindName, query?: string, page?: number) =>
    new URL(addressOf(name, query, page), 'http://127.0.0.1/');

  test.each(Object.keys(kinds) as KindName[])('of %s says what is searched for', (name) => {
    const page = kinds[name].address.query === 'text' ? 1 : 3;
    expect(readAddress(at(name, 'Größe & "42"', page))).toEqual({ name, query: 'Größe & "42"', page });
    expect(readAddress(at(name))).toEqual({ name, query: '', page: 1 });
  });

  test('shows as on the real site', () => {
    expect(pathOf(at('ui-kit', 'boots', 2))).toBe('/search?searchstax[query]=boots&searchstax[page]=2');
    expect(pathOf(at('sxa', 'boots', 3))).toBe('/search#q=boots&e=20&p=10');
    expect(pathOf(at('shop'))).toBe('/search');
  });
});

/** The page on which a kind shows its second list, and how one gets there. */
const nextPage: { [name in KindName]: (site: FrameLocator) => Promise<void> } = {
  shop: (site) => site.getByRole('button', { name: 'Page 2' }).click(),
  'ui-kit': (site) => site.getByRole('link', { name: 'Next' }).click(),
  sxa: (site) => site.getByRole('link', { name: '2', exact: true }).click(),
  server: (site) => site.getByRole('link', { name: 'Next page' }).click(),
  scroll: (site) => site.getByText('Clog').scrollIntoViewIfNeeded(),
};

describeInBrowser('a site that pushes nothing', (browser) => {
  let receiver: Receiver;
  let host: Awaited<ReturnType<typeof startStaticHost>>;
  beforeAll(async () => {
    receiver = await startPlayground();
    host = await startStaticHost();
  });
  afterEach(() => closePages(browser()));
  afterAll(async () => {
    host.server.closeAllConnections();
    host.server.close();
    await receiver.close();
  });

  /** Opens the playground with a site of a kind, and searches there. */
  async function searchOn(page: Page, name: KindName, query: string): Promise<FrameLocator> {
    receiver.clear();
    await choose(page, 'The site pushes', 'Nothing');
    await page.getByRole('combobox', { name: 'Search page' }).selectOption({ label: kinds[name].title });
    const site = page.frameLocator('.site-frame');
    await site.getByRole('searchbox', { name: 'Search the shop' }).fill(query);
    await site.getByRole('searchbox', { name: 'Search the shop' }).press('Enter');
    return site;
  }

  interface Sent {
    event: string;
    properties: Record<string, unknown> & { impressions?: { position: number; cDocTitle: string }[] };
  }
  const sent = (event: string) =>
    receiver.log.map((one) => one.event as Sent).filter((one) => one?.event === event);

  /** Waits until so many events have come, and then some, in case one comes too often. */
  async function arrived(page: Page, event: string, count: number): Promise<Sent[]> {
    const end = Date.now() + 40_000;
    while (sent(event).length < count && Date.now() < end) await page.waitForTimeout(50);
    await page.waitForTimeout(700);
    return sent(event);
  }

  test.each(Object.keys(kinds) as KindName[])(
    'built as %s, is read: the search, the next page, a click there',
    async (name) => {
      const { page, complaints } = await open(browser(), receiver.url);
      const site = await searchOn(page, name, 'shoes');
      const first = await arrived(page, '_search', 1);
      expect(first).toMatchObject([
        { properties: { query: 'shoes', totalHits: 26, shownHits: 10, key: 'demo-tracking-key' } },
      ]);
      expect(first[0]?.properties.impressions).toHaveLength(10);
      expect(first[0]?.properties.impressions?.[0]).toMatchObject({
        position: 1,
        cDocTitle: 'Trail runner',
      });

      await nextPage[name](site);
      expect((await arrived(page, '_search', 2)).slice(1)).toMatchObject([
        { properties: { query: 'shoes', totalHits: 26, shownHits: 10, pageNo: 2 } },
      ]);
      await site
        .locator('li, article, .searchstax-search-result', { hasText: 'Winterstiefel' })
        .getByRole(name === 'ui-kit' ? 'heading' : 'link')
        .click();
      await site.getByText('A real site would now open https://www.example.com/shoes/13').waitFor();
      expect(await arrived(page, '_searchclick', 1)).toMatchObject([
        {
          properties: {
            query: 'shoes',
            position: 13,
            pageNo: 2,
            totalHits: 26,
            cDocTitle: 'Winterstiefel',
            cDocId: expect.stringMatching(/(https:\/\/www\.example\.com\/shoes\/|shoe-)13/i),
          },
        },
      ]);
      await row(page, 'searchstax_searchclick').getByText('204 accepted').first().waitFor();
      expect(complaints).toEqual([]);
    },
    90_000,
  );

  test.each(Object.keys(kinds) as KindName[])(
    'built as %s, is read where nothing is found',
    async (name) => {
      const { page } = await open(browser(), receiver.url);
      await searchOn(page, name, 'umbrella');
      expect(await arrived(page, '_search', 1)).toMatchObject([
        { properties: { query: 'umbrella', totalHits: 0 } },
      ]);
    },
    90_000,
  );

  test.each(['shop', 'ui-kit'] as const)(
    'built as %s, has its related searches and its smart answer read',
    async (name) => {
      const { page } = await open(browser(), receiver.url);
      const site = await searchOn(page, name, 'Can I return shoes?');
      expect(await arrived(page, '_questionanswer', 1)).toMatchObject([
        { properties: { question: 'Can I return shoes?', answer: expect.stringMatching(/^You can return/) } },
      ]);
      await site.getByRole('button', { name: 'winter shoes' }).click();
      expect(await arrived(page, '_relatedsearchclick', 1)).toMatchObject([
        { properties: { relatedSearch: 'winter shoes', query: 'Can I return shoes?' } },
      ]);
      await site.getByText('Winterstiefel').first().waitFor();
    },
    90_000,
  );

  test('shows its address as on the real site, and what the reader is told', async () => {
    const { page } = await open(browser(), receiver.url);
    await searchOn(page, 'sxa', 'boot');
    await page.locator('.address', { hasText: '/search#q=boot&e=0&p=10' }).waitFor();
    const settings = page.locator('.settings');
    expect(await settings.textContent()).toContain('The page is built withSitecore SXA');
    expect(await settings.locator('.dim').first().textContent()).toContain('.search-result-list > li');
  }, 60_000);

  test('pushes itself again once it is switched back, and is read no more', async () => {
    const { page } = await open(browser(), receiver.url);
    await searchOn(page, 'shop', 'boot');
    await arrived(page, '_search', 1);
    await choose(page, 'The site pushes', 'Its searches');
    await page.getByRole('searchbox', { name: 'Search the shop' }).fill('shoes');
    await page.keyboard.press('Enter');
    expect(await arrived(page, '_search', 2)).toHaveLength(2);
  }, 60_000);

  test('has the picker tried on it, in a tab of its own and within its policy', async () => {
    const { page } = await open(browser(), receiver.url);
    await choose(page, 'The site pushes', 'Nothing');
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Try it on this site' }).click(),
    ]);
    const complaints: string[] = [];
    tab.on('console', (message) => complaints.push(message.text()));
    await tab.getByRole('button', { name: "One result's title" }).click();
    await tab.getByText('Road runner').click();
    await tab.getByText('.results').first().waitFor();
    await tab.getByText(/query shoes, .*10 impressions/).waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  test('the picker is a bookmark to take along, and a script to copy', async () => {
    const { page } = await open(browser(), receiver.url, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await choose(page, 'The site pushes', 'Nothing');
    const bookmark = page.getByRole('link', { name: 'Search page picker' });
    await page.locator('.bookmark[href*=Picker]').waitFor();
    const [kind, code = ''] = ((await bookmark.getAttribute('href')) ?? '').split(/:(.*)/s);
    expect(kind).toBe('javascript');
    await page.getByRole('button', { name: 'Copy for the console' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const script = await readFile(new URL('../../dist/picker.js', import.meta.url), 'utf8');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(script);
    // As a browser runs it: what comes of it would be shown in the page's place, were it not undefined.
    const tab = await page.context().newPage();
    await tab.goto(`${receiver.url}/${addressOf('server', 'shoes')}`);
    expect(await tab.evaluate(decodeURIComponent(code))).toBeUndefined();
    await tab.getByRole('button', { name: "One result's title" }).waitFor();
  }, 60_000);

  test('is read on a host of files too, within its policy', async () => {
    const { page, complaints } = await open(browser(), host.url);
    await searchOn(page, 'server', 'boot');
    await row(page, 'searchstax_search').getByText('204 accepted').first().waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);
});
