import { endpointOf, take, wordsFor } from './entries.ts';
import { GAP, looksAt, paceOf, since, waitOf } from './host.ts';
import { inTurn } from './lock.ts';
import { begin, conclude, hostOf, isAllowed, look, lose, next, wait } from './queue.ts';
import { encode, isForbidden, LONGEST_BODY, request, send } from './request.ts';
import { keep, known } from './state.ts';
import { handOn, read } from './store.ts';

/** Two tabs' views of localStorage differ for some ms: whoever had to wait for the turn waits a little longer. */
const SETTLING = 50;
/** A turn with many events ends after one that ends later, ms: it is the others'. */
const LONGEST_TURN = 5000;
/** A request that takes longer, ms, is waited for, but no longer by the others: they get their turn. */
const SLOW = 7000;

/**
 * So many events are sent at once when a page is left, and so many if it has sent some before: more might be more than 20
 * in a second.
 */
const MOST_AT_ONCE = 10;
const FEWEST = 3;

/** This page's turn at sending, if it has one or has asked for it; what gives it up is there once it has it. */
let turn: { giveUp?: () => void } | undefined;
/** How many events this page has sent. */
let begun = 0;
/** Wakes the page when something may be sent. */
let timer: ReturnType<typeof setTimeout> | 0 = 0;
/** The entries that this page is waiting for an answer to. */
const flying: Record<string, unknown> = {};

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
  else if (wait < Infinity) timer = setTimeout(resume, wait);
}

/**
 * The page is being left, for good or for a while: perhaps it is the visitor's last. The requests under way go on
 * without it. Of what waits, the oldest are handed to the browser, too, as many as it and the host take at once; the
 * rest waits in storage for the next page, or in this tab's memory for its own.
 */
export function leave(): void {
  look();
  let room = LONGEST_BODY;
  const fits = (name: string) => {
    room -= encode(read(name)).length;
    return room > 0;
  };
  for (const name in flying) {
    fits(name);
    // What the page's own policy has refused has gone nowhere.
    if (isForbidden(endpointOf(name))) known(name).started = 0;
    else known(name).left = 1;
    keep();
  }
  // Another tab that has the turn sends them anyway.
  const giveUp = Object(turn).giveUp;
  if (giveUp) {
    for (let name = next(); !wait; name = next()) {
      const host = hostOf(name);
      // Where the host fails, it is better asked by a page that hears the answer.
      if (
        host.failures ||
        // Just lost, for a reason that is not known yet.
        flying[name] ||
        paceOf(host) > (begun > FEWEST ? FEWEST : MOST_AT_ONCE) * GAP ||
        !fits(name) ||
        isForbidden(endpointOf(name))
      )
        break;
      begin(name, 1);
      sendOff(name);
    }
    giveUp();
  }
  turn = undefined;
  // Nothing would be left of what only this page knows.
  handOn().forEach((name) => {
    if (endpointOf(name) && isAllowed() && !known(name).started) sendOff(name);
  });
}

function sendOff(name: string): void {
  request(endpointOf(name), encode(read(name)), looksAt(hostOf(name))).catch(Object);
}

/** One after the other: they arrive in order, and a page that is left leaves few in doubt. */
function takeTurn(): void {
  const asked = Date.now();
  const mine: typeof turn = {};
  turn = mine;
  inTurn(
    () =>
      new Promise((resolve) => {
        const step = () => {
          mine.giveUp = resolve;
          look();
          const name = next();
          const pace = !wait && paceOf(hostOf(name));
          if (turn !== mine || wait) resolve();
          else if (pace) setTimeout(step, pace);
          else
            sendOne(name, resolve, () => {
              // A page in the background is slowed down: other tabs have their turn after each event.
              if (document.hidden || since(asked) > LONGEST_TURN) resolve();
              else step();
              resume();
            });
        };
        if (since(asked) > 20) setTimeout(step, SETTLING);
        else step();
      }),
    () => {
      if (turn !== mine) return;
      turn = undefined;
      resume();
    },
  );
}

/**
 * Sends an event.
 * @param slow called when that takes too long for the others
 * @param then called once the answer is there
 */
function sendOne(name: string, slow: () => void, then: () => void): void {
  if (!wordsFor(name)) {
    // Another tab has dropped it, or somebody wrote what is no event.
    take(name);
    then();
    return;
  }
  const asked = begin(name, 0);
  begun++;
  flying[name] = 1;
  const timer = setTimeout(slow, SLOW);
  const done = () => {
    clearTimeout(timer);
    delete flying[name];
    then();
  };
  send(endpointOf(name), encode(read(name)), looksAt(hostOf(name)), () => lose(name))
    .then((outcome) => conclude(name, asked, outcome[0], outcome[1] || 0))
    .then(done, done);
}
