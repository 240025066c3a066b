// ---- Impressions ----
// SearchStax counts positions from 1 over all pages; sites and GA4 often give the place on the page, counted from 0.

import templateStorage from 'templateStorage';
import { impressionNames } from '../catalogue/for-tag.ts';
import { jsonLimit } from '../catalogue/tracking-api.ts';
import { type Named, toObject } from './data-layer.ts';
import { toKind, toText } from './values.ts';

/** How many results a page holds, and how many stand on the pages before this one; without its number it is the first. */
export interface Page {
  size: number;
  before: number;
}

export function toPage(values: Named, shown: number): Page {
  const size = (toKind('integer 1', values.pageSize) ||
    toKind('integer 1', values.shownHits) ||
    shown) as number;
  return { size: size, before: (((toKind('integer 1', values.pageNo) as number) || 1) - 1) * size };
}

/** The position that an index stands for; undefined where there is none. */
export function indexToPosition(index: unknown, page: Page): number | undefined {
  const place = (index === undefined ? undefined : toKind('integer 0', index)) as number | undefined;
  if (place === undefined) {
    return undefined;
  }
  const fromZero = place > 0 && templateStorage.getItem('isFromOne') ? place - 1 : place;
  // An index beyond a page's size counts over all pages already.
  return fromZero + 1 + (fromZero < page.size ? page.before : 0);
}

/**
 * The impressions of a list, which is given as JSON too, in the form that SearchStax takes, without the items that nothing
 * identifies. A plain text is its own identifier. Of the names in use for identifier and title, the first is SearchStax's.
 */
export function toImpressions(
  event: string,
  items: unknown[],
  json: string,
  page: Page,
  leftOut: string[]
): Named[] {
  const names = (impressionNames[event] as string).split('|').map((list) => list.split(' '));
  // What no item of the list is called needs not to be asked of each.
  const used = names.map((list) =>
    list.filter((name) => json.indexOf(name + '"') >= 0 || json.charAt(0) === '"')
  );
  const first = toObject(items[0]);
  // Positions that begin at 0 are no positions yet; a list whose first index is 1 counts from 1, and so do clicks on it.
  const isFromZero = toKind('integer 0', first.position) === 0;
  const base = toKind('integer 0', first.index);
  const list: Named[] = [];
  let characters = 0;
  let unidentified = 0;
  if (base !== undefined) {
    templateStorage.setItem('isFromOne', base === 1 || base === page.before + 1);
  }

  /** The text under the first of the names that holds one. */
  function firstText(item: Named, candidates: string[] | undefined): string {
    let text = '';
    (candidates || []).some((name) => {
      text = toText(item[name]);
      return text !== '';
    });
    return text;
  }

  // What comes after the identifiers have filled the URL is never sent: it is not even looked at.
  items.every((item, order) => {
    const source = toObject(item);
    const identifier = firstText(source, used[0]) || toText(item);
    const title = firstText(source, used[1]);
    const place = (
      source.position === undefined
        ? undefined
        : toKind(isFromZero ? 'integer 0' : 'integer 1', source.position)
    ) as number | undefined;
    const impression: Named = {};
    impression[(names[0] as string[])[0] as string] = identifier;
    if (title) {
      impression[(names[1] as string[])[0] as string] = title;
    }
    impression.position =
      (isFromZero && place !== undefined ? page.before + place + 1 : place) ||
      indexToPosition(source.index, page) ||
      page.before + order + 1;
    if (identifier) {
      list.push(impression);
    } else {
      unidentified++;
    }
    characters += identifier.length + 28;
    return characters <= jsonLimit;
  });
  if (unidentified > 0) {
    leftOut.push('impressions with none of ' + (names[0] as string[]).join(', ') + ' (' + unidentified + ')');
  }
  return list;
}
