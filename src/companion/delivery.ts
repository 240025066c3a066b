import { append, isEndpoint } from './entries.ts';
import { comeOnline } from './host.ts';
import { allow, isAllowed } from './queue.ts';
import { encode, isForbidden, LONGEST_BODY, watchPolicy } from './request.ts';
import { run } from './run.ts';
import { leave, resume } from './sender.ts';
import { keepSession } from './session.ts';
import { isLeftOut } from './settings.ts';
import { keep, STATE } from './state.ts';
import { forget, read, takeOver } from './store.ts';
import type { SearchStaxEvent } from './tracker.ts';
import { compare, release } from './tracker.ts';

/**
 * Takes an event to be delivered: `url` is the track endpoint, `event` is `{event, properties}`.
 * Returns true once it is taken care of, false for whatever the caller has to send in its own way: another kind of URL
 * or event, one above 60 KB, a page whose own policy forbids the request, or missing consent. Never throws.
 * @param note told in a plain sentence, at once or soon, where something else is done than delivering
 */
export function deliver(url: string, event: SearchStaxEvent, note?: (text: string) => void): boolean {
  return !!run(() => {
    const json = JSON.stringify(event);
    return (
      !isLeftOut([url, (event.properties as { key?: unknown }).key], 'host or tracking key') &&
      isAllowed() &&
      isEndpoint(url) &&
      !isForbidden(url) &&
      (event.event as string).trim() &&
      encode(json).length <= LONGEST_BODY &&
      compare(event, note, () => {
        if (!isAllowed()) return false;
        const name = append(url, json);
        // The sign that storage may be used.
        if (!read(STATE)) keep();
        keepSession();
        resume(name);
        return true;
      })
    );
  });
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
  addEventListener('storage', (change) => forget(change.key as string));
  addEventListener('online', () => {
    comeOnline();
    resume();
  });
  addEventListener('pagehide', () => {
    release();
    leave();
  });
  addEventListener('pageshow', arrive);
  arrive();
}

/** The page is opened, or comes back. */
function arrive(): void {
  takeOver();
  resume();
}
