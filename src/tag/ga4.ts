// ---- GA4's parameters ----
// The data layer keeps them after their event: what was there at an earlier event already may be that event's.

import copyFromDataLayer from 'copyFromDataLayer';
import JSON from 'JSON';
import templateStorage from 'templateStorage';
import { isNamedForSearchStax, keep, type Named, type Seen, toList, toObject } from './data-layer.ts';
import { toText } from './values.ts';

/** The last search term that was pushed or given to gtag, and since which event; each counts where it came later. */
export function searchTerm(): Seen {
  const pushed = copyFromDataLayer('search_term', 1);
  const given = toObject(copyFromDataLayer('eventModel', 1)).search_term;
  const own = pushed ? keep('search_term', toText(pushed), false) : {};
  const told = given ? keep('gtag', toText(given), false) : (templateStorage.getItem('gtag') as Seen);
  return told && (!own.text || (told.at as number) > (own.at as number)) ? told : own;
}

/** GA4's items: the list, of the three that there may be, that came last. */
export interface Items {
  list: unknown[];
  at: number | undefined;
  /** What the list is part of. */
  place: Named;
}

export function ga4Items(): Items {
  let found: Items = { list: [], at: undefined, place: {} };
  [
    { items: copyFromDataLayer('items', 1) },
    toObject(copyFromDataLayer('ecommerce', 1)),
    toObject(copyFromDataLayer('eventModel', 1)),
  ].forEach((place, order) => {
    const list = toList(place.items);
    const at = keep('items' + order, JSON.stringify(list), false).at;
    if (list.length > 0 && (found.list.length === 0 || (at as number) > (found.at as number))) {
      found = { list: list, at: at, place: place };
    }
  });
  return found;
}

/** GA4's items as the results of a query; none where nothing says that they are. */
export function ga4Results(query: unknown): Items {
  const term = searchTerm();
  const none = { list: [], at: 0, place: {} };
  // A shop's other lists stand in the data layer too: beside an event of SearchStax's only the term tells them apart.
  if (term.text !== query && (term.text || isNamedForSearchStax)) {
    return none;
  }
  const items = ga4Items();
  const isOlder =
    (isNamedForSearchStax && items.at !== data.gtmEventId) || (term.at as number) > (items.at as number);
  return isOlder ? none : items;
}

/** Remembers what a search showed, for the clicks on it: of one query all of it, as the visitor scrolls on. */
export function rememberShown(query: unknown, shown: string): void {
  const before = toObject(templateStorage.getItem('shown'));
  templateStorage.setItem('shown', {
    query: query,
    text: (before.query === query ? before.text : '') + shown,
  });
}

/**
 * The item of a GA4 click; an empty object where there is none. A list of several does not tell which was clicked, and
 * another ID than the one already known, or an event that is not GA4's, tells that the item is an older click's.
 */
export function ga4ClickedItem(resultId: string, problems: string[]): Named {
  const items = ga4Items();
  const place = items.place;
  const item = items.list.length === 1 ? toObject(items.list[0]) : {};
  const shown = toObject(templateStorage.getItem('shown')).text as string | undefined;
  // A shop announces clicks on all its lists alike: a result is in the list that the search named, if it named one.
  const lists =
    shown && shown.indexOf('"item_list_') >= 0
      ? [item.item_list_id, item.item_list_name, place.item_list_id, place.item_list_name].filter(
          (name) => !!name
        )
      : [];
  const marks = lists.length > 0 ? lists : [item.item_id, item.item_name];
  if (
    (isNamedForSearchStax && items.at !== data.gtmEventId) ||
    (resultId && resultId !== toText(item.item_id))
  ) {
    return {};
  }
  if (
    shown &&
    !isNamedForSearchStax &&
    item.item_id &&
    !marks.some((mark) => shown.indexOf(JSON.stringify(mark)) >= 0)
  ) {
    problems.push('The item that was clicked is none that the last search showed.');
    return {};
  }
  return item;
}
