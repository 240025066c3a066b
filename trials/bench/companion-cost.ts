import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { type Receiver, startReceiver } from '../../src/receiver/index.ts';
import { median } from './median.ts';

/** What the companion costs a page in Chromium. Times in ms on the main thread, medians over fresh pages. */
export interface CompanionCost {
  bytes: number;
  gzip: number;
  /** Compiling and running the script. */
  evaluation: number;
  /** 1,000 calls of `deliver` in one go, and the longest of them. */
  thousandDeliveries: number;
  longestDelivery: number;
  /** The longest time that nothing else ran in the 3 s after them, while the queue is sent. */
  longestBlock: number;
  /** The same on a page without the companion: what the machine itself does. */
  longestBlockWithout: number;
}

const rounds = 9;

export async function measureCompanion(browser: Browser, script: string): Promise<CompanionCost> {
  const endpoint = await startReceiver({ requestsPerSecond: null });
  const site = await startReceiver({
    pages: (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Site</title>');
      return true;
    },
  });
  const url = `${endpoint.url}/api/v2/track/`;
  try {
    const evaluations: number[] = [];
    for (let round = 0; round < rounds; round++) {
      evaluations.push(await onFreshPage(browser, site, (page) => evaluate(page, script)));
    }
    const loads: Load[] = [];
    for (let round = 0; round < 3; round++) {
      loads.push(
        await onFreshPage(browser, site, async (page) => {
          const longestBlockWithout = await longestBlock(page);
          await evaluate(page, script);
          const deliveries = await deliverThousand(page, url);
          return { ...deliveries, longestBlock: await longestBlock(page), longestBlockWithout };
        }),
      );
    }
    const of = (key: keyof Load) => median(loads.map((load) => load[key]));
    return {
      bytes: Buffer.byteLength(script),
      gzip: gzipSync(script, { level: 9 }).length,
      evaluation: median(evaluations),
      thousandDeliveries: of('thousandDeliveries'),
      longestDelivery: of('longestDelivery'),
      longestBlock: of('longestBlock'),
      longestBlockWithout: of('longestBlockWithout'),
    };
  } finally {
    await endpoint.close();
    await site.close();
  }
}

type Load = Pick<
  CompanionCost,
  'thousandDeliveries' | 'longestDelivery' | 'longestBlock' | 'longestBlockWithout'
>;

async function onFreshPage<T>(browser: Browser, site: Receiver, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`http://localhost:${site.port}/`);
  const result = await use(page);
  await context.close();
  return result;
}

/** Runs the script as an inline `<script>`, the way GTM's Custom HTML tag does. */
function evaluate(page: Page, script: string): Promise<number> {
  return page.evaluate((code) => {
    const element = document.createElement('script');
    element.textContent = code;
    const started = performance.now();
    document.head.append(element);
    return performance.now() - started;
  }, script);
}

function deliverThousand(
  page: Page,
  url: string,
): Promise<Pick<Load, 'thousandDeliveries' | 'longestDelivery'>> {
  return page.evaluate((to) => {
    const { searchstaxSitecore } = window as unknown as {
      searchstaxSitecore: { deliver(url: string, event: object): boolean };
    };
    let longestDelivery = 0;
    const started = performance.now();
    for (let number = 0; number < 1000; number++) {
      const before = performance.now();
      const properties = {
        key: 'k',
        session: 's',
        _vid: 'v',
        query: `running shoes ${number}`,
        totalHits: 42,
        pageNo: 1,
      };
      searchstaxSitecore.deliver(to, { event: '_search', properties });
      longestDelivery = Math.max(longestDelivery, performance.now() - before);
    }
    return { thousandDeliveries: performance.now() - started, longestDelivery };
  }, url);
}

/** Messages that follow each other as fast as the page lets them: the widest gap is the longest block. */
function longestBlock(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        const started = performance.now();
        let last = started;
        let longest = 0;
        port1.onmessage = () => {
          const now = performance.now();
          longest = Math.max(longest, now - last);
          last = now;
          if (now - started < 3000) port2.postMessage(0);
          else resolve(longest);
        };
        port2.postMessage(0);
      }),
  );
}
