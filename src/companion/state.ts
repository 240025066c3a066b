import { PREFIX, read, removeAll, write } from './store.ts';

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
  /** A host's: 1 if a status was read from it, as its CORS headers are there; since when its answers are not. */
  readable: number;
  blind: number;
  /** An event's: 1 once nobody is left to read its answer. */
  left: number;
}

/** Where the state is kept, for all tabs and pages; the digit is the form's version. */
export const STATE = `${PREFIX}state1`;
/** ms between two requests: 16 a second, under the 20 that an app may receive. */
export const GAP = 60;
/** The most on top of it: keeps to a sandbox app's 5 a second. */
export const MOST_EXTRA = 190;
/** No time is as late as this, in the year 2286. */
const MOST = 1e13;
export const HOUR = 3600000;
export const WEEK = 168 * HOUR;
/** The longest backoff, on top of an hour of Retry-After, with a second to spare. */
export const LONGEST_WAIT = HOUR + 33000;

/** By origin (`https://analytics-us.searchstax.com`: a host's limit holds for all of its paths), or by entry. */
export let state: Record<string, Known> = {};
/** True once this page has seen the state in storage. */
let kept = false;

/**
 * Reads what all pages and tabs know. It is checked row by row, as anybody may have written it, and under another
 * clock. Returns true where a script of the site has cleared the storage; what this page knew then stands.
 */
export function recall(): boolean {
  const text = read(STATE);
  if (kept && !text) return true;
  kept = !!text;
  state = {};
  try {
    const rows = JSON.parse(text);
    for (const name in rows) {
      const row = checked(Object(rows[name]));
      if (Date.now() - Math.max(row.heard, row.started) < WEEK) state[name] = row;
    }
  } catch (_error) {
    // What could not be read is not known.
  }
  return false;
}

export function keep(): void {
  kept = true;
  write(STATE, JSON.stringify(state));
}

/** Forgets everything, and empties the storage. */
export function unlearn(): void {
  removeAll();
  kept = false;
  state = {};
}

/** What is known about a host or an event; its row is made if there is none. */
export function known(name: string): Known {
  state[name] = state[name] || checked({});
  return state[name];
}

/** A row with the numbers that can be. What a clock set ahead of this one has left, waitOf and looksAt ignore. */
function checked(row: Partial<Known>): Known {
  const numbers: Known = {
    failures: 0,
    heard: 0,
    wait: 0,
    started: 0,
    extra: 0,
    readable: 0,
    blind: 0,
    left: 0,
  };
  for (const name in numbers) {
    const value = row[name as keyof Known];
    if (value && value > 0 && value < MOST) numbers[name as keyof Known] = +value;
  }
  return numbers;
}
