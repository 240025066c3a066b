import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { OutputOptions } from 'rollup';
import { rollup } from 'rollup';
import { picker } from '../../build/picker.ts';
import { describeInBrowser } from '../browser.ts';

jest.setTimeout(120_000);

/** The pages, each with what a marketer clicks there, and what the reader then has to read. */
const pages = [
  {
    path: 'ui-kit.html?searchstax[query]=boots',
    title: 'text=Boot three',
    count: 'b >> nth=1',
    related: '.searchstax-related-search-item',
    settings: { 'The page is built with': 'searchstax' },
    text: 'query boots, 42 results, 3 impressions, 2 related searches:',
    titles: ['Boot one', 'Boot two', 'Boot three'],
  },
  {
    path: 'sxa.html#q=boots&p=3',
    title: 'text=Boot 2',
    count: '.results-count',
    settings: { 'The page is built with': 'sxa' },
    text: 'query boots, 1234 results, 3 impressions:',
    titles: ['Boot 1', 'Boot 2', 'Boot 3'],
  },
  {
    path: 'server.html?q=boots',
    title: 'text=Stiefel zwei',
    count: '.summary',
    related: '.suggestion',
    settings: {
      'The page is built with': 'generic',
      'One result': '.card',
      'Number of results': '.summary',
      'One related search': '.suggestion',
    },
    text: 'query boots, 1234 results, 2 impressions, 2 related searches:',
    titles: ['Stiefel eins', 'Stiefel zwei'],
  },
  {
    path: 'infinite-scroll.html?query=boots',
    title: 'text=Boot 2',
    count: '[data-testid=count]',
    settings: {
      'The page is built with': 'generic',
      'One result': '[data-testid=result]',
      'Number of results': '[data-testid=count]',
      'Attribute with the ID': 'data-id',
    },
    text: 'query boots, 1234 results, 5 impressions:',
    titles: ['Boot 1', 'Boot 2', 'Boot 3', 'Boot 4', 'Boot 5'],
  },
  {
    path: 'components.html?q=boots',
    title: 'em >> nth=1',
    count: 'b',
    settings: { 'The page is built with': 'generic', 'One result': '.card', 'Number of results': '.count' },
    text: 'query boots, 42 results, 3 impressions:',
    titles: ['Boot 1', 'Boot 2', 'Boot 3'],
  },
];

/** The file of a page: one is found wherever no other is. */
function pageOf(url: string): string {
  const { pathname } = new URL(url);
  return pathname.endsWith('.html') ? pathname : '/path-paging.html';
}

describeInBrowser('the picker', (browser) => {
  let script: string;
  let context: BrowserContext;

  beforeAll(async () => {
    const bundle = await rollup(picker);
    const { output } = await bundle.generate(picker.output as OutputOptions);
    await bundle.close();
    script = output[0].code;
  });
  beforeEach(async () => {
    context = await browser().newContext();
    await context.route('**/*', (route) =>
      route.fulfill({
        contentType: 'text/html',
        // As strict as a site's policy may be, but for the pages' own inline scripts and styles.
        headers: {
          'content-security-policy':
            "default-src 'none'; script-src 'unsafe-inline'; style-src 'nonce-page'; require-trusted-types-for 'script'",
        },
        body: readFileSync(`test/search-page/pages${pageOf(route.request().url())}`, 'utf8')
          .replaceAll('<style>', '<style nonce="page">')
          .replace(
            '<script>',
            "<script>trustedTypes.createPolicy('default', { createHTML: (text) => text });",
          ),
      }),
    );
  });
  afterEach(() => context.close());

  /** Pastes the picker into the page's console. */
  const open = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(new URL(path, 'http://site.test').href);
    await page.waitForTimeout(700);
    const session = await context.newCDPSession(page);
    const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: script });
    expect(exceptionDetails).toBeUndefined();
    return page;
  };

  const pick = async (page: Page, step: string, target: string) => {
    await page.getByRole('button', { name: step }).click();
    await page.locator(target).first().click({ force: true });
  };

  const table = async (rows: Locator) =>
    Object.fromEntries(
      await rows.evaluateAll((all) =>
        all.map((row) => [
          row.querySelector('th')?.textContent ?? '',
          row.querySelector('td')?.textContent ?? '',
        ]),
      ),
    );

  test.each(pages)('on $path', async ({ path, title, count, related, settings, text, titles }) => {
    const page = await open(path);
    const address = page.url();
    await pick(page, 'title', title);
    await pick(page, 'number of results', count);
    if (related) await pick(page, 'related search', related);
    expect(page.url()).toBe(address);
    expect(await table(page.locator('.rows tr'))).toEqual(settings);
    expect(await page.getByRole('status').textContent()).toBe(`Would be pushed now: ${text}`);
    expect(await page.locator('.titles li').allTextContents()).toEqual(titles);
    expect(await page.locator('.warned li').allTextContents()).toEqual([]);
  });

  test('a page without names: says what it cannot tell, rather than reading something else', async () => {
    const page = await open('bare.html?q=boots');
    await pick(page, 'title', 'text=Boot two');
    expect(await page.locator('.warned').textContent()).toContain('cannot be told from the rest of the page');
    await pick(page, 'number of results', 'text=42 results');
    expect(await table(page.locator('.rows tr'))).not.toHaveProperty('Number of results');
  });

  test('hands out a container with the settings, and leaves nothing behind', async () => {
    const page = await open('server.html?q=boots');
    const before = await page.evaluate(() => document.documentElement.children.length);
    await pick(page, 'title', 'text=Stiefel zwei');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save a container' }).click(),
    ]);
    const container = readFileSync(await download.path(), 'utf8');
    expect(JSON.parse(container).containerVersion.customTemplate).toHaveLength(2);
    expect(container).toContain('"value": ".card"');
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(before - 1);
    await page.locator('.suggestion').first().click();
    expect(page.url()).toContain('wanderstiefel');
  });

  test('by keyboard alone', async () => {
    const page = await open('server.html?q=boots');
    await page.keyboard.press('Enter');
    for (let presses = 0; presses < 2; presses++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect((await table(page.locator('.rows tr')))['One result']).toBe('.card');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect((await table(page.locator('.rows tr')))['Number of results']).toBe('.summary');
    await page.keyboard.press('Escape');
    expect(await page.locator('.panel').count()).toBe(0);
  });

  describe('where a link is stretched over all of its card', () => {
    const titles = ['Boot one', 'Boot two', 'Boot three'];
    const titlesIn = (page: Page) => page.locator('.titles li').allTextContents();
    const warningsIn = async (page: Page) =>
      (await page.locator('.warned li').allTextContents()).filter((text) => /title/.test(text));

    test.each([
      ['on the title', 'h3 >> nth=1', undefined],
      ['on a marked word of the title', 'mark >> nth=1', undefined],
      ['beside all text', '.card >> nth=1', { x: 300, y: 3 }],
    ])('a click %s takes the title that is seen, and the link that was hit', async (_, target, position) => {
      const page = await open('stretched.html?q=boots');
      await page.getByRole('button', { name: 'title' }).click();
      await page.locator(target).click({ force: true, ...(position ? { position } : {}) });
      expect(await table(page.locator('.rows tr'))).toEqual({
        'The page is built with': 'generic',
        'One result': '.card',
        "A result's link": '.more',
      });
      expect(await titlesIn(page)).toEqual(titles);
      expect(await warningsIn(page)).toEqual([]);
    });

    test('what would be taken is framed while the pointer moves within the link', async () => {
      const page = await open('stretched.html?q=boots');
      await page.getByRole('button', { name: 'title' }).click();
      for (const target of ['.more >> nth=1', 'h3 >> nth=1']) {
        await page.locator(target).hover({ force: true });
        const framed = await page.locator('.frame').boundingBox();
        expect(framed?.y).toBe((await page.locator(target).boundingBox())?.y);
      }
    });

    test('in open shadow trees', async () => {
      const page = await open('stretched-components.html?q=boots');
      await pick(page, 'title', '.name >> nth=1');
      expect(await titlesIn(page)).toEqual(titles);
      expect(await warningsIn(page)).toEqual([]);
      expect((await table(page.locator('.rows tr')))["A result's title"]).toBe('.name');
    });

    test('a text that all results have is said to be no title, and the better one is offered', async () => {
      const page = await open('stretched.html?q=boots');
      await pick(page, 'title', '.more >> nth=1');
      expect(await titlesIn(page)).toEqual(['Look at it', 'Look at it', 'Look at it']);
      expect(await warningsIn(page)).toEqual([
        'All 3 titles are the same, "Look at it": click what tells one result from another.',
      ]);
      await page.getByRole('button', { name: 'Take "Boot two" instead' }).click();
      expect(await titlesIn(page)).toEqual(titles);
      expect(await warningsIn(page)).toEqual([]);
      expect(await page.locator('.instead').isVisible()).toBe(false);
    });
  });

  describe('the address', () => {
    test.each([
      ['start:2,4,6', { 'Offset parameter': 'start', 'Results on a page': '2' }],
      ['seite:2,3,4', { 'Page parameter': 'seite' }],
      ['page:2,3,4', {}],
      ['sort:up,down', {}],
    ])(
      'of pages told apart by %s, and of a query that is not in the first usual parameter',
      async (paging, more) => {
        const page = await open(`paging.html?search=1&words=boots&paging=${paging}`);
        await pick(page, 'title', 'h2 >> nth=1');
        expect(await table(page.locator('.rows tr'))).toEqual({
          'The page is built with': 'generic',
          'One result': '.card',
          'Query parameter': 'words',
          ...more,
        });
        expect(await page.getByRole('button', { name: 'search field' }).isVisible()).toBe(false);
      },
    );

    test.each([
      ['/search/hiking-boots', '/search/hiking-boots/page/*', {}],
      ['/', '/page/*/?q=boots', {}],
      ['/page/2/', '/page/*/?q=boots', {}],
      ['/search', '/search/*', { 'Page parameter': 'search' }],
      ['/en/suche/seite/3', '/en/suche/seite/*', { 'Page parameter': 'seite' }],
      ['/app#/find', '/app#/find/p/*', { 'Page parameter': 'p' }],
      ['/search', '/archive/*', {}],
    ])('%s, of pages told apart by %s', async (path, to, more) => {
      const page = await open(`${path}${path.includes('#') ? '?' : '?x&'}to=${encodeURIComponent(to)}`);
      await pick(page, 'title', 'h2 >> nth=1');
      expect(await table(page.locator('.rows tr'))).toEqual({
        'The page is built with': 'generic',
        'One result': '.card',
        'Search field': expect.any(String),
        ...more,
      });
      expect(await page.locator('.warned').textContent()).not.toContain('The address');
    });

    test.each([
      ['/search/hiking-boots', '/search/hiking-boots/*'],
      ['/search', '/search/page-*.html'],
      ['/', '/*'],
    ])('%s, of pages told apart by %s, is warned of', async (path, to) => {
      const page = await open(`${path}?to=${encodeURIComponent(to)}`);
      await pick(page, 'title', 'h2 >> nth=1');
      expect(await page.locator('.warned').textContent()).toContain(
        `says the page without a name before it (${to.replace('*', '2')})`,
      );
      expect(await table(page.locator('.rows tr'))).not.toHaveProperty('Page parameter');
    });

    test('that counts pages from 0 is warned of', async () => {
      const page = await open('paging.html?search=1&words=boots&paging=page:1,2,3');
      await pick(page, 'title', 'h2 >> nth=1');
      expect(await page.locator('.warned').textContent()).toContain('counts pages from 0 (page=1 is page 2)');
      expect(await table(page.locator('.rows tr'))).not.toHaveProperty('Page parameter');
    });

    test.each([
      ['with the mouse', (page: Page) => page.locator('.search-box').first().click({ force: true })],
      [
        'by keyboard',
        async (page: Page) => {
          for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
        },
      ],
    ])('that does not hold the query: the search field is clicked instead, %s', async (_, take) => {
      const page = await open('path.html');
      await page.evaluate(() => {
        for (const field of document.querySelectorAll('input')) field.value = '';
      });
      await pick(page, 'title', 'h2 >> nth=1');
      expect(await page.locator('.warned').textContent()).toContain('then click the search field');
      await page.evaluate(() => {
        for (const field of document.querySelectorAll('input'))
          field.value = field.matches('.place') ? 'Berlin' : 'boots';
      });
      await page.getByRole('button', { name: 'search field' }).click();
      await take(page);
      const selector = (await table(page.locator('.rows tr')))['Search field'] ?? '';
      // Another of the same class is there, hidden, whose text would be read too.
      expect(await page.locator(selector).count()).toBe(1);
      expect(await page.locator(selector).inputValue()).toBe('boots');
      expect(await page.getByRole('status').textContent()).toContain('query boots (from the search field),');
    });

    test('that does not hold the query: what is clicked as the search field has to be one, and filled', async () => {
      const page = await open('path.html');
      await pick(page, 'title', 'h2 >> nth=1');
      await pick(page, 'search field', '.count');
      expect(await page.locator('.warned').textContent()).toContain('is none');
      await page.locator('.place').evaluate((field: HTMLInputElement) => {
        field.value = '';
      });
      await pick(page, 'search field', '.place');
      expect(await page.locator('.warned').textContent()).toContain('The search field is empty');
    });
  });
});
