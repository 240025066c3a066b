import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Page, Target } from '../../browsers/page.ts';
import type { Receiver } from '../../src/receiver/index.ts';
import { startReceiver } from '../../src/receiver/index.ts';
import { servePlayground } from '../../start/serve.ts';
import { describeInBrowsers } from '../browser.ts';

/** Notes everything that a browser's console would show in red or yellow: not every driver tells. */
const noting = `
complaints = [];
addEventListener('error', (event) => complaints.push(event.message || event.target.outerHTML), true);
addEventListener('unhandledrejection', (event) => complaints.push(String(event.reason)));
addEventListener('securitypolicyviolation', (event) => complaints.push(event.violatedDirective + ' ' + event.blockedURI));
for (const level of ['error', 'warn']) {
  const write = console[level];
  console[level] = (...texts) => { complaints.push(texts.join(' ')); write.apply(console, texts); };
}`;

/** The playground, with a script before all others that takes such notes. */
async function pages(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (request.url === '/noting.js') {
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(noting);
    return true;
  }
  if (request.url !== '/') return servePlayground(request, response);
  const html = await readFile(new URL('../../dist/playground/index.html', import.meta.url), 'utf8');
  response
    .writeHead(200, { 'Content-Type': 'text/html' })
    .end(html.replace('<title>', '<script src="noting.js"></script><title>'));
  return true;
}

describeInBrowsers('the playground', (browser) => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await startReceiver({ control: true, pages });
  });
  afterEach(() => receiver.close());

  const open = async () => {
    const page = await browser.newPage();
    await page.goto(receiver.url);
    await shown(page, 'h2', 'What happened');
    return page;
  };

  /** Waits until an element shows all these texts. */
  const shown = (page: Page, css: string, ...texts: string[]) =>
    page.waitFor(
      (selector, wanted) =>
        [...document.querySelectorAll(selector)].some((element) =>
          wanted.every((text) => element.textContent?.includes(text)),
        ),
      css,
      texts,
    );

  const search = async (page: Page, query: string) => {
    await page.click('input[type=search]');
    await page.type(query);
    await page.press('Enter');
  };

  const chat: Target = { css: 'button', text: 'Chat' };

  test('opens without a complaint, sends a search by the companion, and a chat as a goal', async () => {
    const page = await open();
    await search(page, 'boot');
    await shown(page, 'li, article', 'searchstax_search', '204 accepted');
    await page.click(chat);
    await shown(page, 'li, article', 'chat_open', 'goal counted');
    expect(receiver.log).toMatchObject([
      { method: 'POST', verdict: 'accepted', event: { event: '_search', properties: { query: 'boot' } } },
      { method: 'GET', destination: 'Sitecore', verdict: 'counted' },
    ]);
    expect(await page.evaluate('complaints')).toEqual([]);
  });

  test('without the companion, sends a search as an image', async () => {
    const page = await open();
    await page.evaluate(() =>
      [...document.querySelectorAll('[role=radiogroup]')]
        .find((group) => group.textContent?.includes('Companion'))
        ?.setAttribute('id', 'companion'),
    );
    await page.click({ css: '#companion label', text: 'Off' });
    await shown(page, 'li, article', 'The page was loaded without the companion');
    await search(page, 'boot');
    await shown(page, 'li, article', 'searchstax_search', '204 accepted');
    expect(receiver.log).toMatchObject([
      { method: 'GET', verdict: 'accepted', event: { event: '_search', properties: { query: 'boot' } } },
    ]);
    expect(await page.evaluate('complaints')).toEqual([]);
  });
});
