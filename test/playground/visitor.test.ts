/** What a person does in the playground, in a real browser, against the receiver. */

import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ContainerExport } from '../../src/container/export-format.ts';
import type { Receiver } from '../../src/receiver/index.ts';
import { createPage } from '../../src/sandbox/index.ts';
import { describeInBrowser } from '../browser.ts';
import { publish } from '../container/gtm.ts';
import { choose, closePages, open, row, search, startPlayground } from './served.ts';

/** A cell of the newest row for an event, by the property's name. */
function value(page: Page, event: string, property: string): Promise<string | null> {
  const line = row(page, event).getByRole('row', { name: new RegExp(`^${property} `) });
  return line.getByRole('cell').first().textContent();
}

function waitForChip(page: Page, event: string, text: string): Promise<void> {
  return row(page, event).locator('.chip', { hasText: text }).first().waitFor();
}

describeInBrowser('the playground', (browser) => {
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await startPlayground();
  });
  afterEach(() => closePages(browser()));
  afterAll(() => receiver.close());

  test("shows for a click on page 2's third result position 13, and what SearchStax answered", async () => {
    const { page, complaints } = await open(browser(), receiver.url);
    await search(page, 'shoes');
    await page.getByRole('button', { name: 'Page 2' }).click();
    await page.locator('.results a').nth(2).click();
    await waitForChip(page, 'searchstax_searchclick', '204 accepted');
    expect(await value(page, 'searchstax_searchclick', 'position')).toBe('13');
    expect(receiver.log.at(-1)).toMatchObject({
      verdict: 'accepted',
      event: {
        event: '_searchclick',
        properties: { position: 13, query: 'shoes', key: 'demo-tracking-key' },
      },
    });
    expect(complaints).toEqual([]);
  }, 60_000);

  test('uses what is filled into the form', async () => {
    const { page } = await open(browser(), receiver.url);
    await page.getByLabel('Search profile', { exact: true }).fill('MyProfile');
    await search(page, 'boot');
    await waitForChip(page, 'searchstax_search', '204 accepted');
    expect(await value(page, 'searchstax_search', 'model')).toBe('"MyProfile"');
  }, 60_000);

  test('tells why a key that SearchStax does not know is refused', async () => {
    const { page } = await open(browser(), receiver.url);
    await page.getByLabel('Tracking key', { exact: true }).fill('broken');
    await search(page, 'shoes');
    await waitForChip(page, 'searchstax_search', '422 refused');
    expect(await row(page, 'searchstax_search').locator('.answer').textContent()).toContain(
      'properties.key is no tracking key that is known here',
    );
  }, 60_000);

  test('tells in its place what is missing in the form, and in the row what the tag says', async () => {
    const { page } = await open(browser(), receiver.url);
    const key = page.getByLabel('Tracking key', { exact: true });
    await key.fill('');
    const field = page.locator('.field', { has: key });
    expect(await field.locator('.problem').textContent()).toMatch(/^Fill in the tracking key/);
    expect(await key.getAttribute('aria-invalid')).toBe('true');
    await search(page, 'shoes');
    await waitForChip(page, 'searchstax_search', 'Failed');
    expect(await row(page, 'searchstax_search').locator('.said').textContent()).toContain(
      '"Tracking key" in this tag is empty',
    );
    await page.locator('.form-problems').getByRole('button', { name: 'Tracking key' }).click();
    expect(await key.evaluate((input) => input === document.activeElement)).toBe(true);
  }, 60_000);

  test('shows the fields that apply, and those alone', async () => {
    const { page } = await open(browser(), receiver.url);
    await page.getByLabel('What this tag sends', { exact: true }).selectOption({ label: 'Sitecore goal' });
    expect(await page.getByLabel('Tracking key', { exact: true }).isVisible()).toBe(false);
    expect(await page.getByLabel('Goal', { exact: true }).isVisible()).toBe(true);
  }, 60_000);

  test('adds rows to a table and removes them', async () => {
    const { page } = await open(browser(), receiver.url);
    const rows = page.getByRole('group', { name: 'Routes' }).getByRole('row');
    const before = await rows.count();
    await page.getByRole('button', { name: 'Add a route' }).click();
    await page.keyboard.type('newsletter');
    await rows.last().getByLabel('Goal (for Sitecore goals)').fill('Subscribed');
    expect(await rows.count()).toBe(before + 1);
    await page.evaluate(() => {
      (window as unknown as { dataLayer: object[] }).dataLayer.push({ event: 'newsletter' });
    });
    await waitForChip(page, 'newsletter', 'unknown goal');
    await rows.last().getByRole('button', { name: 'Remove this row' }).click();
    expect(await rows.count()).toBe(before);
  }, 60_000);

  test('holds events while consent is denied, and sends them once it is granted', async () => {
    const { page } = await open(browser(), receiver.url);
    await choose(page, 'Consent', 'Denied');
    receiver.clear();
    await search(page, 'boot');
    await waitForChip(page, 'searchstax_search', 'Held');
    expect(receiver.log).toEqual([]);
    await choose(page, 'Consent', 'Granted');
    await waitForChip(page, 'searchstax_search', '204 accepted');
    expect(receiver.log).toMatchObject([{ verdict: 'accepted', event: { event: '_search' } }]);
  }, 60_000);

  test("asks the visitor for consent in the site's banner", async () => {
    const { page } = await open(browser(), receiver.url);
    await choose(page, 'Consent', 'Ask');
    await search(page, 'boot');
    await waitForChip(page, 'searchstax_search', 'Held');
    await page.getByRole('button', { name: 'Accept' }).click();
    await waitForChip(page, 'searchstax_search', '204 accepted');
    expect(await page.getByRole('radio', { name: 'Granted' }).isChecked()).toBe(true);
  }, 60_000);

  test('the companion hears chat and phone, and delivers what SearchStax at first has no time for', async () => {
    const { page } = await open(browser(), receiver.url);
    await choose(page, 'SearchStax answers', '429');
    await search(page, 'boot');
    await waitForChip(page, 'searchstax_search', '429');
    await choose(page, 'SearchStax answers', 'As usual');
    await waitForChip(page, 'searchstax_search', '204 accepted');
    expect(await row(page, 'searchstax_search').locator('.answer p').count()).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Chat', exact: true }).click();
    await waitForChip(page, 'chat_open', 'goal counted');
    await page.getByRole('link', { name: '+49 30 1234567' }).click();
    await waitForChip(page, 'phone_click', 'goal counted');
  }, 60_000);

  test('a new visitor has new IDs; one who loads the page again keeps them', async () => {
    const { page } = await open(browser(), receiver.url);
    const visitor = async () => {
      await search(page, 'boot');
      await waitForChip(page, 'searchstax_search', '204 accepted');
      return value(page, 'searchstax_search', '_vid');
    };
    const first = await visitor();
    await page.reload();
    expect(await visitor()).toBe(first);
    await page.getByRole('button', { name: 'New visitor' }).click();
    await row(page, 'The page was loaded by a new visitor').waitFor();
    expect(await visitor()).not.toBe(first);
  }, 60_000);

  test('what is pressed keeps the focus, while the page of results or the whole page is another', async () => {
    const { page } = await open(browser(), receiver.url);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await search(page, 'shoes');
    await page.getByRole('button', { name: 'Page 2' }).press('Enter');
    await page.getByText('11–20 of 26').waitFor();
    expect(await focused()).toBe('Page 2');
    await page.getByRole('button', { name: 'Load the page again' }).press('Enter');
    await page.getByText('What are you looking for?').waitFor();
    expect(await page.getByRole('searchbox', { name: 'Search the shop' }).inputValue()).toBe('');
    expect(await focused()).toBe('Load the page again');
  }, 60_000);

  test('without the companion the tag sends pixels, and nobody hears the chat', async () => {
    const { page } = await open(browser(), receiver.url);
    await choose(page, 'Companion', 'Off');
    await row(page, 'The page was loaded without the companion').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/-off$/);
    await search(page, 'boot');
    await row(page, 'searchstax_search').getByText('by pixel, GET').waitFor();
    await waitForChip(page, 'searchstax_search', '204 accepted');
    await page.getByRole('button', { name: 'Chat', exact: true }).click();
    await row(page, 'nothing told the data layer').waitFor();
  }, 60_000);

  test('sends no goal in Experience Editor', async () => {
    const { page } = await open(browser(), receiver.url);
    await choose(page, 'Experience Editor', 'On');
    receiver.clear();
    await page.getByLabel('Example').selectOption({ label: 'Chat opened' });
    await page.getByRole('button', { name: 'Push' }).click();
    await row(page, 'chat_open').getByText('in Experience Editor and Preview goals do not count').waitFor();
    expect(receiver.log).toEqual([]);
  }, 60_000);

  test("hears SearchStax's own tracker: its search is a goal, and is not sent a second time", async () => {
    const { page } = await open(browser(), receiver.url);
    receiver.clear();
    await page.getByLabel('Example').selectOption({ label: "SearchStax's own tracker: Search" });
    await page.getByText("_msq.push(['track', …])").waitFor();
    await page.getByRole('button', { name: 'Push' }).click();
    await waitForChip(page, 'searchstax_tracked_search', 'goal counted');
    await page.getByLabel('Example').selectOption({ label: 'Search' });
    await page.getByRole('button', { name: 'Push' }).click();
    await row(page, 'searchstax_search').getByText('not sent').first().waitFor();
    await row(page, 'searchstax_search').getByText('own tracker has sent it already').waitFor();
    expect(receiver.log).toMatchObject([{ verdict: 'counted', event: { goal: 'Searched' } }]);
  }, 60_000);

  test('shows in its line what is wrong with JSON, and pushes nothing', async () => {
    const { page, complaints } = await open(browser(), receiver.url);
    const text = page.getByLabel('Message for the data layer, JSON');
    await text.fill('{\n  "event": oops\n}');
    expect(await page.locator('.editor .problem').textContent()).toMatch(/^Line 2, column 12: A value/);
    const [marker, line] = await Promise.all([
      page.locator('.cm-lint-marker-error').boundingBox(),
      page.locator('.cm-line').nth(1).boundingBox(),
    ]);
    expect(Math.abs((marker?.y ?? 0) - (line?.y ?? 1000))).toBeLessThan(10);
    await page.getByRole('button', { name: 'Push' }).click();
    expect(await page.locator('.entry').count()).toBe(0);
    // Ctrl + Enter pushes what is right; the field's own styles and marks are within the page's policy.
    await text.fill('{"event": "right"}');
    await text.press('ControlOrMeta+Enter');
    await row(page, 'right').waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  test('replays a recorded session', async () => {
    const { page } = await open(browser(), receiver.url);
    await page.getByRole('button', { name: /^Replay: A shop with GA4/ }).click();
    await page.locator('.entry').nth(3).waitFor();
    await waitForChip(page, 'select_item', '204 accepted');
    expect(await value(page, 'select_item', 'position')).toBe('13');
  }, 60_000);

  test('marks what had to be cut, and what is required', async () => {
    const { page } = await open(browser(), receiver.url);
    await page.getByRole('button', { name: /^Replay: Lists/ }).click();
    await waitForChip(page, 'searchstax_questionanswer', '204 accepted');
    const answer = row(page, 'searchstax_questionanswer');
    expect(await answer.locator('.cut').textContent()).toMatch(/the end of answer/);
    expect(await answer.getByRole('row', { name: /^is_question/ }).textContent()).toContain('required');
  }, 60_000);

  test('filters the rows, and clears them', async () => {
    const { page } = await open(browser(), receiver.url);
    await search(page, 'shoes');
    await waitForChip(page, 'searchstax_relatedsearch', '204 accepted');
    await page.getByLabel('Filter by text').fill('_relatedsearch');
    expect(await page.locator('.entry:visible').count()).toBe(1);
    await page.getByLabel('Filter by text').fill('');
    await page.getByLabel('Filter by outcome').selectOption({ label: 'What went wrong' });
    expect(await page.getByText('No row fits the filter.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await page.locator('.entry').count()).toBe(0);
  }, 60_000);

  test('copies a request as curl', async () => {
    const { page } = await open(browser(), receiver.url, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await search(page, 'boot');
    await waitForChip(page, 'searchstax_search', '204 accepted');
    await row(page, 'searchstax_search')
      .getByText(/^URL and body, /)
      .click();
    await row(page, 'searchstax_search').getByRole('button', { name: 'Copy as curl' }).click();
    await row(page, 'searchstax_search').getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(
      /^curl --include --data-raw 'data=[\w%]+' 'https:\/\/analytics-us\.searchstax\.com\/api\/v2\/track\/'$/,
    );
  }, 60_000);

  test("gives a container with the form's values, which runs", async () => {
    const { page } = await open(browser(), receiver.url);
    await page.getByLabel('Tracking key', { exact: true }).fill('my-own-key');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'container.json' }).click(),
    ]);
    const container = JSON.parse(await readFile(await download.path(), 'utf8')) as ContainerExport;
    const visited = createPage();
    publish(container, visited);
    visited.push({ event: 'searchstax_search', searchstax: { query: 'shoes' } });
    visited.push({ event: 'chat_open' });
    await visited.settled();
    const data = new URL(visited.requests[0] ?? '').searchParams.get('data') ?? '';
    expect(JSON.parse(atob(data)).properties.key).toBe('my-own-key');
    expect(visited.requests[1]).toContain('sc_trk=Chat%20requested');
  }, 60_000);

  test('gives the template as it is', async () => {
    const { page } = await open(browser(), receiver.url);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'template.tpl' }).click(),
    ]);
    const template = await readFile(new URL('../../dist/template.tpl', import.meta.url), 'utf8');
    expect(await readFile(await download.path(), 'utf8')).toBe(template);
  }, 60_000);

  test('keeps what was typed when the page is loaded again', async () => {
    const { page } = await open(browser(), receiver.url);
    await page.getByLabel('Tracking key', { exact: true }).fill('kept');
    await page.reload();
    expect(await page.getByLabel('Tracking key', { exact: true }).inputValue()).toBe('kept');
  }, 60_000);
});
