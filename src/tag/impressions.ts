// ---- Impressions ----
// SearchStax counts positions from 1 over all pages; sites and GA4 often give the place on the page, counted from 0.

import JSON from 'JSON';
import templateStorage from 'templateStorage';
import { jsonLimit } from '../catalogue/tracking-api.ts';
import { type Named, toObject } from './data-layer.ts';
import { toText, toWhole } from './values.ts';

/** How many results a page holds, and how many stand on the pages before this one; without its number it is the first. */
let size: number;
let before: number;

export function readPage(values: Named, shown: number): void {
  size = toWhole(values.pageSize, 1) || toWhole(values.shownHits, 1) || shown;
  before = ((toWhole(values.pageNo, 1) || 1) - 1) * size;
}

/** The position that an index stands for; undefined where there is none. */
export function indexToPosition(index: unknown): number | undefined {
  let place = toWhole(index, 0);
  if (place && templateStorage.getItem('isFromOne')) {
    place--;
  }
  // An index beyond a page's size counts over all pages already.
  return place === undefined ? place : place + 1 + (place < size ? before : 0);
}

/**
 * The impressions of a list, which is given as JSON too, in the form that SearchStax takes, as JSON, without the items
 * that nothing identifies. A plain text is its own identifier. Of the names in use for identifier and title, the first is
 * SearchStax's.
 */
export function toImpressions(names: string[], items: unknown[], json: string, leftOut: string[]): string {
  // What no item of the list is called needs not to be asked of each.
  const used = names
    .slice(2)
    .map((list) => list.split(' ').filter((name) => json.indexOf('"' + name + '":') >= 0));
  const first = toObject(items[0]);
  // Positions that begin at 0 are no positions yet; a list whose first index is 1 counts from 1, and so do clicks on it.
  const isFromZero = toWhole(first.position, 0) === 0;
  const base = toWhole(first.index, 0);
  const list: Named[] = [];
  let characters = 0;
  let unidentified = 0;
  if (base !== undefined) {
    templateStorage.setItem('isFromOne', base === 1 || base === before + 1);
  }

  function firstText(item: Named, candidates: string[] | undefined): string {
    return (candidates as string[]).reduce((text, name) => text || toText(item[name]), '');
  }

  // What comes after the identifiers have filled the URL is never sent: it is not even looked at.
  items.every((item, order) => {
    const source = toObject(item);
    const impression: Named = {};
    const identifier = firstText(source, used[0]) || toText(item);
    const title = firstText(source, used[1]);
    impression[names[0] as string] = identifier;
    if (title) {
      impression[names[1] as string] = title;
    }
    const place = toWhole(source.position, isFromZero ? 0 : 1) as number;
    impression.position =
      (isFromZero ? before + place + 1 : place) || indexToPosition(source.index) || before + order + 1;
    if (identifier) {
      list.push(impression);
    } else {
      unidentified++;
    }
    characters += identifier.length + 28;
    return characters <= jsonLimit;
  });
  if (unidentified > 0) {
    leftOut.push(
      'impressions with none of ' + (names[2] as string).split(' ').join(', ') + ' (' + unidentified + ')'
    );
  }
  return list.length > 0 ? JSON.stringify(list) : '';
}
