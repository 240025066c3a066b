import type { Known } from './state.ts';
import { HOUR, READABLE } from './state.ts';

/** ms between two requests: 16 a second, under the 20 that an app may receive. */
export const GAP = 60;
/** The most on top of it: keeps to a sandbox app's 5 a second. */
const MOST_EXTRA = 190;
/** When a page is left, some requests go at once, ahead of the pace. So long at most is the next one kept waiting, ms. */
const LONGEST_PACE = 3000;
/** Exponential backoff with full jitter, ms, up to 32 s; on top of a Retry-After, believed up to an hour. */
const FIRST_WAIT = 1000;
const MOST_DOUBLINGS = 5;
const LONGEST_WAIT = HOUR + 33000;
/** How often to look for an answer that can be read, a second apart, before deciding that there is none. */
const LOOKS = 6;

/** True from the network's return to the next outcome. */
let backOnline = false;

/** The network is back: what waits is tried at once. */
export function comeOnline(): void {
  backOnline = true;
}

/** How far a time is from now, ms, by whatever clock it was taken. */
export function since(time: number): number {
  return Math.abs(Date.now() - time);
}

/** How long a host, or an event, may not be tried yet, ms. One that waits longer than anything does is nothing of ours. */
export function waitOf(row: Known): number {
  return backOnline || row.wait > LONGEST_WAIT ? 0 : Math.max(0, row.wait - since(row.heard));
}

/** How long the last requests keep the next one waiting, ms. */
export function paceOf(host: Known): number {
  const pace = host.started + GAP + host.extra - Date.now();
  // By more only where the clock was set back.
  return pace > LONGEST_PACE ? 0 : Math.max(0, pace);
}

/**
 * Draws the consequences of an outcome for what is known.
 * @param status the answer's, or one of those in request.ts
 * @param after what Retry-After says, ms
 * @param well it took an event, or refused that one for good; else it could not be reached, or asked to be left alone
 */
export function learn(host: Known, status: number, after: number, well: boolean): void {
  backOnline = false;
  host.heard = Date.now();
  if (status > 0) host.readable = READABLE;
  if (well) {
    host.failures = host.wait = 0;
    host.extra *= 0.95;
  } else {
    if (status === 429) host.extra = Math.min(MOST_EXTRA, host.extra * 2 + GAP);
    const backoff = FIRST_WAIT << Math.min(++host.failures, MOST_DOUBLINGS);
    host.wait = Math.min(after, HOUR) + ((Math.random() * backoff) | 0);
  }
}

/**
 * How often to look for a readable answer: see send. For an hour after it hid them, in case its administrator adds the
 * headers, an event is sent once, and done when the request has ended; where some were read, it is tried again instead.
 */
export function looksAt(host: Known): number {
  return since(host.readable) < HOUR ? 0 : host.readable === READABLE ? 1 : LOOKS;
}
