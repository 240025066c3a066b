import { expect, jest, test } from '@jest/globals';
import type { Site } from './visit.ts';
import { describeVisits, ids } from './visit.ts';

jest.setTimeout(90_000);

describeVisits('the companion on a hostile page', (visit) => {
  test('a visitor’s last click hands over two events and leaves: both arrive, once', async () => {
    visit.server.behaviour.delay = 150;
    for (let count = 0; count < 8; count++) {
      const visitor = await visit.browser().newContext();
      const page = await visit.open('/', visitor);
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
        [visit.server.endpoint, count * 2 + 1] as const,
      );
      await page.click('a');
      await page.waitForURL('**/elsewhere.txt');
      // A browser that is closed would take what is under way with it.
      await visit.arrived(count * 2 + 2);
      await visitor.close();
    }
    expect((await visit.accepted(16)).sort()).toEqual(
      Array.from({ length: 16 }, (_, index) => String(index + 1)).sort(),
    );
  });

  test('storage that is cleared while a request is under way loses nothing', async () => {
    visit.server.behaviour.delay = 150;
    const page = await visit.open();
    await visit.deliver(page, ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    await page.waitForTimeout(250);
    await page.evaluate(() => localStorage.clear());
    expect(await visit.accepted(10)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  });

  test('storage that another tab clears loses nothing, and doubles nothing', async () => {
    visit.server.behaviour.delay = 150;
    const [first, second] = [await visit.open(), await visit.open()];
    await visit.deliver(first, ['1', '2', '3', '4']);
    await visit.deliver(second, ['5', '6', '7', '8']);
    await first.waitForTimeout(250);
    await second.evaluate(() => localStorage.clear());
    expect((await visit.accepted(8)).sort()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  test('three tabs: each event once', async () => {
    const tabs = [await visit.open(), await visit.open(), await visit.open()];
    await Promise.all(tabs.map((tab, index) => visit.deliver(tab, ids(index * 10 + 1, index * 10 + 3))));
    await tabs[0]?.close();
    const arrived = await visit.accepted(9);
    expect([...arrived].sort()).toEqual(['1', '11', '12', '13', '2', '21', '22', '23', '3'].sort());
  });

  test('a tab whose request hangs lets the others have their turn', async () => {
    visit.server.behaviour.delay = 30_000;
    const first = await visit.open();
    await visit.deliver(first, ['1']);
    await first.waitForTimeout(500);
    visit.server.behaviour.delay = 0;
    const second = await visit.open();
    await visit.deliver(second, ['2']);
    await visit.seen(2);
    expect(visit.server.arrivals.map(({ id }) => id)).toEqual(['1', '2']);
  });

  test('consent that is withdrawn leaves nothing behind', async () => {
    await visit.server.down();
    const page = await visit.open();
    await page.evaluate(() => {
      (window as unknown as Site).searchstaxSitecore.consent(true);
    });
    await visit.deliver(page, ['1', '2']);
    await page.waitForTimeout(300);
    await page.evaluate(() => {
      (window as unknown as Site).searchstaxSitecore.consent(false);
    });
    await visit.server.up();
    await page.goto(`${visit.server.site}/next`);
    await page.waitForTimeout(3000);
    expect(visit.server.accepted()).toEqual([]);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test('a chat that a click loads and opens at once, minutes later, is heard', async () => {
    const page = await visit.context.newPage();
    await page.clock.install();
    await page.goto(visit.server.site);
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
    // The page's own clock stands still.
    while (!(await page.evaluate(() => (window as unknown as Site).dataLayer?.length)))
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await page.evaluate(() => (window as unknown as Site).dataLayer)).toMatchObject([
      { event: 'chat_open', chat: { provider: 'freshchat' } },
    ]);
  });
});
