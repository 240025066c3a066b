// ---- The properties of an event ----

import makeNumber from 'makeNumber';
import { propertyKinds } from '../catalogue/for-tag.ts';
import { dataLayerName } from '../catalogue/tracking-api.ts';
import { type Named, toList, toObject } from './data-layer.ts';
import { ga4ClickedItem } from './ga4.ts';
import { indexToPosition, readPage } from './impressions.ts';
import { cutText, isBlank, quote, toNumber, toText, toTrimmed } from './values.ts';

/** Adds what the tag's own fields give. A row of the Properties table wins over a field, and both over the data layer. */
export function addTyped(values: Named): void {
  [{ property: 'language', value: data.language } as Named, { property: 'model', value: data.model }]
    .concat(toList(data.properties).map(toObject))
    .forEach((row) => {
      const name = '' + row.property;
      // False is a value only where the answer is yes or no; elsewhere GTM says nothing with it.
      if (!isBlank(row.value) || (row.value === false && propertyKinds[name] === 'true or false')) {
        values[name] = row.value;
      }
    });
}

/**
 * The values of an event in the kinds that SearchStax takes, so many of which are required. Says what is missing or
 * cannot be converted.
 */
export function convert(
  event: string,
  names: string[],
  required: number,
  values: Named,
  term: string | undefined,
  problems: string[],
  leftOut: string[]
): Named {
  const properties: Named = {};
  const missing: string[] = [];
  let item: Named = {};

  function fill(name: string, value: unknown): void {
    if (isBlank(values[name])) {
      values[name] = value;
    }
  }
  fill('query', term);
  // Only the click on a result has something to do with GA4's items.
  if (
    event === '_searchclick' &&
    (isBlank(values.cDocId) || isBlank(values.cDocTitle) || isBlank(values.position))
  ) {
    item = ga4ClickedItem(toText(values.cDocId), problems);
    fill('cDocId', item.item_id);
    fill('cDocTitle', item.item_name);
  }
  readPage(values, 0);
  fill('index', item.index);
  fill('position', indexToPosition(values.index));

  names.forEach((name, order) => {
    const kind = propertyKinds[name] || 'text';
    const isText = kind.indexOf('text') === 0;
    const limits = kind.match('([0-9]+)(?: to ([0-9]+))?') || [];
    const least = makeNumber(limits[1]);
    const value = values[name];
    const number = toNumber(value) as number;
    const word = typeof value === 'boolean' ? '' + value : toTrimmed(value).toLowerCase();
    let property: unknown;
    if (kind === 'true or false') {
      property = word === 'true' || word === '1' || (word === 'false' || word === '0' ? false : undefined);
    } else if (isText) {
      // What is cut may be blank, though the whole was not.
      property = toText(limits[1] ? cutText(toText(value), least) : value) || undefined;
    } else if (
      number >= least &&
      // Without such a limit this is false.
      !(number > makeNumber(limits[2])) &&
      (number % 1 === 0 || kind.indexOf('whole') < 0)
    ) {
      property = number;
    }
    if (property !== undefined) {
      properties[name] = property;
    } else if (!isBlank(value)) {
      const words = name + ' must be ' + (isText ? 'text' : kind) + ', not ' + quote(value);
      if (order < required) {
        problems.push(words + '.');
      } else {
        leftOut.push(words);
      }
    } else if (order < required) {
      missing.push(name);
    }
  });
  if (missing.length > 0) {
    problems.push(
      'Missing: ' +
        missing.join(', ') +
        '. Set it under "Properties" in this tag, or push ' +
        dataLayerName +
        '.' +
        missing.join(', ' + dataLayerName + '.') +
        ' with the event.'
    );
  }
  return properties;
}
