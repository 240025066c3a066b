/**
 * `npm run screenshots`: takes the pictures of README and docs from the built playground.
 *
 * CHROME_PATH names a browser where none is found in the usual places.
 */

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../browsers/chromium.ts';
import { startReceiver } from '../../src/receiver/index.ts';
import { servePlayground } from '../../start/serve.ts';

const folder = new URL('./', import.meta.url);

interface Picture {
  name: string;
  width: number;
  height: number;
  colorScheme?: 'light' | 'dark';
  /** Pixels of the picture for one of the page's. */
  scale?: number;
  /** Does what is to be seen. @returns a selector of what is to be in the picture; undefined: the whole window */
  stage(page: Page): Promise<string | undefined>;
}

const pictures: Picture[] = [
  { name: 'playground', width: 1600, height: 1000, stage: clickOnPage2 },
  { name: 'playground-dark', width: 1600, height: 1000, colorScheme: 'dark', stage: clickOnPage2 },
  { name: 'playground-reader', width: 1600, height: 1000, stage: readSite },
  { name: 'form', width: 760, height: 2000, scale: 2, stage: fillForm },
  { name: 'console', width: 800, height: 2000, scale: 2, stage: readConsole },
];

async function search(page: Page, query: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search the shop' }).fill(query);
  await page.keyboard.press('Enter');
}

async function clickOnPage2(page: Page): Promise<undefined> {
  await search(page, 'shoes');
  await page.getByRole('button', { name: 'Page 2' }).click();
  await page.locator('.results a').nth(2).click();
  await page.locator('.entry').first().getByText('204 accepted').first().waitFor();
}

async function readSite(page: Page): Promise<undefined> {
  await page.getByRole('radio', { name: 'Nothing' }).check();
  await page.getByRole('combobox', { name: 'Search page' }).selectOption({ label: "SearchStax's UI kit" });
  await page.frameLocator('.site-frame').getByRole('button', { name: 'winter shoes' }).click();
  await page.getByText('204 accepted').nth(1).waitFor();
}

async function fillForm(page: Page): Promise<string> {
  // The guide says of SearchStax's own tracker elsewhere what becomes of it.
  await page.getByRole('button', { name: 'Remove this row' }).last().click();
  await page.getByRole('button', { name: 'Help: Tracking key' }).click();
  await page.getByRole('button', { name: 'Add a property' }).click();
  await page.getByLabel('Property', { exact: true }).selectOption({ label: 'Search query (query)' });
  await page.getByLabel('Value', { exact: true }).fill('{{search.term}}');
  await page.locator('h1').click();
  return '#tag > form';
}

async function readConsole(page: Page): Promise<string> {
  await search(page, 'shoes');
  await page.locator('.results a').first().click();
  await page.getByLabel('Example').selectOption({ label: 'Chat opened' });
  await page.getByRole('button', { name: 'Push', exact: true }).click();
  await page
    .getByLabel('Message for the data layer, JSON')
    .fill('{"event": "searchstax_search", "searchstax": {"totalHits": 3}}');
  await page.getByRole('button', { name: 'Push', exact: true }).click();
  await page.getByRole('radio', { name: 'Console' }).check();
  return '.console-lines';
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function withMargin({ x, y, width, height }: Box, margin = 10): Box {
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

async function take(browser: Browser, url: string, picture: Picture): Promise<string> {
  const { width, height, colorScheme = 'light', scale = 1.5 } = picture;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(url);
  const seen = await picture.stage(page);
  const path = fileURLToPath(new URL(`${picture.name}.png`, folder));
  // The newest row is complete, and nothing moves any more.
  await page.waitForTimeout(500);
  const box = seen ? await page.locator(seen).boundingBox() : null;
  await page.screenshot({ path, ...(box && { clip: withMargin(box) }) });
  await context.close();
  return path;
}

const receiver = await startReceiver({ control: true, pages: servePlayground });
const browser = await startBrowser();
try {
  await mkdir(folder, { recursive: true });
  for (const picture of pictures) {
    process.stdout.write(`${await take(browser, receiver.url, picture)}\n`);
  }
} finally {
  await browser.close();
  await receiver.close();
}
