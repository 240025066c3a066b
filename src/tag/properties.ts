// ---- The properties of an event ----

import JSON from 'JSON';
import templateStorage from 'templateStorage';
import {
  plainCount,
  plainEnd,
  plainOthers,
  plainStart,
  plainTexts,
  propertyKinds,
} from '../catalogue/for-tag.ts';
import { dataLayerName } from '../catalogue/tracking-api.ts';
import { type Named, named, toObject } from './data-layer.ts';
import { findItems, items, place } from './ga4.ts';
import { readPage } from './impressions.ts';
import { cutText, isBlank, quote, toNumber, toText, toTrimmed } from './values.ts';

/**
 * Whether the values of an event can be sent as they are, by their JSON and the event's rule. What is very long is not
 * compared: it is cut anyway.
 */
export function arePlain(json: string, rule: string[]): unknown {
  return (
    json.length < 30000 &&
    json.match(
      plainStart +
        rule[1] +
        rule[2] +
        plainCount +
        rule[0] +
        plainTexts +
        rule[1] +
        plainOthers +
        rule[2] +
        rule[3] +
        plainEnd
    )
  );
}

/**
 * The values of an event in the kinds that SearchStax takes, so many of which are required. Says what is missing or
 * cannot be converted.
 */
export function convert(
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
  // Only the click on a result has something to do with GA4's items. A list of several does not tell which was clicked.
  if (names[1] === 'cDocId' && [values.cDocId, values.cDocTitle, values.position].some(isBlank)) {
    const shown = (toObject(templateStorage.getItem('shown')).text || '') as string;
    findItems();
    item = toObject(items.length === 1 && items[0]);
    // A shop announces clicks on all its lists alike: a result is in the list that the search named, if it named one.
    let marks = [item.item_list_id, item.item_list_name, place.item_list_id, place.item_list_name].filter(
      (name) => name
    );
    if (!marks.length || shown.indexOf('"item_list_') < 0) {
      marks = [item.item_id, item.item_name].map(toText);
    }
    // Another ID than the one already known tells that the item is an older click's; so does an event that is not GA4's.
    if (toText(values.cDocId) && toText(values.cDocId) !== toText(item.item_id)) {
      item = {};
    } else if (
      shown &&
      !named &&
      item.item_id &&
      !marks.some((mark) => shown.indexOf(JSON.stringify(mark)) >= 0)
    ) {
      problems.push('The item that was clicked is none that the last search showed');
    }
  }
  const toPosition = readPage(values, 0);
  const instead: Named = {
    query: term,
    cDocId: item.item_id,
    cDocTitle: item.item_name,
    position: toPosition(isBlank(values.index) ? item.index : values.index),
  };

  names.forEach((name, order) => {
    const value = isBlank(values[name]) && instead.hasOwnProperty(name) ? instead[name] : values[name];
    const kind = (propertyKinds.match(' ' + name + ' [^=]*=([^;]*)') || ['', 'text'])[1] as string;
    const limits = kind.match('([0-9]+)(?: to ([0-9]+))?') || [];
    const isText = kind.indexOf('text') === 0;
    const word = typeof value === 'boolean' ? '' + value : toTrimmed(value).toLowerCase();
    const property = isText
      ? // What is cut may be blank, though the whole was not.
        toText(limits[1] ? cutText(toText(value), JSON.parse(limits[1]) as number) : value) || undefined
      : limits[1]
        ? toNumber(value, limits[1], kind.indexOf('whole') < 0, limits[2])
        : [true, true, false, false, undefined][['true', '1', 'false', '0', word].indexOf(word)];
    if (property !== undefined) {
      properties[name] = property;
    } else if (!isBlank(value)) {
      (order < required ? problems : leftOut).push(
        name + ' must be ' + (isText ? 'text' : kind) + ', not ' + quote(value)
      );
    } else if (order < required) {
      missing.push(name);
    }
  });
  if (missing[0]) {
    problems.push(
      'Missing: ' +
        missing.join(', ') +
        '. Set it under "Properties" in this tag, or push ' +
        dataLayerName +
        '.' +
        missing.join(', ' + dataLayerName + '.') +
        ' with the event'
    );
  }
  return properties;
}
