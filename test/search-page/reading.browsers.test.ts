import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { describeInBrowsers } from '../browser.ts';
import type { Site } from '../companion/site.ts';
import { startSite, until } from '../companion/site.ts';
import { buildReader } from './build.ts';

const reader = await buildReader();

interface Pushed {
  event: string;
  searchstax: Record<string, unknown>;
}

const card = (number: number) =>
  `<li class="hit"><h3><a href="/docs/${number}">Größe ${number}</a></h3><p>About it</p></li>`;
const cards = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => card(from + index)).join('');

describeInBrowsers('the search page reader', (browser) => {
  let site: Site;
  beforeEach(async () => {
    site = await startSite();
  });
  afterEach(() => site.close());

  /** A page that shows three results, and a next page of two that its button fetches. */
  const open = async () => {
    site.show({
      head: `<script>${reader}</script>`,
      body: `<p class="count">5 results</p><ul>${cards(1, 3)}</ul><button>More</button>
<script>
searchstaxSitecore.readSearchPage({ results: '.hit', total: '.count', pageParameter: 'page' });
document.querySelector('button').addEventListener('click', () => {
  history.pushState(null, '', '?q=boots&page=2');
  fetch('/list?q=boots&page=2').then(() => { document.querySelector('ul').innerHTML = ${JSON.stringify(cards(4, 5))}; });
});
</script>`,
    });
    const page = await browser.newPage();
    await page.goto(`${site.url}/search?q=boots`);
    return page;
  };

  const pushes = async (count: number) => {
    await until(() => site.pushed().length >= count, site.pushed);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return site.pushed() as Pushed[];
  };

  const impressions = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => ({
      cDocId: `${site.url}/docs/${from + index}`,
      cDocTitle: `Größe ${from + index}`,
      position: from + index,
    }));

  test('pushes the list that is shown, and the next one that a script brings', async () => {
    const page = await open();
    await pushes(1);
    await page.click('button');
    expect(await pushes(2)).toMatchObject([
      {
        event: 'searchstax_search',
        searchstax: { query: 'boots', totalHits: 5, shownHits: 3, impressions: impressions(1, 3) },
      },
      {
        event: 'searchstax_search',
        searchstax: { query: 'boots', totalHits: 5, shownHits: 2, pageNo: 2, latency: expect.any(Number) },
      },
    ]);
  });

  test('pushes a click on a result before the page is left', async () => {
    const page = await open();
    await pushes(1);
    await page.click({ css: '.hit a', text: 'Größe 2' });
    const clicked = (await pushes(2))[1];
    expect(clicked).toMatchObject({
      event: 'searchstax_searchclick',
      searchstax: {
        query: 'boots',
        cDocId: `${site.url}/docs/2`,
        cDocTitle: 'Größe 2',
        position: 2,
      },
    });
    expect(await page.evaluate('location.pathname')).toBe('/docs/2');
  });
});
