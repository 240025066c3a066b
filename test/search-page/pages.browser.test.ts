import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { describeInBrowser } from '../browser.ts';
import { buildReader } from './build.ts';
import type { Pushed } from './reading.ts';

jest.setTimeout(60_000);

const reader = await buildReader();

describeInBrowser('search pages in a browser', (browser) => {
  let context: BrowserContext;
  let pushed: Pushed[];

  beforeEach(async () => {
    context = await browser().newContext();
    pushed = [];
    await context.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname.startsWith('/docs/') || pathname === '/care' || pathname === '/sale')
        return route.fulfill({ contentType: 'text/html', body: `<title>${pathname}</title>` });
      return route.fulfill({
        contentType: 'text/html',
        body: readFileSync(`test/search-page/pages${pathname}`, 'utf8'),
      });
    });
    // Kept here, since a page that is left takes its data layer with it.
    await context.exposeFunction('keep', (event: string, searchstax: Record<string, unknown>) => {
      pushed.push([event.replace('searchstax_', ''), searchstax]);
    });
  });

  afterEach(() => context.close());

  const open = async (path: string, settings: object): Promise<Page> => {
    const page = await context.newPage();
    await page.addInitScript(
      ([code, given]) => {
        const site = window as unknown as {
          dataLayer: object[];
          keep: (event: string, searchstax: object) => void;
          searchstaxSitecore: { readSearchPage: (settings: unknown) => boolean };
        };
        site.dataLayer = [];
        site.dataLayer.push = (message: object) => {
          const { event, searchstax } = message as { event: string; searchstax: object };
          site.keep(event, searchstax);
          return 0;
        };
        // As a page would carry it.
        new Function(code as string)();
        if (location.pathname.endsWith('.html')) site.searchstaxSitecore.readSearchPage(given);
      },
      [reader, settings] as const,
    );
    await page.goto(`http://site.test/${path}`);
    return page;
  };

  const come = async (count: number) => {
    for (let wait = 0; pushed.length < count && wait < 600; wait++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await new Promise((resolve) => setTimeout(resolve, 100));
    return pushed.splice(0);
  };

  test('a UI kit', async () => {
    const page = await open('ui-kit.html?searchstax%5Bquery%5D=boots', {
      preset: 'searchstax',
      language: 'en',
    });
    const search = { query: 'boots', totalHits: 42, pageNo: 1, shownHits: 3, language: 'en' };
    expect(await come(3)).toEqual([
      [
        'search',
        {
          ...search,
          impressions: [
            { cDocId: 'doc-1', cDocTitle: 'Boot one', position: 1 },
            { cDocId: 'doc-2', cDocTitle: 'Boot two', position: 2 },
            { cDocId: 'doc-3', cDocTitle: 'Boot three', position: 3 },
          ],
        },
      ],
      [
        'relatedsearch',
        {
          query: 'boots',
          totalHits: 42,
          language: 'en',
          impressions: [
            { relatedSearch: 'hiking boots', position: 1 },
            { relatedSearch: 'boot laces', position: 2 },
          ],
        },
      ],
      [
        'questionanswer',
        {
          question: 'boots',
          answer: 'Boots keep feet dry.',
          is_question: true,
          has_show_more: true,
          language: 'en',
        },
      ],
    ]);
    await page.click('.searchstax-related-search-item >> nth=1');
    await page.click('mark');
    await page.goBack();
    expect(await come(2)).toMatchObject([
      ['relatedsearchclick', { query: 'boots', relatedSearch: 'boot laces', position: 2, totalHits: 42 }],
      ['searchclick', { ...search, cDocId: 'doc-1', cDocTitle: 'Boot one', position: 1 }],
    ]);
  });

  test('Sitecore SXA, from page to page', async () => {
    const page = await open('sxa.html#q=boots&p=3', { preset: 'sxa' });
    expect(await come(1)).toMatchObject([
      ['search', { query: 'boots', totalHits: 1234, pageNo: 1, shownHits: 3 }],
    ]);
    await page.click('.next');
    expect(await come(1)).toMatchObject([
      [
        'search',
        { query: 'boots', pageNo: 2, impressions: [{ position: 4 }, { position: 5 }, { position: 6 }] },
      ],
    ]);
    await page.click('text=Boot 5', { modifiers: ['Control'] });
    expect(await come(1)).toMatchObject([['searchclick', { cDocTitle: 'Boot 5', position: 5, pageNo: 2 }]]);
  });

  test('a page from the server: stretched links, keyboard and middle button; not the buttons, not what is hidden', async () => {
    const page = await open('server.html?q=boots', { results: '.card', total: '.summary' });
    expect(await come(1)).toEqual([
      [
        'search',
        {
          query: 'boots',
          totalHits: 1234,
          pageNo: 1,
          shownHits: 2,
          impressions: [
            { cDocId: 'http://site.test/docs/1', cDocTitle: 'Stiefel eins', position: 1 },
            { cDocId: 'http://site.test/docs/2', cDocTitle: 'Stiefel zwei', position: 2 },
          ],
        },
      ],
    ]);
    await page.click('.card >> nth=0 >> button');
    await page.click('.card >> nth=1 >> p', { button: 'middle', force: true });
    await page.click('.card >> nth=1 >> p', { button: 'right', force: true });
    await page.focus('.card >> nth=0 >> a');
    await page.keyboard.press('Enter');
    expect((await come(2)).map(([event, { position }]) => [event, position])).toEqual([
      ['searchclick', 2],
      ['searchclick', 1],
    ]);
  });

  test('infinite scroll', async () => {
    const page = await open('infinite-scroll.html?query=boots', {
      results: '[data-testid=result]',
      id: 'data-id',
      total: '[data-testid=count]',
    });
    expect(await come(1)).toMatchObject([['search', { totalHits: 1234, shownHits: 5, pageNo: 1 }]]);
    await page.mouse.wheel(0, 3000);
    expect(await come(1)).toMatchObject([
      [
        'search',
        { shownHits: 5, pageNo: 2, impressions: [{ cDocId: 'doc-6', position: 6 }, {}, {}, {}, {}] },
      ],
    ]);
  });

  test('web components, and a new search in them', async () => {
    const page = await open('components.html?q=boots', { results: '.card', total: '.count' });
    expect(await come(1)).toMatchObject([
      [
        'search',
        { query: 'boots', totalHits: 42, impressions: [{ cDocTitle: 'Boot 1', position: 1 }, {}, {}] },
      ],
    ]);
    await page.fill('input', 'sandals');
    await page.keyboard.press('Enter');
    expect(await come(1)).toMatchObject([
      ['search', { query: 'sandals', impressions: [{ cDocTitle: 'Boot 7' }, {}, {}] }],
    ]);
    await page.click('em >> nth=2');
    expect(await come(1)).toMatchObject([
      ['searchclick', { query: 'sandals', cDocTitle: 'Boot 9', position: 3 }],
    ]);
  });

  test('a page that comes back from the back/forward cache pushes nothing again', async () => {
    const page = await open('server.html?q=boots', { results: '.card', total: '.summary' });
    expect(await come(1)).toHaveLength(1);
    await page.evaluate(() => {
      (window as unknown as { kept: boolean }).kept = true;
    });
    await page.click('.card a');
    expect(await come(1)).toMatchObject([['searchclick', { position: 1 }]]);
    await page.goBack();
    const isKept = await page.evaluate(() => (window as unknown as { kept?: boolean }).kept === true);
    // A page that was loaded anew is another visit.
    if (!isKept) await come(1);
    await page.waitForTimeout(1500);
    expect(pushed).toHaveLength(0);
  });

  test('reading forces no layout', async () => {
    const page = await context.newPage();
    await page.goto('http://site.test/server.html?q=boots');
    const forced = await page.evaluate(async (code) => {
      let asked = 0;
      for (const [owner, names] of [
        [HTMLElement.prototype, ['offsetWidth', 'offsetHeight', 'offsetTop', 'offsetParent', 'innerText']],
        [
          Element.prototype,
          ['clientWidth', 'clientHeight', 'scrollTop', 'getBoundingClientRect', 'getClientRects'],
        ],
        [window, ['getComputedStyle']],
      ] as const)
        for (const name of names)
          Object.defineProperty(owner, name, {
            configurable: true,
            get: () => {
              asked++;
              return undefined;
            },
          });
      new Function(code)();
      const site = window as unknown as {
        dataLayer?: object[];
        searchstaxSitecore: { readSearchPage: (settings: object) => boolean };
      };
      site.searchstaxSitecore.readSearchPage({ results: '.card', total: '.summary' });
      for (let wait = 0; !site.dataLayer?.length && wait < 600; wait++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      (document.querySelector('.card a') as HTMLElement).dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }),
      );
      return [site.dataLayer?.length, asked];
    }, reader);
    expect(forced).toEqual([2, 0]);
  });
});
