// ---- Positions ----
// SearchStax counts positions from 1 over all pages; sites and GA4 often give the place on the page, counted from 0.

import templateStorage from 'templateStorage';
import { toInteger } from './values.ts';

/** How many results stand on the pages before this one. */
export interface Page {
  before: number;
  size: number;
}

/** The page that is shown; without a page number it is the first. Its size is the first of the sizes that is one. */
export function toPage(pageNo: unknown, sizes: unknown[]): Page {
  const size =
    sizes.map((candidate) => toInteger(candidate, 1)).filter((candidate) => candidate !== undefined)[0] || 0;
  return { before: ((toInteger(pageNo, 1) || 1) - 1) * size, size: size };
}

/** A list whose first item has the index 1 counts from 1; remembered for the click on one of its items. */
export function rememberIndexBase(index: unknown, page: Page): void {
  const first = toInteger(index, 0);
  if (first !== undefined) {
    templateStorage.setItem('indexBase', first === 1 || first === page.before + 1 ? 1 : 0);
  }
}

/** The position that an index stands for; undefined where there is none. */
export function indexToPosition(index: unknown, page: Page): number | undefined {
  const place = toInteger(index, 0);
  if (place === undefined) {
    return undefined;
  }
  const base = place > 0 && templateStorage.getItem('indexBase') === 1 ? 1 : 0;
  // An index beyond a page's size counts over all pages already.
  return (place - base < page.size ? page.before : 0) + place - base + 1;
}
