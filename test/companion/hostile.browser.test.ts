import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { describeInBrowser } from '../browser.ts';
import { buildCompanion } from './build.ts';
import type { TrackServer } from './server.ts';
import { startTrackServer } from './server.ts';

jest.setTimeout(60_000);

const companion = await buildCompanion();

interface Site {
  searchstaxSitecore: { deliver: (url: string, event: object) => boolean };
  dataLayer?: { event: string; chat?: { provider: string } }[];
}

describeInBrowser('the companion on a hostile page', (browser) => {
  let server: TrackServer;
  let context: BrowserContext;

  beforeEach(async () => {
    server = await startTrackServer(companion);
    context = await browser().newContext();
  });

  afterEach(async () => {
    await context.close();
    await server.close();
  });

  const open = async (path = '/', of = context): Promise<Page> => {
    const page = await of.newPage();
    await page.goto(server.site + path);
    return page;
  };
  const deliver = (page: Page, ...ids: number[]) =>
    page.evaluate(
      ([url, list]) => {
        for (const id of list) {
          const event = { event: '_search', properties: { id } };
          (window as unknown as Site).searchstaxSitecore.deliver(url, event);
        }
      },
      [server.endpoint, ids] as const,
    );
  const accepted = async (count: number, ms = 15_000) => {
    const end = Date.now() + ms;
    while (server.accepted().length < count && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 20));
    // A second sending would show.
    await new Promise((resolve) => setTimeout(resolve, 500));
    return server.accepted();
  };

  test('a visitor’s last click hands over two events and leaves: both arrive, once', async () => {
    server.behaviour.delay = 150;
    for (let visit = 0; visit < 8; visit++) {
      const visitor = await browser().newContext();
      const page = await open('/', visitor);
      await page.evaluate(
        ([url, first]) => {
          document.body.innerHTML = '<a href="/elsewhere.txt">away</a>';
          document.querySelector('a')?.addEventListener('click', () => {
            for (const id of [first, first + 1]) {
              const event = { event: '_searchclick', properties: { id } };
              (window as unknown as Site).searchstaxSitecore.deliver(url, event);
            }
          });
        },
        [server.endpoint, visit * 2 + 1] as const,
      );
      await page.click('a');
      await page.waitForURL('**/elsewhere.txt');
      await page.waitForTimeout(300);
      await visitor.close();
    }
    expect((await accepted(16, 2000)).sort()).toEqual(
      Array.from({ length: 16 }, (_, index) => String(index + 1)).sort(),
    );
  });

  test('storage that is cleared while a request is under way loses nothing', async () => {
    server.behaviour.delay = 150;
    const page = await open();
    await deliver(page, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    await page.waitForTimeout(250);
    await page.evaluate(() => localStorage.clear());
    expect(await accepted(10)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  });

  test('storage that another tab clears loses nothing, and doubles nothing', async () => {
    server.behaviour.delay = 150;
    const [first, second] = [await open(), await open()];
    await deliver(first, 1, 2, 3, 4);
    await deliver(second, 5, 6, 7, 8);
    await first.waitForTimeout(250);
    await second.evaluate(() => localStorage.clear());
    expect((await accepted(8)).sort()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  test('three tabs: each event once', async () => {
    const tabs = [await open(), await open(), await open()];
    await Promise.all(tabs.map((tab, index) => deliver(tab, index * 10 + 1, index * 10 + 2, index * 10 + 3)));
    await tabs[0]?.close();
    const arrived = await accepted(9);
    expect([...arrived].sort()).toEqual(['1', '11', '12', '13', '2', '21', '22', '23', '3'].sort());
  });

  test('a tab whose request hangs lets the others have their turn', async () => {
    server.behaviour.delay = 30_000;
    const first = await open();
    await deliver(first, 1);
    await first.waitForTimeout(500);
    server.behaviour.delay = 0;
    const second = await open();
    await deliver(second, 2);
    const end = Date.now() + 12_000;
    while (!server.arrivals.some(({ id }) => id === '2') && Date.now() < end) await second.waitForTimeout(50);
    expect(server.arrivals.map(({ id }) => id)).toEqual(['1', '2']);
  });

  test('consent that is withdrawn leaves nothing behind', async () => {
    await server.down();
    const page = await open();
    await page.evaluate(() => {
      (
        window as unknown as { searchstaxSitecore: { consent: (granted: boolean) => void } }
      ).searchstaxSitecore.consent(true);
    });
    await deliver(page, 1, 2);
    await page.waitForTimeout(300);
    await page.evaluate(() => {
      (
        window as unknown as { searchstaxSitecore: { consent: (granted: boolean) => void } }
      ).searchstaxSitecore.consent(false);
    });
    await server.up();
    await page.goto(`${server.site}/next`);
    expect(await accepted(1, 3000)).toEqual([]);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test('a chat that a click loads and opens at once, minutes later, is heard', async () => {
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(server.site);
    await page.clock.fastForward(300_000);
    await page.evaluate(() => {
      document.body.innerHTML = '<button>Chat</button>';
      document.querySelector('button')?.addEventListener('click', () => {
        const script = document.createElement('script');
        script.src = URL.createObjectURL(
          new Blob([
            'window.fcWidget={l:[],on(e,f){this.l.push([e,f])},open(){this.l.forEach(([e,f])=>e==="widget:opened"&&f())}}',
          ]),
        );
        script.onload = () => (window as unknown as { fcWidget: { open: () => void } }).fcWidget.open();
        document.head.append(script);
      });
    });
    await page.click('button');
    await page.waitForFunction(() => 'fcWidget' in window);
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => (window as unknown as Site).dataLayer)).toMatchObject([
      { event: 'chat_open', chat: { provider: 'freshchat' } },
    ]);
  });
});
