// ---- GA4's parameters ----
// The data layer keeps them after their event: what was there at an earlier event already may be that event's.

import copyFromDataLayer from 'copyFromDataLayer';
import JSON from 'JSON';
import templateStorage from 'templateStorage';
import { isNamedForSearchStax, keep, type Named, type Seen, toList, toObject } from './data-layer.ts';
import { toText } from './values.ts';

/** What was given to gtag. */
function eventModel(): Named {
  return toObject(copyFromDataLayer('eventModel', 1) || copyFromDataLayer('eventModel'));
}

/** The last search term that was pushed or given to gtag, and since which event; each counts where it came later. */
export function searchTerm(): Seen {
  const pushed = copyFromDataLayer('search_term', 1);
  const given = eventModel().search_term;
  const own = pushed ? keep('search_term', toText(pushed), false) : {};
  const told = given ? keep('gtag', toText(given), false) : (templateStorage.getItem('gtag') as Seen);
  return told && (!own.text || (told.at as number) > (own.at as number)) ? told : own;
}

/** GA4's items, what they are part of, and since when: of the three lists that there may be, the one that came last. */
let items: unknown[];
let place: Named;
let changed: number | undefined;

function findItems(): void {
  items = [];
  place = {};
  [{ items: copyFromDataLayer('items', 1) }, copyFromDataLayer('ecommerce', 1), eventModel()]
    .map(toObject)
    .forEach((given, order) => {
      const list = toList(given.items);
      const at = keep('items' + order, JSON.stringify(list), false).at as number;
      // Beside an event that is not GA4's, a list from before it is another's.
      if (
        list.length > 0 &&
        (items.length === 0 || at > (changed as number)) &&
        (!isNamedForSearchStax || at === data.gtmEventId)
      ) {
        items = list;
        place = given;
        changed = at;
      }
    });
}

/** GA4's items as the results of a query, as JSON behind what they are part of; none where nothing says that they are. */
export function ga4Results(query: unknown, term: Seen): Named | undefined {
  // A shop's other lists stand in the data layer too: beside an event of SearchStax's only the term tells them apart.
  if (term.text === query || !(term.text || isNamedForSearchStax)) {
    findItems();
    return items.length > 0 && !((term.at as number) > (changed as number)) ? place : undefined;
  }
  return undefined;
}

/**
 * The item of a GA4 click; an empty object where there is none. A list of several does not tell which was clicked, and
 * another ID than the one already known, or an event that is not GA4's, tells that the item is an older click's.
 */
export function ga4ClickedItem(resultId: string, problems: string[]): Named {
  findItems();
  const item = items.length === 1 ? toObject(items[0]) : {};
  const shown = toObject(templateStorage.getItem('shown')).text as string;
  // A shop announces clicks on all its lists alike: a result is in the list that the search named, if it named one.
  const lists =
    shown && shown.indexOf('"item_list_') >= 0
      ? [item.item_list_id, item.item_list_name, place.item_list_id, place.item_list_name].filter(
          (name) => !!name
        )
      : [];
  if (resultId && resultId !== toText(item.item_id)) {
    return {};
  }
  if (
    shown &&
    !isNamedForSearchStax &&
    item.item_id &&
    !(lists.length > 0 ? lists : [item.item_id, item.item_name]).some(
      (mark) => shown.indexOf(JSON.stringify(mark)) >= 0
    )
  ) {
    problems.push('The item that was clicked is none that the last search showed.');
    return {};
  }
  return item;
}
