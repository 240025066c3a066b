import type { Page } from 'playwright-core';
import type { Endpoint } from './endpoint.ts';

/** Something that goes wrong with SearchStax's endpoint while a page is open. */
export interface Fault {
  name: string;
  begin(endpoint: Endpoint): void | Promise<void>;
  /** Whether the visitor must stay until everything has arrived: nobody can tell a hanging request from a lost one. */
  stay?: boolean;
  /** Whether some of the page's events name a tracking key that does not exist. */
  wrongKeys?: boolean;
  /** Whether SearchStax answers 500 to one of the page's events, however often it is asked on this page. */
  poison?: boolean;
  /** How long the page's first request takes to reach SearchStax, if it is not ended before, ms. */
  stall?: number;
  /** How many tabs hand over the page's events, at the same time. @default 1 */
  tabs?: number;
  /** What happens in the page once the events are handed over. */
  meanwhile?(page: Page): Promise<unknown>;
  /** How many events are handed over just before the page is left, whatever waits. @default 0 */
  last?: number;
}

const failing = (name: string, as: 429 | 500 | 502 | 503 | 'reset', next: number): Fault => ({
  name,
  begin: (endpoint) => endpoint.set({ failure: { as, next } }),
});

/** One for each page, over and over. */
export const faults: Fault[] = [
  { name: 'none', begin: (endpoint) => endpoint.set({}) },
  { name: 'slow: 400 ms an answer', begin: (endpoint) => endpoint.set({ delay: 400 }) },
  failing('429 three times', 429, 3),
  failing('500 twice', 500, 2),
  failing('connection reset twice', 'reset', 2),
  { name: '422: wrong keys among them', begin: (endpoint) => endpoint.set({}), wrongKeys: true },
  { name: 'away for 2 s, then back', begin: (endpoint) => endpoint.away(2000) },
  failing('503 three times', 503, 3),
  { name: 'limit of 5 requests/s', begin: (endpoint) => endpoint.set({ requestsPerSecond: 5 }) },
  failing('429, then 502', 502, 2),
];

/** What goes wrong on the visitor's side, or with one event alone. */
const otherFaults: Fault[] = [
  { name: 'one event always gets 500', begin: (endpoint) => endpoint.set({}), poison: true },
  {
    name: 'storage cleared meanwhile',
    begin: (endpoint) => endpoint.set({ delay: 150 }),
    async meanwhile(page) {
      await page.waitForTimeout(400);
      await page.evaluate(() => localStorage.clear());
    },
  },
  { name: 'three tabs', begin: (endpoint) => endpoint.set({ delay: 50 }), tabs: 3 },
  { name: 'left with four waiting', begin: (endpoint) => endpoint.set({ delay: 150 }), last: 4 },
];
faults.push(...otherFaults);

/** As many kinds of them as half a minute allows, the companion waiting longer after each failure. */
export const briefFaults: Fault[] = [
  { name: 'slow: 300 ms an answer', begin: (endpoint) => endpoint.set({ delay: 300 }) },
  failing('429 once', 429, 1),
  failing('connection reset once', 'reset', 1),
  { name: '422: wrong keys among them', begin: (endpoint) => endpoint.set({}), wrongKeys: true },
  { name: 'away for 1 s, then back', begin: (endpoint) => endpoint.away(1000) },
  failing('500 once', 500, 1),
  ...otherFaults,
];

/** A request that is never answered costs the companion's whole patience of 70 s, and the others none of it. */
export const hanging: Fault[] = [
  {
    name: 'one request hangs',
    begin: (endpoint) => endpoint.set({ failure: { as: 'hang', next: 1 } }),
    stay: true,
  },
  {
    // It must be ended by then, or this one and the repetition count.
    name: 'one hangs, to count after 75 s',
    begin: (endpoint) => endpoint.set({}),
    stall: 75_000,
    stay: true,
  },
];
