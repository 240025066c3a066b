/** What was received, in the order in which it came. */

import type { Verdict } from './exchange.ts';
import type { Destination } from './settings.ts';

export interface Received {
  /** Counts from 1; goes on after the log is cleared. */
  number: number;
  /** ISO 8601, UTC. */
  time: string;
  /** `none`: a path that neither destination has. */
  destination: Destination | 'none';
  method: string;
  /** Path and query string, as they came. */
  url: string;
  /** The answer's HTTP status, 0 where none was given. */
  status: number;
  verdict: Verdict;
  reason?: string;
  /** SearchStax: the decoded data. Sitecore: `{goal}` as it came. */
  event?: unknown;
}

/** How many are kept; the oldest go first. */
const kept = 50_000;

export interface Log {
  entries: Received[];
  add(received: Omit<Received, 'number' | 'time'>): Received;
  clear(): void;
}

/** @param now the time in milliseconds */
export function createLog(now: () => number): Log {
  const entries: Received[] = [];
  let number = 0;
  return {
    entries,
    add(received) {
      number += 1;
      const entry = { number, time: new Date(now()).toISOString(), ...received };
      entries.push(entry);
      if (entries.length > kept) entries.splice(0, entries.length - kept);
      return entry;
    },
    clear() {
      entries.length = 0;
    },
  };
}
