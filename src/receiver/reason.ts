/** Turns what the validator found wrong into one sentence that names the place. */

import type { ErrorObject } from 'ajv';

/** A keyword of JSON Schema, and how its failure reads after the place ("properties.query"). */
const sentences: { [keyword: string]: (place: string, error: ErrorObject) => string } = {
  required: (place, error) => `${inside(place, error.params.missingProperty)} is missing`,
  additionalProperties: (place, error) =>
    `${inside(place, error.params.additionalProperty)} is not known here`,
  type: (place, error) =>
    `${place} must be ${typeNames[String(error.params.type)] ?? error.params.type}, not ${shown(error.data)}`,
  enum: (place, error) =>
    `${place} must be one of ${error.params.allowedValues.join(', ')}, not ${shown(error.data)}`,
  pattern: (place) => `${place} is empty`,
  minLength: (place) => `${place} is empty`,
  maxLength: (place, error) => `${place} is longer than ${error.params.limit} characters`,
  minimum: (place, error) => `${place} must be ${error.params.limit} or more, not ${shown(error.data)}`,
  maximum: (place, error) => `${place} must be ${error.params.limit} or less, not ${shown(error.data)}`,
  maxItems: (place) => `${place} must not come with totalHits 0`,
};

const typeNames: { [type: string]: string } = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/**
 * One sentence for one of ajv's errors (ajv must run with `verbose`, which adds the value).
 * @param whole what to call the value that was checked
 */
export function reason(error: ErrorObject, whole = 'the event'): string {
  const place = error.instancePath
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(inside, '');
  const sentence = sentences[error.keyword];
  return sentence ? sentence(place, error).replace(/^ /, `${whole} `) : `${place || whole} ${error.message}`;
}

/** `a` and `b` make `a.b`, `a` and `0` make `a[0]`. */
function inside(place: string, step: string): string {
  if (/^\d+$/.test(step)) return `${place}[${step}]`;
  return place ? `${place}.${step}` : step;
}

/** A value short enough for a sentence. */
function shown(value: unknown): string {
  const written = JSON.stringify(value) ?? String(value);
  return written.length > 60 ? `${written.slice(0, 60)}…` : written;
}
