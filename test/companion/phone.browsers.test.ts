import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { describeInBrowsers } from '../browser.ts';
import type { Site } from './site.ts';
import { startSite, until } from './site.ts';

const called = (number: string) => ({ event: 'phone_click', phone: { number } });

describeInBrowsers('phone links', (browser) => {
  let site: Site;
  beforeEach(async () => {
    site = await startSite();
  });
  afterEach(() => site.close());

  const open = async (body: string) => {
    site.show({ body });
    const page = await browser.newPage();
    await page.goto(site.url);
    return page;
  };

  /** All pushes, once the last of them is there and none follows. */
  const pushes = async (count: number) => {
    await until(() => site.pushed().length >= count, site.pushed);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return site.pushed();
  };

  /** Where a browser would show an error page for want of a telephone, the site keeps the visitor. */
  const staying = `<script>addEventListener('click', (event) => event.preventDefault())</script>`;

  test('a click dials, and is heard before the browser goes wherever it goes', async () => {
    const page = await open('<a href="tel:+49%2030%201234"><b>Call us</b></a>');
    await page.click('b');
    expect(await pushes(1)).toEqual([called('+49 30 1234')]);
  });

  test('each click is heard, with Shift or Control too, also where the site stays on its page', async () => {
    // A link each, as two clicks on one may be a double click, which dials once.
    const page = await open(
      `${[1, 2, 3].map((n) => `<p><a id="n${n}" href="tel:${n}">Call</a></p>`).join('')}${staying}`,
    );
    await page.click('#n1');
    await page.click('#n2', { modifiers: ['Shift'] });
    await page.click('#n3', { modifiers: ['Control'] });
    expect(await pushes(3)).toEqual([called('1'), called('2'), called('3')]);
  });

  test('Enter on the link is heard once', async () => {
    const page = await open(`<a href="tel:110">Call</a>${staying}`);
    await page.evaluate('document.querySelector("a").focus()');
    await page.press('Enter');
    expect(await pushes(1)).toEqual([called('110')]);
  });

  test('links in a shadow root, an image map and a drawing are heard, whoever stops the click', async () => {
    const page = await open(`<my-header></my-header>
<p><img usemap="#map" width="40" height="40" alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="></p>
<map name="map"><area shape="rect" coords="0,0,40,40" href="tel:2"></map>
<svg width="80" height="40"><a href="tel:3"><rect width="80" height="40" /></a></svg>
<script>
document.querySelector('my-header').attachShadow({ mode: 'open' }).innerHTML = '<a href="tel:1"><i>Call</i></a>';
document.addEventListener('click', (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true);
</script>`);
    for (const target of ['i', 'img', 'rect']) await page.click(target);
    expect((await pushes(3)).map((message) => JSON.stringify(message)).sort()).toEqual(
      [called('1'), called('2'), called('3')].map((message) => JSON.stringify(message)),
    );
  });

  test('other links push nothing', async () => {
    const page = await open(`<a href="/tel:1">A</a> <a id="mail" href="mailto:a@example.com">B</a> <p>C</p>
<a id="phone" href="tel:110">D</a>${staying}`);
    for (const target of ['a', '#mail', 'p', '#phone']) await page.click(target);
    expect(await pushes(1)).toEqual([called('110')]);
  });

  // WebKitGTK's driver has no other button to click with.
  if (browser.name !== 'WebKitGTK') {
    test('a middle click is heard, the right button is not', async () => {
      const page = await open(`<a href="tel:110">Call</a>
<script>addEventListener('auxclick', (event) => event.preventDefault())</script>`);
      await page.click('a', { button: 'right' });
      await page.click('a', { button: 'middle' });
      expect(await pushes(1)).toEqual([called('110')]);
    });
  }
});
