// ---- GA4's parameters ----
// The data layer keeps them after their event: what was there at an earlier event already may be that event's.

import copyFromDataLayer from 'copyFromDataLayer';
import JSON from 'JSON';
import templateStorage from 'templateStorage';
import { keep, type Named, named, type Seen, toList, toObject } from './data-layer.ts';
import { toText } from './values.ts';

/**
 * GA4's items, what they are part of, and since when: of the three lists that there may be, the one that came last; and
 * what was given to gtag.
 */
export let items: unknown[], place: Named, changed: number | undefined, model: Named;

/** The last search term that was pushed or given to gtag, and since which event; each counts where it came later. */
export function searchTerm(): Seen {
  const pushed = copyFromDataLayer('search_term', 1);
  const own = pushed ? keep('search_term', toText(pushed)) : {};
  model = toObject(copyFromDataLayer('eventModel', 1) || copyFromDataLayer('eventModel'));
  const told = model.search_term
    ? keep('gtag', toText(model.search_term))
    : (templateStorage.getItem('gtag') as Seen);
  return told && (!own.text || (told.at as number) > (own.at as number)) ? told : own;
}

/** Looks for them. */
export function findItems(): void {
  items = [];
  place = {};
  [{ items: copyFromDataLayer('items', 1) }, copyFromDataLayer('ecommerce', 1), model]
    .map(toObject)
    .forEach((given, order) => {
      const list = toList(given.items);
      const at = keep('items' + order, JSON.stringify(given)).at as number;
      // Beside an event that is not GA4's, a list from before it is another's.
      if (list.length && (!items.length || at > (changed as number)) && (!named || at === data.gtmEventId)) {
        items = list;
        place = given;
        changed = at;
      }
    });
}
