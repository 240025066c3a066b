import { entries, list, originOf, take } from './entries.ts';
import { learn, paceOf, since, waitOf } from './host.ts';
import { UNREACHED, UNREADABLE } from './request.ts';
import type { Known } from './state.ts';
import { checked, keep, known, READABLE, recall, state } from './state.ts';
import { removeAll } from './store.ts';

/**
 * The queue: where each event is, and how it gets on.
 *
 *     deliver            begin                conclude
 *    ────────▶ waiting ────────▶ under way ────────────▶ out: delivered, refused, given up
 *               ▲  ▲  ▲            │    │
 *               │  │  └─ conclude ─┘    │ its page is left, or its tab crashed
 *               │  │   its turn came    ▼
 *               │ put behind         doubtful ──settle──▶ out: it must have arrived
 *               └─────────settle────────┘
 *
 * Only what is not simply waiting has a row in the state that all tabs and pages share: `started` says that it is under
 * way, and `left` that it is doubtful; `failures` that it was tried in vain, and `wait` that it was put behind.
 */

/** While its host fails, an event gives way to the next after 2 ** 2 tries in vain. */
const PATIENCE = 2;
/** An event that its host does not take while it takes others waits for so long, then for twice that, and is given up. ms */
const OWN_WAIT = 3200;
const LONGEST_OWN_WAIT = 60000;
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
    removeAll();
    look();
  }
  consent = granted;
}

/** False while the tag says that consent is missing. */
export function isAllowed(): boolean {
  return consent !== false;
}

/** Reads what other pages and tabs have done. To be called before anything below. */
export function look(): void {
  recall();
  list();
}

/** What is known about the host that an event goes to. */
export function hostOf(name: string): Known {
  return known(originOf(name));
}

/**
 * The oldest of the events that may be sent first. One that has failed some times in a row while its host took nothing
 * gives way to the next: if that is taken, the fault is its own; if not, its turn comes again. What is in doubt goes
 * again where the host has failed since and nothing else waits, as no further answer will come that could decide.
 */
export function next(): string {
  let found = '';
  let lowest = 0;
  wait = Infinity;
  if (isAllowed())
    entries.some((name) => {
      const host = hostOf(name);
      const row = state[name] || checked({});
      if (row.started && !(host.failures && isDoubtful(row))) return false;
      const its = Math.max(waitOf(host), waitOf(row));
      const rank = row.started ? Infinity : host.failures && row.failures >> PATIENCE;
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
  row.left = left;
  row.started = Date.now();
  // Those that go at once when a page is left count as if they kept the pace.
  host.started = row.started + paceOf(host);
  keep();
  return row.started;
}

/** Under way: waiting again, as there will be no answer, and whoever's answers can be read has not had the event. */
export function lose(name: string): void {
  look();
  if (hostOf(name).readable === READABLE) known(name).started = 0;
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
  if (entries.indexOf(name) < 0) return;
  const host = hostOf(name);
  const row = known(name);
  // Of a host that was read before, an answer that cannot be is the network's fault; but not for ever.
  const unread = status === UNREADABLE && (host.readable !== READABLE || host.failures > MOST_UNREAD);
  const own = !unread && /^(-[23]|5|408)/.test(status as unknown as string);
  const out = !own && status !== 429 && status !== UNREACHED;
  row.started = 0;
  row.heard = Date.now();
  if (own && row.failures++ >> PATIENCE && !host.failures) {
    row.wait = row.wait * 2 || OWN_WAIT;
    if (row.wait > LONGEST_OWN_WAIT)
      take(name, `given up: others are taken, it is not${status > 0 ? ` (${status})` : ''}`);
  } else {
    settle(name, asked, out);
    learn(host, status, after, out);
    // Where it was read before, that is decided by the next event.
    if (unread) host.readable = host.readable === READABLE ? 0 : Date.now();
    if (out) finish(name, status);
  }
  keep();
}

/** Takes an event out whose answer is final, and says what is odd about that. */
function finish(name: string, status: number): void {
  // A pattern takes a number for its digits.
  const code = status as unknown as string;
  const why = /422/.test(code)
    ? 'check the tracking key'
    : /40[45]|^2/.test(code)
      ? 'check the analytics host'
      : /40[13]/.test(code)
        ? 'this site may not send'
        : /41[34]/.test(code)
          ? 'too long'
          : 'refused';
  // Only 204 is promised. Another that means "well" may be a wrong host's; but sent again it might count twice.
  take(name, status > 0 && status !== 204 && `${status < 300 ? 'accepted' : 'dropped'} (${code}): ${why}`);
}

/** True where nobody is left who will say what became of a request. */
function isDoubtful(row: Known): boolean {
  return row.left > 0 || since(row.started) > LONGEST;
}

/**
 * What another event's answer means for those in doubt.
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
    if (row.started && originOf(name) === originOf(answered) && isDoubtful(row)) {
      if (row.started - host.heard < asked - row.started ? !host.failures : well) take(name);
      else row.started = 0;
    }
  }
}
