import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeInBrowsers } from '../browser.ts';

/** A page that notes what the visitor does, with an element out of sight and one in a shadow root. */
const html = `<!doctype html><title>Page</title>
<input id="field"><button>One</button><button>Two</button>
<p style="height: 3000px"></p><button id="below">Below</button><div id="host"></div>
<script>
document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = '<button id="inside">Inside</button>';
const noted = [];
for (const type of ['click', 'auxclick', 'keydown'])
  addEventListener(type, (event) => noted.push([
    type, event.composedPath()[0].id || event.composedPath()[0].textContent, event.isTrusted,
    event.button ?? event.key, [event.ctrlKey && 'Control', event.shiftKey && 'Shift'].filter(Boolean).join('+'),
  ]), true);
addEventListener('contextmenu', (event) => event.preventDefault());
</script>`;

describeInBrowsers('a page', (browser) => {
  let server: Server;
  let site: string;
  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(html);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    site = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const open = async (path = '/') => {
    const page = await browser.newPage();
    await page.goto(site + path);
    return page;
  };

  test('runs functions with arguments, and waits for what they promise', async () => {
    const page = await open();
    expect(
      await page.evaluate((a, b) => Promise.resolve({ sum: a + b, at: location.pathname }), 1, 2),
    ).toEqual({
      sum: 3,
      at: '/',
    });
    expect(await page.evaluate('document.title')).toBe('Page');
    await expect(page.evaluate('missing.name')).rejects.toThrow('missing');
  });

  test('gets trusted clicks with modifiers, wherever the element is', async () => {
    const page = await open();
    await page.click({ css: 'button', text: 'Two' });
    await page.click('#below', { modifiers: ['Shift'] });
    await page.click('#inside', { modifiers: ['Control', 'Shift'], position: { x: 3, y: 3 } });
    expect(await page.evaluate('noted.filter(([type]) => type !== "keydown")')).toEqual([
      ['click', 'Two', true, 0, ''],
      ['click', 'below', true, 0, 'Shift'],
      ['click', 'inside', true, 0, 'Control+Shift'],
    ]);
  });

  test('gets clicks of the other buttons, or says that it cannot', async () => {
    const page = await open();
    const click = async () => {
      await page.click('#inside', { button: 'middle' });
      await page.click('#below', { button: 'right' });
      return page.evaluate('noted');
    };
    if (browser.name === 'WebKitGTK') {
      await expect(click()).rejects.toThrow('left button only');
    } else {
      expect(await click()).toEqual([
        ['auxclick', 'inside', true, 1, ''],
        ['auxclick', 'below', true, 2, ''],
      ]);
    }
  });

  test('gets what is typed', async () => {
    const page = await open();
    await page.click('#field');
    await page.type('Ünder 7');
    await page.press('Backspace');
    await page.press('Tab');
    await page.press('Enter');
    expect(await page.evaluate('document.getElementById("field").value')).toBe('Ünder ');
    expect(await page.evaluate('noted.at(-1)')).toEqual(['click', 'One', true, 0, '']);
  });

  test('goes back and forward', async () => {
    const page = await open('/first');
    await page.goto(`${site}/second`);
    await page.back();
    expect(await page.evaluate('location.pathname')).toBe('/first');
    await page.forward();
    expect(await page.evaluate('location.pathname')).toBe('/second');
    await page.goto(`${site}/third`);
    expect(await page.evaluate('location.pathname')).toBe('/third');
  });

  test('is waited for while it changes', async () => {
    const page = await open('/first');
    await page.evaluate('void setTimeout(() => location.assign("/second"), 300)');
    await page.waitFor((path) => location.pathname === path, '/second');
  });

  test('shares storage with the visitor’s other pages, which are visible too, until it is closed', async () => {
    const [first, second] = [await open(), await open()];
    await first.evaluate('localStorage.setItem("kept", "1")');
    expect(await second.evaluate('[localStorage.getItem("kept"), document.visibilityState]')).toEqual([
      '1',
      'visible',
    ]);
    expect(await first.evaluate('document.visibilityState')).toBe('visible');
    await second.evaluate('void addEventListener("pagehide", () => localStorage.setItem("closed", "1"))');
    await second.close();
    await first.waitFor(() => localStorage.getItem('closed'));
  });

  test('knows nothing of the visitor before', async () => {
    const page = await open();
    expect(await page.evaluate('[localStorage.length, document.cookie]')).toEqual([0, '']);
  });
});
