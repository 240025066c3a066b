import { push } from './data-layer.ts';
import { since } from './host.ts';
import { page } from './page.ts';
import { run } from './run.ts';
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
/** The UI kits tell the tracker a moment after the page knows: so long the tag's events are held back, ms. */
const HOLD = 50;
/** So many calls are known again that come by a second time. */
const MOST_CALLS = 50;

/** Clicks are the same by any of these. */
const PLACES = ['cDocId', 'relatedSearch', 'position'];

/** What the tracker was told: the event, its properties, the object that held them, and when. */
const calls: [event: string, properties: Record<string, unknown>, payload: unknown, time: number][] = [];
/**
 * The properties that were pushed so far, all undefined, as GTM would merge an event with the one before; and that one's
 * query, which tells the first call for a query from those that follow.
 */
const blank: { [name: string]: unknown; lastQuery?: unknown } = {};
/** The events that are held back. */
const held: (() => void)[] = [];

/**
 * Hears SearchStax's own tracker, which the page tells what to send by `_msq.push(['track', {...}])`, and pushes each
 * call as `searchstax_tracked_search` and so on, with its properties in `searchstaxTracked`: nothing that the tag would
 * send to SearchStax again. Whatever comes to stand in the place of the array is heard; the calls go on to it.
 */
export function hearTracker(): void {
  watch(() => {
    if (page._msq) watchProperty(page, '_msq', hearQueue);
  });
}

/** What has been called already, and what will be. */
function hearQueue(queue: unknown): unknown {
  run(() => {
    if ((queue as unknown[]).push) {
      hearCalls(queue as object, 'push', function () {
        // biome-ignore lint/complexity/noArguments: rest parameters would need a helper in ES5
        [].forEach.call(arguments, hear);
      });
      [].forEach.call(queue, hear);
    }
  });
  return queue;
}

function hear(told: unknown): void {
  try {
    const event = EVENTS[(told as string[])[0] as string] as string;
    const payload = (told as Record<string, unknown>[])[1] as Record<string, unknown>;
    // Another tracker has a `_msq`, too; and every object has a `constructor`.
    if (
      /^_/.test(event) &&
      payload.key &&
      payload[/tion/.test(event) ? 'score' : 'query'] != null &&
      !calls.some((call) => call[2] === payload)
    ) {
      const properties = JSON.parse(JSON.stringify(payload));
      if (calls.push([event, properties, payload, Date.now()]) > MOST_CALLS) calls.shift();
      for (const name in properties) blank[name] = undefined;
      push({
        event: `searchstax_tracked${event}`,
        searchstaxTracked: Object.assign({}, blank, properties),
      });
      blank.lastQuery = properties.query;
    }
  } catch (_error) {
    // Neither the tracker nor the page may suffer from ours.
  }
}

/**
 * Lets an event go, unless the tracker has sent it already; where there is one, the event waits a moment for it to do
 * so. Returns what `go` does, or true where it is taken care of.
 */
export function compare(
  event: SearchStaxEvent,
  note: ((text: string) => void) | undefined,
  go: () => boolean,
): boolean {
  const isClick = /click/.test(event.event as string);
  const ours = event.properties as Record<string, unknown>;
  const end = () => {
    // The same event and query, and, of clicks, the same result or place.
    const isSent = calls.some(
      (call) =>
        since(call[3]) < RECENT &&
        call[0] === event.event &&
        `${call[1].query}` === `${ours.query}` &&
        (!isClick || PLACES.some((name) => call[1][name] != null && `${call[1][name]}` === `${ours[name]}`)),
    );
    if (!isSent) return go();
    // Behind the tag's own line, which says that it was handed over.
    if (note) setTimeout(() => note("SearchStax's own tracker has sent it already."));
    return true;
  };
  if (!page._msq) return end();
  held.push(end);
  setTimeout(release, HOLD);
  return true;
}

/** What is held back goes: it has been long enough, or the page is being left. */
export function release(): void {
  held.splice(0).forEach((end) => {
    end();
  });
}
