import type { Endpoint } from './endpoint.ts';

/** Something that goes wrong with SearchStax's endpoint while a page is open. */
export interface Fault {
  name: string;
  begin(endpoint: Endpoint): void | Promise<void>;
  /** Whether the visitor must stay until everything has arrived: nobody can tell a hanging request from a lost one. */
  stay?: boolean;
  /** Whether some of the page's events name a tracking key that does not exist. */
  wrongKeys?: boolean;
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

/** As many kinds of them as half a minute allows, the companion waiting longer after each failure. */
export const briefFaults: Fault[] = [
  { name: 'slow: 300 ms an answer', begin: (endpoint) => endpoint.set({ delay: 300 }) },
  failing('429 once', 429, 1),
  failing('connection reset once', 'reset', 1),
  { name: '422: wrong keys among them', begin: (endpoint) => endpoint.set({}), wrongKeys: true },
  { name: 'away for 1 s, then back', begin: (endpoint) => endpoint.away(1000) },
  failing('500 once', 500, 1),
];

/** A request that is never answered costs the companion's whole patience of 70 s. */
export const hanging: Fault = {
  name: 'one request hangs',
  begin: (endpoint) => endpoint.set({ failure: { as: 'hang', next: 1 } }),
  stay: true,
};
