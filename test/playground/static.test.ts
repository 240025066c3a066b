/** dist/playground on any host of files: the receiver answers within the page. */

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { describeInBrowser } from '../browser.ts';
import { choose, closePages, open, row, search, startStaticHost } from './served.ts';

describeInBrowser('the playground as static files', (browser) => {
  let host: Awaited<ReturnType<typeof startStaticHost>>;
  beforeAll(async () => {
    host = await startStaticHost();
  });
  afterEach(() => closePages(browser()));
  afterAll(() => {
    host.server.closeAllConnections();
    host.server.close();
  });

  test('works without a receiver, within its policy and without a request elsewhere', async () => {
    const { page, complaints } = await open(browser(), host.url);
    await choose(page, 'Companion', 'Off');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await search(page, 'shoes');
    await row(page, 'searchstax_search').getByText('204 accepted').first().waitFor();
    await page.getByLabel('Tracking key', { exact: true }).fill('broken');
    await search(page, 'boot');
    await row(page, 'searchstax_search').getByText('is no tracking key').waitFor();
    expect(asked).toEqual([]);
    expect(complaints).toEqual([]);
  }, 60_000);

  test('the companion delivers to the receiver in the page', async () => {
    const { page, complaints } = await open(browser(), host.url);
    await choose(page, 'SearchStax answers', 'Down');
    await search(page, 'boot');
    await row(page, 'searchstax_search').getByText('503').first().waitFor();
    await choose(page, 'SearchStax answers', 'As usual');
    await row(page, 'searchstax_search').getByText('204 accepted').first().waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);
});
