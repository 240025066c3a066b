// ---- Values ----
// GTM's variables and data layers bring numbers as text, text as numbers, and sometimes things that are neither.

import JSON from 'JSON';
import makeNumber from 'makeNumber';
import makeString from 'makeString';
import type { PropertyRule } from '../catalogue/for-tag.ts';

// The largest whole number that survives JSON.
const largestInteger = 9007199254740991;

/** Whether nothing was given. GTM's data layer variables answer false where a parent object is null. */
export function isBlank(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    (typeof value === 'string' && value.trim() === '')
  );
}

/** A number, or a text that is nothing but one; undefined for anything else. */
export function toNumber(value: unknown): number | undefined {
  const number =
    typeof value === 'string' && value.trim().match('^-?[0-9]+([.][0-9]+)?$') ? makeNumber(value) : value;
  // Not a number and infinity fail both comparisons.
  return typeof number === 'number' && number >= -largestInteger && number <= largestInteger
    ? number
    : undefined;
}

/** A whole number of at least min; undefined for anything else. */
export function toInteger(value: unknown, min: number): number | undefined {
  const number = toNumber(value);
  return number !== undefined && number % 1 === 0 && number >= min ? number : undefined;
}

/** Text as it is, a number as text; undefined for blank and for anything else. */
export function toText(value: unknown): string | undefined {
  if (typeof value === 'string') {
    return value.trim() === '' ? undefined : value;
  }
  return toNumber(value) === undefined ? undefined : makeString(value);
}

/** A field's text without the spaces around it; undefined where it is blank or no text. */
export function toTrimmedText(value: unknown): string | undefined {
  const text = toText(value);
  return text === undefined ? undefined : text.trim();
}

/** True and false, also as text or as 1 and 0; undefined for anything else. */
function toBoolean(value: unknown): boolean | undefined {
  const plain = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (plain === true || plain === 'true' || plain === 1 || plain === '1') {
    return true;
  }
  return plain === false || plain === 'false' || plain === 0 || plain === '0' ? false : undefined;
}

/** Whether a text holds half of a character that takes two: JSON spells that half out. */
export function isDamaged(text: string): boolean {
  return JSON.stringify(text).split('\\\\').join('').indexOf('\\ud') >= 0;
}

/** The first characters of a text, never half of a character that takes two. */
export function cutText(text: string, length: number): string {
  const cut = text.slice(0, length);
  return isDamaged(cut.slice(-1)) ? cut.slice(0, -1) : cut;
}

/** A value as the property's type and within its limits; undefined where it is not that. */
export function toProperty(rule: PropertyRule, value: unknown): unknown {
  if (rule.type === 'boolean') {
    return toBoolean(value);
  }
  if (rule.type === 'text') {
    const text = toText(value);
    // What is cut may be blank, though the whole was not.
    return text !== undefined && rule.maxLength ? toText(cutText(text, rule.maxLength)) : text;
  }
  const number = toNumber(value);
  if (number === undefined || (rule.type === 'integer' && number % 1 !== 0)) {
    return undefined;
  }
  const tooSmall = rule.min !== undefined && number < rule.min;
  const tooLarge = rule.max !== undefined && number > rule.max;
  return tooSmall || tooLarge ? undefined : number;
}
