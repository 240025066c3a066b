// ---- Values ----
// GTM's variables and data layers bring numbers as text, text as numbers, and sometimes things that are neither.

import getType from 'getType';
import JSON from 'JSON';
import makeNumber from 'makeNumber';

// The largest whole number that survives JSON.
const largestInteger = 9007199254740991;

/** Whether nothing was given. GTM's data layer variables answer false where a parent object is null. */
export function isBlank(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() === '' : !value && value !== 0;
}

/** Text as it is, a number as text; empty for blank and for anything else. */
export function toText(value: unknown): string {
  if (typeof value === 'string') {
    return value.trim() && value;
  }
  return typeof value === 'number' && toKind('number', value) !== undefined ? '' + value : '';
}

/** Text without the spaces around it. */
export function toTrimmed(value: unknown): string {
  return typeof value === 'string' ? value.trim() : toText(value);
}

/** The first characters of a text, never half of a character that takes two. */
export function cutText(text: string, length: number): string {
  const cut = text.slice(0, length);
  return cut.match('[\\ud800-\\udbff]$') ? cut.slice(0, -1) : cut;
}

/** A value as the catalogue's kind, such as `integer 0 10`, and within its limits; undefined where it is not that. */
export function toKind(kind: string, value: unknown): unknown {
  // What lists of results are full of.
  if (
    kind === 'integer 0' &&
    typeof value === 'number' &&
    value % 1 === 0 &&
    value >= 0 &&
    value <= largestInteger
  ) {
    return value;
  }
  const limits = kind.split(' ');
  if (kind === 'boolean') {
    const word = typeof value === 'boolean' ? '' + value : toTrimmed(value).toLowerCase();
    return word === 'true' || word === '1' ? true : word === 'false' || word === '0' ? false : undefined;
  }
  if (limits[0] === 'text') {
    // What is cut may be blank, though the whole was not.
    return toText(limits[1] ? cutText(toText(value), makeNumber(limits[1])) : value) || undefined;
  }
  const number = (
    typeof value === 'string' && value.trim().match('^-?[0-9]+([.][0-9]+)?$') ? makeNumber(value) : value
  ) as number;
  // Not a number and infinity fail both comparisons; without a limit of the kind's own, the third and fourth are false.
  return typeof number === 'number' &&
    number >= -largestInteger &&
    number <= largestInteger &&
    !(number < makeNumber(limits[1])) &&
    !(number > makeNumber(limits[2])) &&
    !(limits[0] === 'integer' && number % 1 !== 0)
    ? number
    : undefined;
}

/** A value in words, short enough for a console line. */
export function quote(value: unknown): string {
  const type = getType(value);
  if (type === 'string') {
    const text = value as string;
    return '"' + (text.length > 60 ? cutText(text, 60) + '...' : text) + '"';
  }
  if (type === 'array') {
    return 'a list of ' + (value as unknown[]).length;
  }
  return type === 'object' ? 'an object' : type === 'function' ? 'a function' : JSON.stringify(value) || type;
}
