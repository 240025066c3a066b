// ---- Values ----
// GTM's variables and data layers bring numbers as text, text as numbers, and sometimes things that are neither.

import getType from 'getType';
import JSON from 'JSON';

/** Whether nothing was given. GTM's data layer variables answer false where a parent object is null. */
export function isBlank(value: unknown): boolean {
  return typeof value === 'string' ? !value.trim() : !value && value !== 0;
}

/**
 * A number, or the number that a text holds, between limits, and whole unless any will do; undefined for anything else,
 * and for what JSON would not keep exactly.
 */
export function toNumber(
  value: unknown,
  least: unknown,
  isAny?: boolean,
  most?: unknown
): number | undefined {
  // Without the zeros in front, which JSON does not know.
  const digits = typeof value === 'string' && value.trim().match('^0*([0-9]+([.][0-9]+)?)$');
  const number = (digits ? JSON.parse(digits[1] as string) : value) as number;
  // Not a number fails every comparison, infinity the second.
  return typeof number === 'number' &&
    number >= (least as number) &&
    number <= ((most as number) || largest) &&
    (isAny || number % 1 === 0)
    ? number
    : undefined;
}

/** The largest whole number that JSON keeps exactly. */
const largest = 9007199254740991;

/** Text as it is, a number as text; empty for blank and for anything else. */
export function toText(value: unknown): string {
  if (typeof value === 'string') {
    return value.trim() && value;
  }
  return toNumber(value, -largest, true) === undefined ? '' : '' + value;
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

/** A value as the console shows it: as JSON, of which a long one's beginning and last character. */
export function quote(value: unknown): string {
  const json = JSON.stringify(value) || getType(value);
  return json.length > 62 ? json.slice(0, 61) + '...' + json.slice(-1) : json;
}
