import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
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
        // As strict as a site's policy may be, but for the pages' own inline scripts.
        headers: {
          'content-security-policy':
            "default-src 'none'; script-src 'unsafe-inline'; require-trusted-types-for 'script'",
        },
        body: readFileSync(
          `test/search-page/pages${new URL(route.request().url()).pathname}`,
          'utf8',
        ).replace(
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
    await page.goto(`http://site.test/${path}`);
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
});
