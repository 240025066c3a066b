// ---- Words ----

import getType from 'getType';
import JSON from 'JSON';
import type { PropertyRule } from '../catalogue/for-tag.ts';
import { cutText, toNumber } from './values.ts';

/** A value in words, short enough for a console line. */
export function quote(value: unknown): string {
  const type = getType(value);
  if (type === 'array') {
    return 'a list of ' + (value as unknown[]).length;
  }
  if (type === 'string') {
    const text = value as string;
    return text.length > 60 ? '"' + cutText(text, 60) + '..."' : '"' + text + '"';
  }
  if (type === 'number' && toNumber(value) === undefined) {
    return 'no number';
  }
  return type === 'object' ? 'an object' : type === 'function' ? 'a function' : JSON.stringify(value) || type;
}

/** What a property must be, in words. */
export function describe(rule: PropertyRule): string {
  if (rule.type === 'boolean') {
    return 'true or false';
  }
  if (rule.type === 'text') {
    return 'text';
  }
  if (rule.type === 'impressions') {
    return 'a list';
  }
  const kind = rule.type === 'integer' ? 'a whole number from ' : 'a number from ';
  return kind + rule.min + (rule.max === undefined ? ' up' : ' to ' + rule.max);
}
