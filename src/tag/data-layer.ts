// ---- The data layer ----
// Version 1 of the data layer holds the last push as it was; version 2 would merge a shorter list into the longer one
// that was pushed before it.

import copyFromDataLayer from 'copyFromDataLayer';
import getType from 'getType';
import JSON from 'JSON';
import { dataLayerName } from '../catalogue/tracking-api.ts';

/** Something that holds values by name: an object of the data layer, a row of a table. */
export interface Named {
  [name: string]: unknown;
}

/** The event that fired the tag; read at once, since later pushes change it. */
export const firedBy = copyFromDataLayer('event');

/** Whether the event is named for SearchStax, and so comes with a searchstax object. */
export const isNamedForSearchStax = typeof firedBy === 'string' && firedBy.indexOf(dataLayerName) === 0;

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
