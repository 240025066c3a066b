// ---- The properties of an event ----

import copyFromDataLayer from 'copyFromDataLayer';
import JSON from 'JSON';
import {
  eventProperties,
  everyEventProperties,
  impressionNames,
  requiredProperties,
  wireImpressions,
  wireProperties,
} from '../catalogue/for-tag.ts';
import { dataLayerName } from '../catalogue/tracking-api.ts';
import { isNamedForSearchStax, keep, type Named, toList, toObject } from './data-layer.ts';
import { ga4ClickedItem, ga4Results, rememberShown, searchTerm } from './ga4.ts';
import { indexToPosition, toImpressions, toPage } from './impressions.ts';
import { isBlank, quote, toKind, toText } from './values.ts';

/** An event on its way, with what is in the way and what had to be done, in words. */
export interface TrackEvent {
  event: string;
  properties: Named;
}
export interface Found {
  properties: Named;
  /** Apart from the other properties, with their JSON: they may be many. */
  impressions?: Named[] | undefined;
  json: string;
  problems: string[];
  leftOut: string[];
  cuts: string[];
}

// What is longer as JSON is not compared with a pattern, but cut anyway.
const mostCompared = 30000;

/** What an event may carry, by name, each with its kind. */
function kindsOf(event: string): Named {
  return JSON.parse('{' + eventProperties[event] + ',' + everyEventProperties + '}') as Named;
}

/** Adds what the tag's own fields give. A row of the Properties table wins over a field, and both over the data layer. */
function addTyped(event: string, values: Named): void {
  const kinds = kindsOf(event);
  [{ property: 'language', value: data.language } as Named, { property: 'model', value: data.model }]
    .concat(toList(data.properties).map(toObject))
    .forEach((row) => {
      const name = '' + row.property;
      // False is a value only where the answer is yes or no; elsewhere GTM says nothing with it.
      if (!isBlank(row.value) || (row.value === false && kinds[name] === 'boolean')) {
        values[name] = row.value;
      }
    });
}

/** Converts each value to the kind that SearchStax takes, and says what is missing or cannot be converted. */
function convert(event: string, values: Named, found: Found): void {
  const required = (requiredProperties[event] as string).split(' ');
  const kindOf = kindsOf(event);
  const missing: string[] = [];
  let item: Named = {};

  function describe(limits: string[]): string {
    return limits[0] === 'text'
      ? 'text'
      : limits[0] === 'boolean'
        ? 'true or false'
        : 'a ' +
          (limits[0] === 'integer' ? 'whole ' : '') +
          'number from ' +
          limits[1] +
          (limits[2] ? ' to ' + limits[2] : ' up');
  }

  function fill(name: string, value: unknown): void {
    if (isBlank(values[name])) {
      values[name] = value;
    }
  }
  if (kindOf.query) {
    fill('query', searchTerm().text);
  }
  // Only the click on a result has something to do with GA4's items.
  if (
    event === '_searchclick' &&
    (isBlank(values.cDocId) || isBlank(values.cDocTitle) || isBlank(values.position))
  ) {
    item = ga4ClickedItem(toText(values.cDocId), found.problems);
    fill('cDocId', item.item_id);
    fill('cDocTitle', item.item_name);
  }
  fill('position', indexToPosition(isBlank(values.index) ? item.index : values.index, toPage(values, 0)));

  for (const name in kindOf) {
    const kind = kindOf[name] as string;
    const value = values[name];
    const property = toKind(kind, value);
    const isRequired = required.indexOf(name) >= 0;
    if (property !== undefined) {
      found.properties[name] = property;
    } else if (!isBlank(value)) {
      (isRequired ? found.problems : found.leftOut).push(
        name + ' must be ' + describe(kind.split(' ')) + ', not ' + quote(value) + (isRequired ? '.' : '')
      );
    } else if (isRequired) {
      missing.push(name);
    }
  }
  if (missing.length > 0) {
    found.problems.push(
      'Missing: ' +
        missing.join(', ') +
        '. Set it under "Properties" in this tag, or push ' +
        missing.map((name) => dataLayerName + '.' + name).join(', ') +
        ' with the event.'
    );
  }
}

/** The impressions of a list: as they are where they have SearchStax's form already, else converted one by one. */
function readImpressions(event: string, given: unknown, values: Named, found: Found): void {
  found.json = JSON.stringify(given) || '';
  if (found.json.length < mostCompared && found.json.match(wireImpressions[event] as string)) {
    found.impressions = given as Named[];
  } else {
    const items = toList(given);
    if (items.length === 0 && found.json !== '[]') {
      found.leftOut.push('impressions must be a list, not ' + quote(given));
    }
    const list = toImpressions(event, items, found.json, toPage(values, items.length), found.leftOut);
    found.impressions = list.length > 0 ? list : undefined;
    found.json = list.length > 0 ? JSON.stringify(list) : '';
  }
}

/**
 * Everything that the event may carry: looked for in the tag's fields, then in the data layer's searchstax object, then
 * in GA4's parameters; converted to the types that SearchStax takes, and checked.
 */
export function findProperties(event: string): Found {
  const found: Found = { properties: {}, json: '', problems: [], leftOut: [], cuts: [] };
  const term = searchTerm();
  let values = toObject(copyFromDataLayer(dataLayerName, 1));
  let given = values.impressions;
  values.impressions = undefined;
  let json = JSON.stringify(values);
  const pushed = keep(dataLayerName, json, isNamedForSearchStax);
  // It stays there after its event: beside a search term that came later, it is an older search's.
  if (
    (term.at as number) > (pushed.at as number) &&
    !isBlank(values.query) &&
    toText(values.query) !== term.text
  ) {
    values = {};
    given = undefined;
    json = '';
  }
  if (data.language || data.model || data.properties) {
    addTyped(event, values);
    given = values.impressions || given;
    values.impressions = undefined;
    json = JSON.stringify(values) || '';
  }
  if (json.length < mostCompared && json.match(wireProperties[event] as string)) {
    found.properties = values;
  } else {
    convert(event, values, found);
  }
  // A search without results shows nothing.
  if (impressionNames[event] && found.properties.totalHits !== 0) {
    const items = event === '_search' && isBlank(given) ? ga4Results(found.properties.query) : undefined;
    if (items || !isBlank(given)) {
      readImpressions(event, items ? items.list : given, values, found);
    }
    if (event === '_search') {
      rememberShown(
        found.properties.query,
        found.json + (items && found.json ? JSON.stringify(items.place) : '')
      );
    }
  }
  return found;
}
