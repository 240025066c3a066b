import type { Browser } from 'playwright-core';
import { median } from './median.ts';

/** What the search page reader costs a search page in Chromium, ms of the main thread a second, medians. */
export interface ReaderCost {
  /** While the page changes 1,000 times a second within the part that is observed, and beside that part. */
  inside: number;
  beside: number;
  /** On a page that is no search page, while it changes as often. */
  elsewhere: number;
}

const rounds = 3;
const seconds = 3;

/** 20 results with pictures' worth of markup, and a part of the page beside them. */
const html = `<!doctype html><main><p class="count">1,234 results</p><ul>${Array.from(
  { length: 20 },
  (_, index) =>
    `<li class="hit"><h3><a href="/docs/${index}">Title ${index}</a></h3><p>About it</p><span class="ticking">0</span></li>`,
).join('')}</ul></main><aside><span class="ticking">0</span></aside>`;

type Place = keyof ReaderCost;

/** Time that scripts, styles and layout took while the page changed, with the reader or without it. */
async function measure(browser: Browser, script: string | undefined, place: Place): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(`http://site.test/${place === 'elsewhere' ? '' : '?q=boots'}`);
  if (script) {
    await page.evaluate((code) => {
      new Function(code)();
      (
        window as unknown as { searchstaxSitecore: { readSearchPage: (settings: object) => boolean } }
      ).searchstaxSitecore.readSearchPage({ results: '.hit', total: '.count' });
    }, script);
  }
  await page.waitForTimeout(1000);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return of('ScriptDuration') + of('RecalcStyleDuration') + of('LayoutDuration');
  };
  await page.evaluate(
    (selector) => {
      const parts = document.querySelectorAll(selector);
      let count = 0;
      setInterval(() => {
        for (let change = 0; change < 10; change++, count++) {
          const part = parts[count % parts.length] as Element;
          part.replaceChildren(String(count));
        }
      }, 10);
    },
    place === 'beside' ? 'aside .ticking' : 'main .ticking',
  );
  const before = await busy();
  await page.waitForTimeout(seconds * 1000);
  const took = ((await busy()) - before) * 1000;
  await context.close();
  return took / seconds;
}

export async function measureReader(browser: Browser, script: string): Promise<ReaderCost> {
  const cost = async (place: Place) => {
    const differences: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const without = await measure(browser, undefined, place);
      differences.push((await measure(browser, script, place)) - without);
    }
    return median(differences);
  };
  return {
    inside: await cost('inside'),
    beside: await cost('beside'),
    elsewhere: await cost('elsewhere'),
  };
}
