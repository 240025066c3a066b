import { entries, take } from './queue.ts';
import type { Outcome } from './request.ts';
import { ACCEPTED } from './request.ts';
import { PREFIX, read, write } from './store.ts';

/**
 * What is known about an endpoint, shared by all tabs and pages: whoever sends looks here first, so that a new page
 * neither ignores a Retry-After nor repeats what an earlier page sent. Times are epoch ms.
 */
export interface Endpoint {
  /** Failures since the last answer that was none, and the time before which nothing is sent. */
  failures: number;
  until: number;
  /** When the last request started, and the ms until the next: more while the endpoint says 429. */
  started: number;
  gap: number;
  /** When it last answered, or was found out of reach. */
  heard: number;
  /** A status was read from it: its CORS headers are there. */
  readable?: boolean;
  /** Until when its answers count as unreadable. */
  blind: number;
  /** Entries of the queue that were sent while the answer is not known yet, and when. */
  sent: Record<string, number>;
}

/** Where it is kept; the digit is the form's version. It is there only once the tag has handed something over. */
export const KNOWLEDGE = `${PREFIX}state1`;
/** 16 requests a second: under the 20 that an app may receive. The widest gap keeps to a sandbox app's 5. */
const GAP = 60;
const WIDEST_GAP = 250;
/** Exponential backoff with full jitter, ms, up to 32 s; on top of a Retry-After, believed up to an hour. */
const FIRST_WAIT = 1000;
const MOST_DOUBLINGS = 5;
const HOUR = 3600000;
/** How often to look for an answer that can be read, a second apart, before deciding that there is none. */
const LOOKS = 6;

let book: Record<string, Endpoint> = {};
/** True from the network's return to the next outcome. */
let backOnline = false;

/** Reads what other pages and tabs have learnt. `flying` is this page's own request, if there is one. */
export function recall(flying: string): void {
  try {
    book = Object(JSON.parse(read(KNOWLEDGE)));
  } catch (_error) {
    book = {};
  }
  Object.keys(book).forEach((url) => {
    const known = endpoint(url);
    // See settle: where nothing else waits, no further answer will come that could decide.
    if (known.failures && entries().every((name) => name !== flying && name in known.sent)) known.sent = {};
  });
}

export function keep(): void {
  write(KNOWLEDGE, JSON.stringify(book));
}

/** What is known about the endpoint of that URL. */
export function endpoint(url: string): Endpoint {
  let known = Object(book[url]) as Endpoint;
  if (!known.sent) {
    known = { failures: 0, until: 0, started: 0, gap: GAP, heard: 0, blind: 0, sent: {} };
    book[url] = known;
  }
  return known;
}

/** How long nothing may be sent yet, ms. A wait that no backoff could have set comes from a broken clock: none. */
export function waitOf(known: Endpoint): number {
  const wait = known.until - Date.now();
  return wait > 0 && wait < 2 * HOUR && !backOnline ? wait : 0;
}

/**
 * Draws the consequences of an outcome for what is known.
 * @param well it took an event, or refused that one for good; else it could not be reached, or asked to be left alone
 */
export function learn(known: Endpoint, outcome: Outcome, well: boolean): void {
  settle(known, well);
  if (outcome.status > ACCEPTED) {
    known.readable = true;
    known.blind = 0;
  }
  if (well) {
    known.failures = known.until = 0;
    known.gap = Math.max(GAP, known.gap * 0.97);
    return;
  }
  known.failures++;
  if (outcome.status === 429) known.gap = Math.min(WIDEST_GAP, known.gap * 2);
  const backoff = FIRST_WAIT << Math.min(known.failures, MOST_DOUBLINGS);
  known.until = Date.now() + Math.min(outcome.after || 0, HOUR) + Math.random() * backoff;
}

/**
 * It is there, but hides its answers: for an hour, in case its administrator adds the headers, an event is sent once,
 * and done when the request has ended. Where it was read before, that is decided by the next event.
 */
export function unreadable(known: Endpoint): void {
  if (!known.readable) known.blind = Date.now() + HOUR;
  known.readable = false;
}

/** How often to look for a readable answer: see send. Where some were read before, the event is tried again instead. */
export function looksAt(known: Endpoint): number {
  return known.blind > Date.now() ? 0 : known.readable ? 1 : LOOKS;
}

/** The network is back: what waits is tried at once. */
export function comeOnline(): void {
  backOnline = true;
}

/**
 * What became of an event whose page was left, or crashed, while it waited for the answer? Nobody can ask: the request
 * outlives its page (`keepalive`) but its answer does not. Sending it again may count it twice; not doing so may lose
 * it. So it is held until the next answer, and the answer before its request and that to the next request decide:
 * whichever is nearer in time is believed, as an endpoint rarely changes its mind between two requests. An event that
 * is sent again goes first.
 *
 * What remains: an endpoint that changed between two such requests, for one event per page that was left. The same
 * holds for a connection that breaks after the server has counted and before it answers: that is a network error like
 * any other, and is repeated.
 */
function settle(known: Endpoint, well: boolean): void {
  backOnline = false;
  for (const name in known.sent) {
    const time = known.sent[name] as number;
    if (time - known.heard < known.started - time ? !known.failures : well) take(name);
    delete known.sent[name];
  }
  known.heard = Date.now();
}
