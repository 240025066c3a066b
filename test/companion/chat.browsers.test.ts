import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { describeInBrowsers } from '../browser.ts';
import { payloads } from '../receiver/payloads.ts';
import type { Site } from './site.ts';
import { startSite, until } from './site.ts';

const opened = (provider: string) => ({ event: 'chat_open', chat: { provider } });

/** How the page's chat button opens the widget, and what the vendor's script brings: one of each way of calling back. */
const widgets = [
  {
    provider: 'intercom',
    way: 'a function that takes callbacks',
    script: 'heard = {}; Intercom = (name, callback) => { heard[name] = callback; }',
    open: 'heard.onShow()',
  },
  {
    provider: 'tawk',
    way: 'a slot of an object',
    script: 'Tawk_API = { onChatMaximized() { theirs = true; } }',
    open: 'Tawk_API.onChatMaximized()',
  },
  {
    provider: 'jivochat',
    way: 'a global function of the site',
    script: 'function jivo_onOpen() { theirs = true; }',
    open: 'jivo_onOpen()',
  },
  {
    provider: 'crisp',
    way: 'a queue that is replayed later',
    script:
      '$crisp = []; setTimeout(() => { queue = $crisp; $crisp = { push: (command) => queue.push(command) }; }, 300)',
    open: 'queue.forEach(([on, name, callback]) => on === "on" && name === "chat:opened" && callback())',
  },
  {
    provider: 'tidio',
    way: 'an event of the document',
    script: '',
    open: 'document.dispatchEvent(new Event("tidioChat-open"))',
  },
];

/** The widget's script and the button, or rather its bubble. */
const content = ({ script, open }: { script: string; open: string }) => ({
  head: `<script>${script}</script>`,
  body: `<button onclick='${open}; window.shown = true'>Chat</button>`,
});

describeInBrowsers('chat', (browser) => {
  let site: Site;
  beforeEach(async () => {
    site = await startSite();
  });
  afterEach(() => site.close());

  const pushes = async (count: number) => {
    await until(() => site.pushed().length >= count, site.pushed);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return site.pushed();
  };

  test.each(widgets)('$provider, $way, is heard once however often it is opened', async (widget) => {
    site.show(content(widget));
    const page = await browser.newPage();
    await page.goto(site.url);
    if (widget.provider === 'crisp') await page.waitFor(() => 'queue' in window);
    await page.click('button');
    await page.click('button');
    await page.waitFor(() => 'shown' in window);
    expect(await pushes(1)).toEqual([opened(widget.provider)]);
    if (widget.script.includes('theirs')) expect(await page.evaluate('theirs')).toBe(true);
  });

  test('a widget that comes seconds after the page is heard', async () => {
    const script =
      'setTimeout(() => { heard = {}; drift = { on: (name, callback) => { heard[name] = callback; } }; }, 2000)';
    site.show(content({ script, open: 'heard.chatOpen()' }));
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.waitFor(() => Boolean((window as { heard?: { chatOpen?: unknown } }).heard?.chatOpen));
    await page.click('button');
    expect(await pushes(1)).toEqual([opened('drift')]);
  });

  test('once the tag has handed something over, it counts once a session, over pages and windows', async () => {
    const widget = content(widgets[4] as (typeof widgets)[number]);
    site.show(widget);
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.evaluate(
      (url, event) =>
        (
          window as unknown as { searchstaxSitecore: { deliver(url: string, event: object): boolean } }
        ).searchstaxSitecore.deliver(url, event),
      site.endpoint,
      payloads[0]?.example ?? {},
    );
    await until(() => site.accepted().length === 1, site.accepted);
    await page.click('button');
    await pushes(1);
    await page.goto(`${site.url}/next`);
    await page.click('button');
    const other = await browser.newPage();
    await other.goto(`${site.url}/other`);
    await other.click('button');
    await other.waitFor(() => 'shown' in window);
    expect(await pushes(1)).toEqual([opened('tidio')]);
  });
});
