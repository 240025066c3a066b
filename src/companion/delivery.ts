import { append, isEndpoint, lookAgain } from './entries.ts';
import { comeOnline } from './host.ts';
import { allow, isAllowed, look } from './queue.ts';
import { encode, isForbidden, LONGEST_BODY, watchPolicy } from './request.ts';
import { leave, resume, yieldTurn } from './sender.ts';
import { keepSession } from './session.ts';
import { isLeftOut } from './settings.ts';
import { keep, STATE } from './state.ts';
import { read, takeOver } from './store.ts';
import type { SearchStaxEvent } from './tracker.ts';
import { compare, release } from './tracker.ts';

/** JSON of this length is short enough in any script, and needs no measuring. */
const SHORT = 5000;

/**
 * Takes an event to be delivered: `url` is the track endpoint, `event` is `{event, properties}`.
 * Returns true once it is taken care of, false for whatever the caller has to send in its own way: another kind of URL
 * or event, one above 60 KB, a page whose own policy forbids the request, or missing consent. Never throws.
 * @param note told in a plain sentence, at once or soon, where something else is done than delivering
 */
export function deliver(url: string, event: SearchStaxEvent, note?: (text: string) => void): boolean {
  let accepted = false;
  try {
    const json = JSON.stringify(event);
    accepted =
      !isLeftOut([url, Object(event.properties).key], 'analytics host or tracking key') &&
      isAllowed() &&
      isEndpoint(url) &&
      !isForbidden(url) &&
      typeof event.event === 'string' &&
      (json.length < SHORT || encode(json).length <= LONGEST_BODY) &&
      compare(event, note, () => {
        if (!isAllowed()) return false;
        const name = append(url, json);
        // Where it is missing later, a script of the site has cleared the storage.
        if (!read(STATE)) {
          look();
          keep();
        }
        keepSession();
        resume(name);
        return true;
      });
  } catch (_error) {
    // What is in the queue is in the queue.
  }
  return accepted;
}

/**
 * Tells whether the visitor consents, as far as the tag knows. Without consent nothing is sent and nothing taken;
 * what waits is kept until there is, unless it is withdrawn on this page: then it is dropped.
 */
export function consent(granted: boolean): void {
  allow(granted);
  resume();
}

/** Starts delivery, with what earlier pages have left. */
export function startDelivery(): void {
  watchPolicy();
  addEventListener('storage', lookAgain);
  addEventListener('online', () => {
    comeOnline();
    resume();
  });
  addEventListener('pagehide', () => {
    release();
    leave();
  });
  addEventListener('pageshow', arrive);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) yieldTurn();
    else resume();
  });
  arrive();
}

/** The page is opened, or comes back. */
function arrive(): void {
  takeOver();
  resume();
}
