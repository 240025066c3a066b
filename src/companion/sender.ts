import { endpoint, KNOWLEDGE, keep, learn, looksAt, recall, unreadable, waitOf } from './endpoint.ts';
import type { Turn } from './lock.ts';
import { inTurn } from './lock.ts';
import { endpointOf, entries, forget, onlyHere, reclaim, take } from './queue.ts';
import type { Outcome } from './request.ts';
import { encode, pause, send, UNREACHED, UNREADABLE } from './request.ts';
import { handOn, read } from './store.ts';
import { warn } from './warn.ts';

/** How often an event may fail while its endpoint is demonstrably there. */
const MOST_TRIES = 6;
/** Two tabs' views of localStorage differ for some ms: whoever had to wait for the turn waits a little longer. */
const SETTLING = 50;
/** So many of the events that only this page knows are sent when it is left: more might be more than 20 a second. */
const FAREWELL = 3;

let turn: Turn | undefined;
/** How long until something may be sent, as next() found it, ms. */
let wait = 0;
let timer: ReturnType<typeof setTimeout> | 0 = 0;
/** The entry whose answer this page is waiting for, and how often it failed while its endpoint was there. */
let flying = '';
let tries = 0;

/**
 * Sends what waits, if something may be sent now, or comes back when it may.
 * @param added the endpoint of a new event, where nothing else has changed
 */
export function resume(added?: string): void {
  // A thousand events in a row find the turn taken or the wait known, and cost no look at the queue.
  if (turn || (added && timer && waitOf(endpoint(added)))) return;
  clearTimeout(timer);
  timer = 0;
  recall(flying);
  next();
  if (!wait) takeTurn();
  else if (wait < Infinity) timer = setTimeout(() => resume(), wait);
}

/** Lets other tabs have their turn, as this one is slowed down in the background. It asks for another at once. */
export function yieldTurn(): void {
  if (turn) turn.over = true;
}

/**
 * The page is being left, for good or for a while. The request under way goes on without it, and what is in storage
 * waits for the next page; of what only this page knows, the oldest is handed to the browser now, and the rest to this
 * tab's next page, or to the browser as well.
 */
export function leave(): void {
  if (turn) {
    turn.over = true;
    turn.giveUp();
    turn = undefined;
  }
  clearTimeout(timer);
  timer = 0;
  if (!read(KNOWLEDGE)) reclaim();
  forget();
  sendAtOnce(FAREWELL);
  if (!handOn()) sendAtOnce();
}

/** Sends the oldest of what only this page knows; all, without a number. */
function sendAtOnce(most?: number): void {
  onlyHere()
    .slice(0, most)
    .forEach((name) => {
      const body = encode(read(name));
      const url = endpointOf(name);
      take(name);
      if (name !== flying) send(url, body, looksAt(endpoint(url)), Object);
    });
}

function takeTurn(): void {
  const asked = Date.now();
  const mine: Turn = { giveUp: Object };
  turn = mine;
  inTurn(
    mine,
    () =>
      pause(Date.now() - asked > 20 ? SETTLING : 0).then(() => {
        reclaim();
        recall(flying);
        return sendAll(mine);
      }),
    () => {
      if (turn === mine) {
        turn = undefined;
        resume();
      }
    },
  );
}

/** The oldest of the events that may be sent first. `wait` tells how long until then, ms; Infinity without one. */
function next(): string {
  let found = '';
  wait = Infinity;
  entries().some((name) => {
    const known = endpoint(endpointOf(name));
    if (!(name in known.sent) && waitOf(known) < wait) {
      found = name;
      wait = waitOf(known);
    }
    return !wait;
  });
  return found;
}

/** One after the other: they arrive in order, and a page that is left leaves no more than one in doubt. */
function sendAll(mine: Turn): Promise<void> | undefined {
  const name = next();
  if (mine.over || wait) return undefined;
  const known = endpoint(endpointOf(name));
  const gap = known.started + known.gap - Date.now();
  return pause(Math.max(0, Math.min(gap, known.gap)))
    .then(() => (mine.over ? undefined : sendOne(name)))
    .then(() => sendAll(mine));
}

function sendOne(name: string): Promise<void> | undefined {
  const url = endpointOf(name);
  const known = endpoint(url);
  // Without it, a script of the site has cleared the storage.
  if (!read(KNOWLEDGE)) reclaim();
  const json = read(name);
  let body: string;
  try {
    JSON.parse(json);
    body = encode(json);
  } catch (_error) {
    // Another tab has dropped it, or somebody wrote what is no event.
    take(name);
    return undefined;
  }
  known.started = known.sent[name] = Date.now();
  keep();
  if (flying !== name) tries = 0;
  flying = name;
  return send(url, body, looksAt(known), () => {
    // Whoever's answers can be read and gave none has not had the event: so much must be kept if the page is left now.
    if (known.readable) delete known.sent[name];
    keep();
  }).then((outcome) => conclude(name, url, outcome));
}

/** Draws the consequences of an outcome for the event. */
function conclude(name: string, url: string, outcome: Outcome): void {
  // Other pages may have learnt something meanwhile: this one may come back from the back/forward cache.
  recall(name);
  const known = endpoint(url);
  const status = outcome.status;
  let over = status >= 0 && status !== 408 && status !== 429 && status < 500;
  delete known.sent[name];
  if (status < UNREACHED) {
    // Of an endpoint that was read before, it is the network's fault. But not for ever, as it holds up the rest.
    over = ++tries >= MOST_TRIES || (status === UNREADABLE && !known.readable);
    if (over && status === UNREADABLE) unreadable(known);
  }
  if (over) take(name);
  learn(known, outcome, over);
  keep();
  if (over && status >= 300) warn(`event dropped (${status}): check tracking key and properties.`);
}
