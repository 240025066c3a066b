// ---- The data layer ----
// Version 1 of the data layer holds the last push as it was; version 2 would merge a shorter list into the longer one
// that was pushed before it.

import copyFromDataLayer from 'copyFromDataLayer';
import getType from 'getType';
import JSON from 'JSON';
import { toText } from './values.ts';

/** Something that holds values by name: an object of the data layer, a row of a table. */
export interface Named {
  [name: string]: unknown;
}

/** The value if it is an object; an empty object if it is anything else. */
export function toObject(value: unknown): Named {
  return getType(value) === 'object' ? (value as Named) : {};
}

/** The value if it is a list, or the list that a JSON text holds; undefined for anything else. */
export function toList(value: unknown): unknown[] | undefined {
  const list = typeof value === 'string' ? JSON.parse(value) : value;
  return getType(list) === 'array' ? (list as unknown[]) : undefined;
}

/** The last pushed value of a top-level key. */
export function lastPushed(key: string): unknown {
  return copyFromDataLayer(key, 1);
}

/** GA4's list of items, at the top of the data layer or in its ecommerce object. */
function ga4Items(): unknown[] {
  return toList(lastPushed('items')) || toList(toObject(lastPushed('ecommerce')).items) || [];
}

/** GA4's items as the results of a query; undefined where those of another search are still in the data layer. */
export function ga4Results(query: unknown): unknown[] | undefined {
  const items = ga4Items();
  const term = toText(lastPushed('search_term'));
  return items.length > 0 && (term === undefined || term === query) ? items : undefined;
}

/**
 * The item of a GA4 click; an empty object where there is none. A list of several does not tell which was clicked, and
 * another ID than the one already known tells that the item is an older click's.
 */
export function ga4ClickedItem(resultId: unknown): Named {
  const items = ga4Items();
  const item = items.length === 1 ? toObject(items[0]) : {};
  return resultId === undefined || resultId === toText(item.item_id) ? item : {};
}
