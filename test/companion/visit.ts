import { afterEach, beforeEach, expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { describeInBrowser } from '../browser.ts';
import { buildCompanion } from './build.ts';
import type { TrackServer } from './server.ts';
import { startTrackServer } from './server.ts';

/** What the pages hold, as seen from inside them. */
export interface Site {
  searchstaxSitecore: {
    deliver: (url: string, event: object) => boolean;
    consent: (granted: boolean) => boolean;
  };
  dataLayer?: { event: string; chat?: { provider: string } }[];
}

/** A visitor of the small site with the companion, and the endpoint that its events go to. */
export interface Visit {
  browser(): Browser;
  readonly context: BrowserContext;
  readonly server: TrackServer;
  open(path?: string, context?: BrowserContext): Promise<Page>;
  /** Hands events with these ids over, as the tag does. */
  deliver(page: Page, ids: readonly string[]): Promise<void>;
  /** Waits for so many events to be counted: generously, as a loaded machine is no reason to fail. */
  arrived(count: number, ms?: number): Promise<void>;
  /** The same for requests, whatever became of them. */
  seen(count: number): Promise<void>;
  /** The ids of what was counted, in order, once that are so many and a wrong second sending would have shown. */
  accepted(count: number, ms?: number): Promise<string[]>;
  /**
   * The most requests that pages started within any second. By their clock: on a loaded machine requests that left at
   * the right pace arrive in bunches.
   */
  busiestSecond(): number;
}

const companion = await buildCompanion();

export function describeVisits(title: string, tests: (visit: Visit) => void): void {
  describeInBrowser(title, (browser) => {
    let server: TrackServer;
    let context: BrowserContext;
    let starts: number[];

    beforeEach(async () => {
      server = await startTrackServer(companion);
      context = await browser().newContext();
      starts = [];
      await context.exposeFunction('startedAt', (time: number) => {
        starts.push(time);
      });
      await context.addInitScript(() => {
        const { fetch } = window;
        window.fetch = (...request) => {
          (window as unknown as { startedAt: (time: number) => void }).startedAt(Date.now());
          return fetch(...request);
        };
      });
    });

    afterEach(async () => {
      await context.close();
      await server.close();
    });

    const arrived = (count: number, ms = 30_000) =>
      until(
        () => server.accepted().length >= count,
        () => `${server.accepted().length} of ${count} arrived`,
        ms,
      );

    tests({
      browser,
      get context() {
        return context;
      },
      get server() {
        return server;
      },
      open: async (path = '/', of = context) => {
        const page = await of.newPage();
        await page.goto(server.site + path);
        return page;
      },
      deliver: async (page, all) => {
        const taken = await page.evaluate(
          ([url, list]) =>
            list.every((id) =>
              (window as unknown as Site).searchstaxSitecore.deliver(url, {
                event: '_search',
                properties: { id, query: 'café 日本' },
              }),
            ),
          [server.endpoint, all] as const,
        );
        expect(taken).toBe(true);
      },
      arrived,
      seen: (count) =>
        until(
          () => server.arrivals.length >= count,
          () => `${server.arrivals.length} requests of ${count}`,
          30_000,
        ),
      accepted: async (count, ms) => {
        await arrived(count, ms);
        await new Promise((resolve) => setTimeout(resolve, 500));
        return server.accepted();
      },
      busiestSecond: () =>
        Math.max(
          ...starts.map((start) => starts.filter((time) => time >= start && time < start + 1000).length),
        ),
    });
  });
}

export function ids(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}

/** In the order of their numbers: what a page hands to the browser as it is left may overtake what is under way. */
export const byNumber = (numbers: readonly string[]) => [...numbers].sort((a, b) => +a - +b);

async function until(met: () => boolean, what: () => string, ms: number): Promise<void> {
  const end = Date.now() + ms;
  while (!met()) {
    if (Date.now() > end) throw new Error(`Waited ${ms} ms in vain: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
