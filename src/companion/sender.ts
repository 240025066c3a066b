import { endpointOf, forget, isEntry, reclaim, take, wordsFor } from './entries.ts';
import { looksAt, paceOf, waitOf } from './host.ts';
import type { Turn } from './lock.ts';
import { inTurn } from './lock.ts';
import { abandon, begin, conclude, hostOf, isAllowed, look, lose, next, wait } from './queue.ts';
import { encode, isForbidden, LONGEST_BODY, pause, request, send } from './request.ts';
import { GAP } from './state.ts';
import { handOn, inMemory, read } from './store.ts';

/** Two tabs' views of localStorage differ for some ms: whoever had to wait for the turn waits a little longer. */
const SETTLING = 50;
/** A request that takes longer, ms, is waited for, but no longer by the others: they get their turn. */
const SLOW = 7000;

/**
 * So many events are sent at once when a page is left, and so many if it has sent some before: more might be more than 20
 * in a second.
 */
const MOST_AT_ONCE = 10;
const FEWEST = 3;

/** This page's turn at sending, if it has one or has asked for it. */
let turn: Turn | undefined;
/** True while this page has the turn. */
let isHolding = false;
/** How many events this page has sent. */
let begun = 0;
/** Wakes the page when something may be sent. */
let timer: ReturnType<typeof setTimeout> | 0 = 0;
/** The entries that this page is waiting for an answer to, with the lengths of their bodies. */
const flying: Record<string, number> = {};

/**
 * Sends what waits, if something may be sent now, or comes back when it may.
 * @param added the entry of a new event, where nothing else has changed
 */
export function resume(added?: string): void {
  // A thousand events in a row find the turn taken or the wait known, and cost no look at the queue.
  if (turn || (added && timer && waitOf(hostOf(added)))) return;
  clearTimeout(timer);
  timer = 0;
  look();
  next();
  if (!wait) takeTurn();
  else if (wait < Infinity) timer = setTimeout(() => resume(), wait);
}

/** Lets other tabs have their turn, as this one is slowed down in the background. It asks for another at once. */
export function yieldTurn(): void {
  if (turn) turn.over = true;
}

/**
 * The page is being left, for good or for a while: perhaps it is the visitor's last. The requests under way go on
 * without it. Of what waits, the oldest are handed to the browser, too, as many as it and the host take at once; the
 * rest waits in storage for the next page, or in this tab's memory for its own.
 */
export function leave(): void {
  clearTimeout(timer);
  look();
  // Another tab that has the turn sends them anyway.
  let most = isHolding ? (begun > FEWEST ? FEWEST : MOST_AT_ONCE) : 0;
  let room = LONGEST_BODY;
  for (const name in flying) {
    room -= flying[name] as number;
    abandon(name);
  }
  for (let name = next(); !wait && most-- > 0; name = next()) {
    const host = hostOf(name);
    room -= encode(read(name)).length;
    // Where the host fails, it is better asked by a page that hears the answer.
    if (host.failures || room < 0 || paceOf(host) > MOST_AT_ONCE * GAP || isForbidden(endpointOf(name)))
      break;
    begin(name, 1);
    sendOff(name);
  }
  if (turn) {
    turn.over = true;
    turn.giveUp();
    turn = undefined;
    isHolding = false;
  }
  forget();
  // Nothing would be left of what only this page knows.
  const rest = inMemory().filter((name) => isEntry(name) && !(name in flying));
  if (isAllowed() && !handOn()) rest.forEach(sendOff);
}

function sendOff(name: string): void {
  request(endpointOf(name), !!looksAt(hostOf(name)), encode(read(name))).catch(Object);
  // Nobody but this page could judge what became of it.
  if (inMemory().indexOf(name) >= 0) take(name, '');
}

function takeTurn(): void {
  const asked = Date.now();
  const mine: Turn = { giveUp: Object };
  turn = mine;
  inTurn(
    mine,
    () =>
      pause(Date.now() - asked > 20 ? SETTLING : 0).then(() => {
        isHolding = true;
        // Another tab may have cleared the storage, and kept the state.
        reclaim();
        return sendAll(mine);
      }),
    () => {
      if (turn === mine) {
        isHolding = false;
        turn = undefined;
        resume();
      }
    },
  );
}

/** One after the other: they arrive in order, and a page that is left leaves few in doubt. */
function sendAll(mine: Turn): Promise<void> | undefined {
  if (mine.over) return undefined;
  look();
  const name = next();
  if (wait) return undefined;
  return pause(paceOf(hostOf(name)))
    .then(() => (mine.over ? undefined : sendOne(name, mine)))
    .then(() => sendAll(mine));
}

/** Sends an event, and comes back with its answer, or once that takes too long for the others. */
function sendOne(name: string, mine: Turn): Promise<void> | undefined {
  // A script of the site may have cleared the storage meanwhile.
  look();
  const json = read(name);
  if (!wordsFor(name)) {
    // Another tab has dropped it, or somebody wrote what is no event.
    take(name, '');
    return undefined;
  }
  const body = encode(json);
  const asked = begin(name, 0);
  begun++;
  flying[name] = body.length;
  return new Promise((resolve) => {
    const slow = setTimeout(() => {
      mine.over = true;
      resolve();
    }, SLOW);
    const done = () => {
      clearTimeout(slow);
      delete flying[name];
      resolve();
      resume();
    };
    send(endpointOf(name), body, looksAt(hostOf(name)), () => lose(name))
      .then((outcome) => conclude(name, asked, outcome.status, outcome.after || 0))
      .then(done, done);
  });
}
