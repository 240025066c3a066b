import { run } from './run.ts';
import { PREFIX, read, write } from './store.ts';

/** What is known about a host, or an event that is not simply waiting. Times are epoch ms; 0 where there is none. */
export interface Known {
  /** How often in a row it has failed, when it was last heard of, and how long it waits from then on, ms. */
  failures: number;
  heard: number;
  wait: number;
  /** When the last request started. Of an event: 0 once its answer is known. */
  started: number;
  /** A host's: ms between two requests on top of GAP, while it says 429. */
  extra: number;
  /** A host's: READABLE if a status was read from it, as its CORS headers are there; since when its answers are not. */
  readable: number;
  /** An event's: 1 once nobody is left to read its answer. */
  left: number;
}

/** Where the state is kept, for all tabs and pages; the digit is the form's version. */
export const STATE = `${PREFIX}state1`;
export const READABLE = 1;
export const HOUR = 3600000;
export const WEEK = 168 * HOUR;

/** By origin (`https://analytics-us.searchstax.com`: a host's limit holds for all of its paths), or by entry. */
export let state: Record<string, Known> = {};

/** Reads what all pages and tabs know. It is checked row by row, as anybody may have written it, and under another clock. */
export function recall(): void {
  state = {};
  // What could not be read is not known.
  run(() => {
    const rows = JSON.parse(read(STATE));
    for (const name in rows) {
      const row = checked(Object(rows[name]));
      // Rows that nobody needs any more go.
      if (Date.now() - Math.max(row.heard, row.started) < WEEK) state[name] = row;
    }
  });
}

export function keep(): void {
  write(STATE, JSON.stringify(state));
}

/** What is known about a host or an event; its row is made if there is none. */
export function known(name: string): Known {
  state[name] = state[name] || checked({});
  return state[name];
}

/** A row with the numbers that can be. What a clock set ahead of this one has left, waitOf and looksAt ignore. */
export function checked(row: Partial<Known>): Known {
  const numbers: Known = { failures: 0, heard: 0, wait: 0, started: 0, extra: 0, readable: 0, left: 0 };
  for (const name in numbers) {
    const value = row[name as keyof Known] as number;
    if (value > 0) numbers[name as keyof Known] = +value;
  }
  return numbers;
}
