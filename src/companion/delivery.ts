import { comeOnline } from './endpoint.ts';
import { append, lookAgain } from './queue.ts';
import { encode, isForbidden, watchPolicy } from './request.ts';
import { leave, resume, yieldTurn } from './sender.ts';
import { keepSession } from './session.ts';
import { takeOver } from './store.ts';

/** Browsers carry 64 KB of keepalive bodies at a time; the rest is for the page's other scripts. */
const LONGEST_BODY = 60000;
/** JSON of this length is below that in any script, and needs no measuring. */
const SHORT = 5000;

/**
 * Takes an event to be delivered: `url` is the track endpoint, `event` is `{event, properties}`.
 * Returns true once it is in the queue, false for whatever the caller has to send in its own way: another kind of URL
 * or event, one above 60 KB, or a page whose own policy forbids the request. Never throws.
 */
function deliver(url: string, event: { event?: unknown }): boolean {
  let accepted = false;
  try {
    const json = JSON.stringify(event);
    accepted =
      !isForbidden(url) &&
      typeof event.event === 'string' &&
      (json.length < SHORT || encode(json).length <= LONGEST_BODY) &&
      append(url, json);
    if (accepted) {
      keepSession();
      resume(url);
    }
  } catch (_error) {
    // What is in the queue is in the queue.
  }
  return accepted;
}

/** Starts delivery, with what earlier pages have left, and returns `deliver`. */
export function startDelivery(): typeof deliver {
  watchPolicy();
  addEventListener('storage', lookAgain);
  addEventListener('online', () => {
    comeOnline();
    resume();
  });
  addEventListener('pagehide', leave);
  addEventListener('pageshow', arrive);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) yieldTurn();
    else resume();
  });
  arrive();
  return deliver;
}

/** The page is opened, or comes back. */
function arrive(): void {
  takeOver();
  resume();
}
