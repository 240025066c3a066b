import type { Known } from './state.ts';
import { GAP, HOUR, LONGEST_WAIT, MOST_EXTRA } from './state.ts';

/** How often to look for an answer that can be read, a second apart, before deciding that there is none. */
const LOOKS = 6;
/** Exponential backoff with full jitter, ms, up to 32 s; on top of a Retry-After, believed up to an hour. */
const FIRST_WAIT = 1000;
const MOST_DOUBLINGS = 5;

/** When a page is left, some requests go at once, ahead of the pace, ms. */
const MOST_AHEAD = 3000;

/** True from the network's return to the next outcome. */
let backOnline = false;

/** The network is back: what waits is tried at once. */
export function comeOnline(): void {
  backOnline = true;
}

/** How long nothing may be sent yet, ms. */
export function waitOf(host: Known): number {
  // Heard of later than now, or waiting longer than anything does: another clock, or nothing of ours.
  const other = host.wait > LONGEST_WAIT || Math.abs(Date.now() - host.heard) > host.wait;
  return backOnline || other ? 0 : Math.max(0, host.heard + host.wait - Date.now());
}

/** How long the last requests keep the next one waiting, ms. */
export function paceOf(host: Known): number {
  const ahead = host.started - Date.now();
  // By more only where the clock was set back.
  return ahead > MOST_AHEAD ? 0 : Math.max(0, ahead + GAP + Math.min(MOST_EXTRA, host.extra));
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
  if (status > 0) {
    host.readable = 1;
    host.blind = 0;
  }
  if (well) {
    host.failures = host.wait = 0;
    host.extra *= 0.95;
    return;
  }
  host.failures++;
  if (status === 429) host.extra = Math.min(MOST_EXTRA, host.extra * 2 + GAP);
  const backoff = FIRST_WAIT << Math.min(host.failures, MOST_DOUBLINGS);
  host.wait = Math.min(after, HOUR) + Math.random() * backoff;
}

/**
 * It is there, but hides its answers: for an hour, in case its administrator adds the headers, an event is sent once,
 * and done when the request has ended. Where it was read before, that is decided by the next event.
 */
export function unreadable(host: Known): void {
  if (!host.readable) host.blind = Date.now();
  host.readable = 0;
}

/** How often to look for a readable answer: see send. Where some were read before, the event is tried again instead. */
export function looksAt(host: Known): number {
  return Math.abs(Date.now() - host.blind) < HOUR ? 0 : host.readable ? 1 : LOOKS;
}
