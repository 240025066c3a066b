// ---- The data layer ----
// Version 1 of the data layer holds the last push as it was; version 2 would merge a shorter list into the longer one
// that was pushed before it.

import copyFromDataLayer from 'copyFromDataLayer';
import getType from 'getType';
import JSON from 'JSON';
import templateStorage from 'templateStorage';
import { dataLayerName } from '../catalogue/tracking-api.ts';
import { toTrimmed } from './values.ts';

/** Something that holds values by name: an object of the data layer, a row of a table. */
export interface Named {
  [name: string]: unknown;
}

/** The name of the event that fired the tag; read at once, since later pushes change it. */
export const firedBy = toTrimmed(copyFromDataLayer('event'));

/** Whether its name begins with SearchStax's, so that it comes with a searchstax object. */
export const named = firedBy.indexOf(dataLayerName) === 0;

/** What follows SearchStax's name in the event's; empty where it does not begin with that. */
export const ownEvent = named ? firedBy.slice(dataLayerName.length) : '';

/** The value if it is an object; an empty object if it is anything else. */
export function toObject(value: unknown): Named {
  return getType(value) === 'object' ? (value as Named) : {};
}

/** The value if it is a list, or the list that a JSON text holds; an empty list if it is anything else. */
export function toList(value: unknown): unknown[] {
  const list = typeof value === 'string' ? JSON.parse(value) : value;
  return getType(list) === 'array' ? (list as unknown[]) : [];
}

/** What the data layer held at an earlier event, and which event that was. */
export interface Seen {
  text?: string;
  at?: number;
}

/** The text kept under a key, and the event at which it became what it is: pushed anew, or no longer the same. */
export function keep(key: string, text: string | undefined, isPushedNow?: unknown): Seen {
  let seen = !isPushedNow && (templateStorage.getItem(key) as Seen);
  if (!seen || seen.text !== text) {
    seen = { text: text as string, at: data.gtmEventId as number };
    templateStorage.setItem(key, seen);
  }
  return seen;
}
