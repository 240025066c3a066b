// ---- GA4's parameters ----
// The data layer keeps them after their event: what was there at an earlier event already may be that event's.

import JSON from 'JSON';
import templateStorage from 'templateStorage';
import { firedBy, isNamedForSearchStax, lastPushed, type Named, toList, toObject } from './data-layer.ts';
import { toText } from './values.ts';

/** GA4's parameters as they stand. */
interface Ga4 {
  term: unknown;
  /** From the top of the data layer or from its ecommerce object: of two lists the one that has changed. */
  items: unknown[];
  /** The other list. */
  others: unknown[];
  /** The items were there at the event before. */
  isSeen: boolean;
  /** The items were there already with another search term. */
  isOfOlderSearch: boolean;
}

const ga4StorageKey = 'ga4';
let parameters: Ga4 | undefined;

/** How the texts compare with those at the event before. Asked again for the same event, it says the same. */
function compare(term: string, top: string, ecommerce: string): Named {
  const before = toObject(templateStorage.getItem(ga4StorageKey));
  if (before.eventId === data.gtmEventId && before.event === firedBy) {
    return before;
  }
  const now: Named = { eventId: data.gtmEventId, event: firedBy, term: term, top: top, ecommerce: ecommerce };
  now.from = top === '' ? 'ecommerce' : 'top';
  if (top !== '' && ecommerce !== '' && top === before.top) {
    now.from = ecommerce === before.ecommerce ? before.from : 'ecommerce';
  }
  now.isSeen = now['' + now.from] === before['' + now.from];
  now.isOfOlderSearch = now.isSeen && (before.isOfOlderSearch || term !== before.term);
  templateStorage.setItem(ga4StorageKey, now);
  return now;
}

/** GA4's parameters; read once, and only when they are needed. */
export function ga4(): Ga4 {
  if (!parameters) {
    const term = lastPushed('search_term');
    const top = toList(lastPushed('items')) || [];
    const ecommerce = toList(toObject(lastPushed('ecommerce')).items) || [];
    const compared = compare(
      toText(term) || '',
      top.length > 0 ? JSON.stringify(top) : '',
      ecommerce.length > 0 ? JSON.stringify(ecommerce) : ''
    );
    const isTop = compared.from === 'top';
    parameters = {
      term: term,
      items: isTop ? top : ecommerce,
      others: isTop ? ecommerce : top,
      isSeen: compared.isSeen === true,
      isOfOlderSearch: compared.isOfOlderSearch === true,
    };
  }
  return parameters;
}

/** GA4's items as the results of a query; undefined where nothing says that they are. */
export function ga4Results(query: unknown): unknown[] | undefined {
  const term = toText(ga4().term);
  // A shop's other lists stand in the data layer too: beside an event of SearchStax's only the term tells them apart.
  const belong = isNamedForSearchStax
    ? term === query && !ga4().isSeen
    : term === undefined || term === query;
  return belong && ga4().items.length > 0 && !ga4().isOfOlderSearch ? ga4().items : undefined;
}

/**
 * The item of a GA4 click; an empty object where there is none. A list of several does not tell which was clicked, and
 * another ID than the one already known, or an event that is not GA4's, tells that the item is an older click's.
 */
export function ga4ClickedItem(resultId: unknown): Named {
  const single = [ga4().items, ga4().others].filter((list) => list.length === 1)[0];
  const item = single && !(isNamedForSearchStax && ga4().isSeen) ? toObject(single[0]) : {};
  return resultId === undefined || resultId === toText(item.item_id) ? item : {};
}
