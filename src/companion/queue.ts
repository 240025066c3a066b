import { entries, forget, isEntry, originOf, reclaim, take } from './entries.ts';
import { learn, paceOf, unreadable, waitOf } from './host.ts';
import { UNREACHED, UNREADABLE } from './request.ts';
import type { Known } from './state.ts';
import { keep, known, recall, state, unlearn } from './state.ts';

/**
 * The queue: where each event is, and how it gets on.
 *
 *     deliver            begin                conclude
 *    ────────▶ waiting ────────▶ under way ────────────▶ out: delivered, refused, given up
 *               ▲  ▲  ▲            │    │
 *               │  │  └─ conclude ─┘    │ abandon, or its tab crashed
 *               │  │   its turn came    ▼
 *               │ put behind         doubtful ──settle──▶ out: it must have arrived
 *               └─────────settle────────┘
 *
 * Only what is not simply waiting has a row in the state that all tabs and pages share: `started` says that it is under
 * way, and `left` that it is doubtful; `failures` that it was tried in vain, and `wait` that it was put behind.
 */

/** So many times in a row an event fails before the next one gets its chance. */
const PATIENCE = 4;
/** How often an event may fail altogether that its host does not take while it takes others. */
const MOST_TRIES = 9;
/** Its own wait by then, ms, is this, doubled for each try. */
const OWN_WAIT = 100;
/** Longer than any request takes, ms: whoever sent it would have said by now what became of it. */
const LONGEST = 75000;
/** So many failures in a row of answers that cannot be read mean that they no longer can be. */
const MOST_UNREAD = 4;

/** How long until something may be sent, as next() found it, ms; Infinity where nothing waits. */
export let wait = 0;
/** The visitor's consent on this page, as the tag has told it; undefined until then. */
let consent: boolean | undefined;

/** Without consent nothing waits, as far as next() tells; where it was given on this page, all is dropped. */
export function allow(granted: boolean): void {
  if (consent && !granted) {
    unlearn();
    forget();
  }
  consent = granted;
}

/** False while the tag says that consent is missing. */
export function isAllowed(): boolean {
  return consent !== false;
}

/** Reads what other pages and tabs have done, and forgets what nobody needs. To be called before anything below. */
export function look(): void {
  if (recall()) reclaim();
  for (const name in state) {
    // Another tab may hold an entry in its memory only, where storage is full.
    if (isEntry(name) && entries().indexOf(name) < 0 && isOld(state[name] as Known)) delete state[name];
  }
}

/** What is known about the host that an event goes to. */
export function hostOf(name: string): Known {
  return known(originOf(name));
}

/**
 * The oldest of the events that may be sent first. One that has failed some times in a row gives way to the next: if
 * that is taken, the fault is its own; if not, its turn comes again. What is in doubt goes again where the host has
 * failed since and nothing else waits, as no further answer will come that could decide.
 */
export function next(): string {
  let found = '';
  let lowest = 0;
  wait = Infinity;
  if (isAllowed())
    entries().some((name) => {
      const host = hostOf(name);
      const row = state[name] || host;
      const its = Math.max(waitOf(host), waitOf(row));
      let rank = 0;
      if (row !== host) {
        if (row.started && !(host.failures && isDoubtful(row))) return false;
        rank = row.started ? Infinity : row.wait ? 0 : Math.floor(row.failures / PATIENCE);
      }
      if (its < wait || (its === wait && rank < lowest)) {
        found = name;
        wait = its;
        lowest = rank;
      }
      return !its && !rank;
    });
  return found;
}

/** Waiting, or put behind: now under way; or in doubt at once, where the page is being left. Returns when. */
export function begin(name: string, left: number): number {
  const host = hostOf(name);
  const row = known(name);
  const now = Date.now();
  row.started = now;
  row.left = left;
  // Those that go at once when a page is left count as if they kept the pace.
  host.started = now + paceOf(host);
  keep();
  return now;
}

/** Under way: in doubt, as its page is being left. */
export function abandon(name: string): void {
  known(name).left = 1;
  keep();
}

/** Under way: waiting again, as there will be no answer, and whoever's answers can be read has not had the event. */
export function lose(name: string): void {
  look();
  if (hostOf(name).readable) known(name).started = 0;
  keep();
}

/**
 * Under way: out, where the answer is final; else waiting, or put behind. What its host has answered decides for others,
 * too.
 * @param asked when it was sent
 * @param after what Retry-After says, ms
 */
export function conclude(name: string, asked: number, status: number, after: number): void {
  // Other pages may have learnt something meanwhile: this one may come back from the back/forward cache.
  look();
  // Consent was withdrawn, or another page knew better.
  if (entries().indexOf(name) < 0) return;
  const host = hostOf(name);
  const row = known(name);
  // Of a host that was read before, an answer that cannot be is the network's fault; but not for ever.
  const unread = status === UNREADABLE && (!host.readable || host.failures > MOST_UNREAD);
  if (unread) unreadable(host);
  const out = unread || (status >= 0 && status !== 408 && status !== 429 && status < 500);
  const own = !out && status !== 429 && status !== UNREACHED;
  row.started = 0;
  row.heard = Date.now();
  if (own) row.failures++;
  // Once it is behind, its host is known to take others.
  if (own && row.wait) row.wait = OWN_WAIT << row.failures;
  else {
    settle(name, asked, out);
    learn(host, status, after, out);
  }
  if (out) finish(name, status);
  else if (row.wait && row.failures > MOST_TRIES)
    take(name, `given up: others are taken, it is not (${status < 0 ? 'no answer' : status})`);
  keep();
}

/** Takes an event out whose answer is final, and says what is odd about that. */
function finish(name: string, status: number): void {
  const code = `${status}`;
  const why = /422/.test(code)
    ? 'check tracking key and properties'
    : /40[45]|^2/.test(code)
      ? 'check the analytics host'
      : /40[13]/.test(code)
        ? 'this site may not send'
        : /41[34]/.test(code)
          ? 'too long'
          : 'refused';
  // Only 204 is promised. Another that means "well" may be a wrong host's; but sent again it might count twice.
  take(name, status && status !== 204 ? `${status < 300 ? 'accepted' : 'dropped'} (${status}): ${why}` : '');
}

/** True where nobody is left who will say what became of a request. */
function isDoubtful(row: Known): boolean {
  return !!row.left || isOld(row);
}

function isOld(row: Known): boolean {
  return Math.abs(Date.now() - row.started) > LONGEST;
}

/**
 * What another event's answer means for those that failed, and for those in doubt.
 *
 * What became of an event whose page was left, or crashed, while it waited for the answer? Nobody can ask: the request
 * outlives its page (`keepalive`) but its answer does not. Sending it again may count it twice; not doing so may lose
 * it. So it is held until the next answer, and the answer before its request and that to the next request decide:
 * whichever is nearer in time is believed, as a host rarely changes its mind between two requests. An event that is
 * sent again goes first.
 *
 * What remains: a host that changed between two such requests, for one event per page that was left. The same holds for
 * a connection that breaks after the server has counted and before it answers: that is a network error like any other,
 * and is repeated.
 * @param asked when the request was sent that has an answer now, and `well` what that was
 */
function settle(answered: string, asked: number, well: boolean): void {
  const host = hostOf(answered);
  for (const name in state) {
    const row = state[name] as Known;
    if (name === answered || originOf(name) !== originOf(answered)) continue;
    if (row.started && isDoubtful(row)) {
      if (row.started - host.heard < asked - row.started ? !host.failures : well) take(name, '');
      else row.started = row.left = 0;
    }
    // Put behind, and tried at once, as its fault may have passed.
    if (well && row.failures >= PATIENCE && !row.wait) {
      row.failures = PATIENCE;
      row.wait = 1;
    }
  }
}
