// ---- Impressions ----
// SearchStax counts positions from 1 over all pages; sites and GA4 often give the place on the page, counted from 0.

import JSON from 'JSON';
import templateStorage from 'templateStorage';
import { plainText } from '../catalogue/for-tag.ts';
import { jsonLimit } from '../catalogue/tracking-api.ts';
import { type Named, toList, toObject } from './data-layer.ts';
import { quote, toNumber, toText } from './values.ts';

/** How many results stand on the pages before the one that was read. */
let before: number;

/**
 * Tells of an index on a page, which shows so many unless it says so itself, what position it stands for; undefined where
 * there is none. A page without a number is the first.
 */
export function readPage(values: Named, shown: number): (index: unknown) => number | undefined {
  const size = toNumber(values.pageSize, 1) || toNumber(values.shownHits, 1) || shown;
  before = ((toNumber(values.pageNo, 1) || 1) - 1) * size;
  return (index) => {
    let place = toNumber(index, 0);
    if (place && templateStorage.getItem('isFromOne')) {
      place = place - 1;
    }
    // An index beyond a page's size counts over all pages already.
    return place === undefined ? place : place + 1 + (place < size ? before : 0);
  };
}

/**
 * A list of impressions as JSON, if each is in SearchStax's form already, whatever comes first in it: its identifier, its
 * position, perhaps its title, and nothing else; empty if not. What is very long is not compared: it is cut anyway.
 */
export function asOnWire(names: string[], json: string): string {
  return json.length <= 30000 &&
    json.match(
      '^\\[(?:,?[{](?:(?:,?"(?:position":[1-9][0-9]{0,14}|' +
        names[0] +
        '":' +
        plainText +
        ')){2}|(?:,?"(?:position":[1-9][0-9]{0,14}|(?:' +
        names[1] +
        ')":' +
        plainText +
        ')){3})})+]$'
    )
    ? json
    : '';
}

/**
 * The impressions of an event in the form that SearchStax takes, as JSON, without the items that nothing identifies. A
 * plain text is its own identifier. Of the names in use for identifier and title, the first is SearchStax's.
 */
export function toImpressions(names: string[], given: unknown, values: Named, leftOut: string[]): string {
  const all = toList(given);
  // No more than these fit into a URL, however short they are.
  const items = all.slice(0, 274);
  // Nothing, if the list holds itself.
  const json = JSON.stringify(items) || '';
  if (asOnWire(names, json)) {
    return json;
  }
  if (!all.length && JSON.stringify(given) !== '[]') {
    leftOut.push('impressions must be a list, not ' + quote(given));
  }
  const toPosition = readPage(values, all.length);
  const first = toObject(items[0]);
  // Positions that begin at 0 are no positions yet; a list whose first index is 1 counts from 1, and so do clicks on it.
  const isFromZero = toNumber(first.position, 0) === 0;
  const base = toNumber(first.index, 0);
  /** Whether anything of an item is called so: else it needs not to be asked of each. */
  function isUsed(name: string): unknown {
    return name && json.indexOf('"' + name + '":') >= 0;
  }
  const hasPositions = isUsed('position');
  const hasIndexes = isUsed('index');
  const list: Named[] = [];
  let characters = 0;
  let unidentified = 0;
  if (base !== undefined) {
    templateStorage.setItem('isFromOne', base === 1 || base === before + 1);
  }
  const start = toPosition(base) as number;

  /** Looks in an item for the first of these names that holds a text. */
  function reader(candidates: string): (source: Named) => string | undefined {
    const used = candidates.split(' ').filter(isUsed);
    return used.length === 1
      ? (source) => toText(source[used[0] as string])
      : (source) => used.reduce((text, name) => text || toText(source[name]), '');
  }
  const identify = reader(names[2] as string);
  const entitle = reader(names[3] as string);
  // What comes after the identifiers have filled the URL is never sent: it is not even looked at.
  items.every((item, order) => {
    const source = toObject(item);
    const identifier = identify(source) || toText(item);
    const place = hasPositions && (toNumber(source.position, isFromZero ? 0 : 1) as number);
    if (identifier) {
      list.push({
        cDocId: identifier,
        cDocTitle: entitle(source) || undefined,
        position:
          (isFromZero ? before + (place as number) + 1 : place) ||
          // On the first page an index that is one more than the last needs no look.
          (hasIndexes &&
            (source.index === (base as number) + order && !before
              ? start + order
              : toPosition(source.index))) ||
          before + order + 1,
      });
    } else {
      unidentified = unidentified + 1;
    }
    characters = characters + identifier.length + 28;
    return characters <= jsonLimit;
  });
  if (unidentified) {
    leftOut.push(
      'impressions with none of ' + (names[2] as string).split(' ').join(', ') + ' (' + unidentified + ')'
    );
  }
  // What is shown has an identifier of its own name with each event.
  return list.length
    ? JSON.stringify(list)
        .split('{"cDocId":')
        .join('{"' + names[0] + '":')
    : '';
}
