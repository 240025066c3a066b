/** The playground for everybody: checked by axe, by keyboard, on a phone. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { kinds } from '../../playground/site/kinds.ts';
import type { Receiver } from '../../src/receiver/index.ts';
import { describeInBrowser } from '../browser.ts';
import { choose, closePages, open, row, search, startPlayground } from './served.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, in short. Its script is put there by the browser's driver, which the page's policy lets be. */
async function violations(page: Page | Frame): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  return results.violations.flatMap(({ id, impact, nodes }) =>
    nodes.map((node) => `${impact} ${id}: ${node.target.join(' ')} ${node.failureSummary}`),
  );
}

/** Something of everything: rows that went well and badly, errors in the form and in the JSON, help, the banner. */
async function fillPage(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Ask' }).check();
  await search(page, 'Can I return shoes?');
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('button', { name: 'Help: Routes' }).click();
  await page.getByLabel('Tracking key', { exact: true }).fill('');
  await search(page, 'shoes');
  await page.getByLabel('Message for the data layer, JSON').fill('{');
  await page.getByText('What the destinations know').click();
  await page.getByRole('radio', { name: 'Ask' }).check();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

describeInBrowser('the playground', (browser) => {
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await startPlayground();
  });
  afterEach(() => closePages(browser()));
  afterAll(() => receiver.close());

  test.each(['light', 'dark'] as const)(
    'has nothing that axe objects to, in the %s',
    async (colorScheme) => {
      const { page } = await open(browser(), receiver.url, { colorScheme });
      expect(await violations(page)).toEqual([]);
      await fillPage(page);
      expect(await violations(page)).toEqual([]);
      await page.getByRole('radio', { name: 'Console' }).check();
      expect(await violations(page)).toEqual([]);
    },
    90_000,
  );

  test('has nothing that axe objects to on a phone, and fits its width', async () => {
    const { page } = await open(browser(), receiver.url, { viewport: { width: 360, height: 740 } });
    await fillPage(page);
    expect(await violations(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  }, 90_000);

  test('ends where the window ends, and shows what is searched for, on a laptop', async () => {
    const { page } = await open(browser(), receiver.url, { viewport: { width: 1280, height: 800 } });
    await search(page, 'waterproof shoes');
    await row(page, 'searchstax_search').waitFor();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
    );
    const box = page.getByRole('searchbox', { name: 'Search the shop' });
    const cut = await box.evaluate((input) => input.scrollWidth - input.clientWidth);
    expect({ overflow, cut }).toEqual({ overflow: 0, cut: 0 });
  }, 60_000);

  test('has nothing that axe objects to while the site pushes nothing, however its search page is built', async () => {
    const { page } = await open(browser(), receiver.url, { viewport: { width: 360, height: 740 } });
    await choose(page, 'The site pushes', 'Nothing');
    for (const [name, { title }] of Object.entries(kinds)) {
      await page.getByRole('combobox', { name: 'Search page' }).selectOption({ label: title });
      const site = page.frameLocator(`.site-frame[src*="${name}"]`);
      await site.getByRole('button', { name: 'shoes', exact: true }).click();
      await site.getByText('Trail runner').waitFor();
      const frame = page.frames().find((one) => one.url().includes(`kind=${name}`)) as Frame;
      expect([name, ...(await violations(frame))]).toEqual([name]);
    }
    expect(await violations(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  }, 90_000);

  test('is used by keyboard alone', async () => {
    const { page } = await open(browser(), receiver.url);
    await page.getByRole('searchbox', { name: 'Search the shop' }).focus();
    await page.keyboard.type('boot');
    await page.keyboard.press('Enter');
    await page.locator('.results a').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await row(page, 'searchstax_searchclick').waitFor();
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element).outlineStyle,
    );
    expect(outline).not.toBe('none');
  }, 60_000);

  test('the Tab key leads into the field for JSON and out of it', async () => {
    const { page } = await open(browser(), receiver.url);
    await page.getByLabel('Example').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.type(' ');
    expect(await page.getByLabel('Message for the data layer, JSON').textContent()).toMatch(/^ \{/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Push');
  }, 60_000);

  test('reads aloud what happened', async () => {
    const { page } = await open(browser(), receiver.url);
    await search(page, 'boot');
    await page
      .getByRole('status')
      .filter({ hasText: 'searchstax_search: Succeeded. SearchStax _search: 204 accepted' })
      .waitFor({ state: 'attached' });
  }, 60_000);
});
