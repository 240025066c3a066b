import { push } from './data-layer.ts';
import { hearCalls, watchProperty } from './slot.ts';
import { watch } from './watch.ts';

/** One of SearchStax's events, as the tag hands it over. */
export interface SearchStaxEvent {
  event?: unknown;
  properties?: Record<string, unknown>;
}

/** What the calls of SearchStax's own tracker send. */
const EVENTS: Record<string, string> = {
  track: '_search',
  trackClick: '_searchclick',
  trackRelatedSearch: '_relatedsearch',
  trackRelatedSearchClick: '_relatedsearchclick',
  trackSearchSatisfaction: '_searchSatisfaction',
};
/** What the tracker has sent so recently is not sent again, ms. */
const RECENT = 2000;
/** The UI kits tell the tracker of a click a moment after it: so long the tag's is held back, ms. */
const HOLD = 50;
/** So many calls are known again that come by a second time. */
const MOST_CALLS = 50;

/** Clicks are the same by any of these. */
const PLACES = ['cDocId', 'relatedSearch', 'position'];

/** One of SearchStax's events that the tracker was told. */
interface Call {
  event: string;
  properties: Record<string, unknown>;
  /** The object that held them, by which the call is known again; and when. */
  payload: unknown;
  time: number;
}

const calls: Call[] = [];
/** The clicks that are held back: each goes, or is dropped where the call is the same. */
let held: ((call?: Call) => void)[] = [];

/**
 * Hears SearchStax's own tracker, which the page tells what to send by `_msq.push(['track', {...}])`, and pushes each
 * call as `searchstax_tracked_search` and so on, with its properties in `searchstaxTracked`: nothing that the tag would
 * send to SearchStax again. Whatever comes to stand in the place of the array is heard; the calls go on to it.
 */
export function hearTracker(): void {
  watch(() => {
    try {
      if ((window as { _msq?: unknown })._msq) watchProperty(window, '_msq', hearQueue);
    } catch (_error) {
      // Frozen: nobody can be told anything by it.
    }
  });
}

/** What has been called already, and what will be. */
function hearQueue(queue: unknown): unknown {
  if (typeof Object(queue).push === 'function') {
    hearCalls(queue as object, 'push', (told) => told.forEach(hear));
    [].forEach.call(queue, hear);
  }
  return queue;
}

function hear(told: unknown): void {
  try {
    const event = EVENTS[(told as string[])[0] as string];
    const payload = (told as Record<string, unknown>[])[1] as Record<string, unknown>;
    // Another tracker has a `_msq`, too.
    if (
      typeof event !== 'string' ||
      !payload.key ||
      (event === EVENTS.trackSearchSatisfaction ? payload.score : payload.query) == null ||
      calls.some((call) => call.payload === payload)
    )
      return;
    const properties = JSON.parse(JSON.stringify(payload));
    const call = { event: event, properties: properties, payload: payload, time: Date.now() };
    if (calls.push(call) > MOST_CALLS) calls.shift();
    held.forEach((end) => {
      end(call);
    });
    push({ event: `searchstax_tracked${event}`, searchstaxTracked: properties });
  } catch (_error) {
    // Neither the tracker nor the page may suffer from ours.
  }
}

/**
 * Lets an event go, unless the tracker has sent it already; a click waits a moment for the tracker to do so, where
 * there is one. Returns what `go` does, or true where it is taken care of.
 */
export function compare(
  event: SearchStaxEvent,
  note: ((text: string) => void) | undefined,
  go: () => boolean,
): boolean {
  const drop = () => {
    if (note)
      note(`${event.event} is not delivered: SearchStax's own tracker on this page has sent it already.`);
    return true;
  };
  if (calls.some((call) => Math.abs(Date.now() - call.time) < RECENT && isSame(call, event))) return drop();
  if (!calls[0] || !/^_(search|relatedsearch)click$/.test(event.event as string)) return go();
  const end = (call?: Call) => {
    if (held.indexOf(end) < 0 || (call && !isSame(call, event))) return;
    held = held.filter((other) => other !== end);
    if (call) drop();
    else go();
  };
  held.push(end);
  setTimeout(() => end(), HOLD);
  return true;
}

/** The page is being left: what is held back goes. */
export function release(): void {
  held.forEach((end) => {
    end();
  });
}

/** True for the same event and query, and, of clicks, the same result or place. */
function isSame(call: Call, other: SearchStaxEvent): boolean {
  const theirs = call.properties;
  const ours = Object(other.properties);
  return (
    call.event === other.event &&
    `${theirs.query}` === `${ours.query}` &&
    (!/click$/.test(call.event) ||
      PLACES.some((name) => theirs[name] != null && `${theirs[name]}` === `${ours[name]}`))
  );
}
