/** The playground in every browser that its users may have: what each of them does in its own way. */

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Receiver } from '../../src/receiver/index.ts';
import { describeInBrowsers } from '../browser.ts';
import { startPlayground } from './served.ts';

describeInBrowsers('the playground', (browser) => {
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await startPlayground();
  });
  afterAll(() => receiver.close());

  const open = async () => {
    const page = await browser.newPage();
    await page.goto(receiver.url);
    await page.waitFor(() => Boolean(document.querySelector('.editor-text')?.shadowRoot?.firstElementChild));
    return page;
  };

  test('a search and a click are delivered by the companion, and taken apart', async () => {
    const page = await open();
    await page.click('.search-box input');
    await page.type('shoes');
    await page.press('Enter');
    await page.click('.results li:nth-child(3) a');
    await page.waitFor(() => {
      const row = document.querySelector('.entry');
      const isClick = row?.querySelector('.entry-title')?.textContent === 'searchstax_searchclick';
      return isClick && row?.querySelector('.answer .chip')?.textContent === '204 accepted';
    });
    expect(receiver.log.at(-1)).toMatchObject({
      method: 'POST',
      verdict: 'accepted',
      event: { event: '_searchclick', properties: { query: 'shoes', position: 3 } },
    });
  }, 90_000);

  test('what is typed as JSON is checked in its place, pushed with Ctrl + Enter, and left with the Tab key', async () => {
    const page = await open();
    await page.click('.cm-content');
    await page.press('a', ['Control']);
    await page.type('{"event": right}');
    await page.waitFor(() =>
      document.querySelector('.editor .problem')?.textContent?.startsWith('Line 1, column 11: A value'),
    );
    await page.waitFor(() => {
      const field = document.querySelector('.editor-text')?.shadowRoot;
      return Boolean(field?.querySelector('.cm-lint-marker-error'));
    });
    await page.press('a', ['Control']);
    await page.type('{"event": "right"}');
    await page.press('Enter', ['Control']);
    await page.waitFor(() => document.querySelector('.entry-title')?.textContent === 'right');
    await page.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Push');
  }, 90_000);

  test("the field for JSON wears the page's colours, which its policy lets it", async () => {
    const page = await open();
    const ground = await page.evaluate(() => {
      const field = document.querySelector('.editor-text') as Element;
      const gutters = field.shadowRoot?.querySelector('.cm-gutters') as Element;
      return [field, gutters].map((element) => getComputedStyle(element).backgroundColor);
    });
    expect(ground[1]).toBe(ground[0]);
  }, 90_000);
});
