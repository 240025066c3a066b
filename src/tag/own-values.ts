// ---- Whose values are they? ----
// The data layer keeps the last searchstax object after its event. If the site then pushes an event with GA4's
// parameters alone, the object beside them is an older event's, and its values would be sent for the new one.

import getType from 'getType';
import JSON from 'JSON';
import templateStorage from 'templateStorage';
import { dataLayerName } from '../catalogue/tracking-api.ts';
import { firedBy } from './console.ts';
import { lastPushed, type Named, toObject } from './data-layer.ts';

const storageKey = 'pushed';

/** GA4's part of the data layer as text; undefined where there is none. */
function ga4Text(): string | undefined {
  const parts = [lastPushed('search_term'), lastPushed('items'), toObject(lastPushed('ecommerce')).items];
  return parts.some((part) => getType(part) !== 'undefined' && part !== null)
    ? JSON.stringify(parts)
    : undefined;
}

/** The searchstax object, if it came with this event as far as can be told; else an empty one. */
export function ownObject(): Named {
  const pushed = toObject(lastPushed(dataLayerName));
  const before = toObject(templateStorage.getItem(storageKey));
  const text = JSON.stringify(pushed);
  let ga4 = before.ga4;
  let isOlder = false;
  if (before.eventId === data.gtmEventId && before.event === firedBy) {
    // Another tag asked already, for the same event.
    isOlder = before.isOlder === true;
  } else if (typeof firedBy !== 'string' || firedBy.indexOf(dataLayerName) !== 0) {
    ga4 = ga4Text();
    isOlder =
      ga4 !== undefined &&
      text === before.text &&
      (before.isOlder === true || before.event !== firedBy || before.ga4 !== ga4);
  }
  templateStorage.setItem(storageKey, {
    eventId: data.gtmEventId,
    event: firedBy,
    text: text,
    ga4: ga4,
    isOlder: isOlder,
  });
  return isOlder ? {} : pushed;
}
