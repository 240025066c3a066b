// ---- Values ----
// GTM's variables and data layers bring numbers as text, text as numbers, and sometimes things that are neither.

import getType from 'getType';
import JSON from 'JSON';
import makeNumber from 'makeNumber';

/** Whether nothing was given. GTM's data layer variables answer false where a parent object is null. */
export function isBlank(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() === '' : !value && value !== 0;
}

/** A number, or the number that a text holds, if it survives JSON; undefined for anything else. */
export function toNumber(value: unknown): number | undefined {
  const number =
    typeof value === 'string' && value.trim().match('^[0-9]+([.][0-9]+)?$') ? makeNumber(value) : value;
  // Not a number and infinity fail both comparisons.
  return typeof number === 'number' && number >= -9007199254740991 && number <= 9007199254740991
    ? number
    : undefined;
}

/** A whole number, at least so large; undefined for anything else. */
export function toWhole(value: unknown, least: number): number | undefined {
  const number = (value === undefined ? value : toNumber(value)) as number;
  return number >= least && number % 1 === 0 ? number : undefined;
}

/** Text as it is, a number as text; empty for blank and for anything else. */
export function toText(value: unknown): string {
  if (typeof value === 'string') {
    return value.trim() && value;
  }
  return value !== undefined && toNumber(value) === value ? '' + value : '';
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
  return type === 'object' || type === 'function'
    ? (type === 'object' ? 'an ' : 'a ') + type
    : JSON.stringify(value) || type;
}
