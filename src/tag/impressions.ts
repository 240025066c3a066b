// ---- Impressions ----

import { type ImpressionShape, impressionShapes } from '../catalogue/impressions.ts';
import { type Named, toObject } from './data-layer.ts';
import { indexToPosition, type Page, rememberIndexBase } from './positions.ts';
import { toInteger, toText } from './values.ts';

// No more than this many fit into a URL, however short they are: the rest of a longer list is not even looked at.
const mostImpressions = 280;

/** The text under the first of the names that holds one. */
function firstText(item: Named, names: string[]): string | undefined {
  let text: string | undefined;
  names.some((name) => {
    text = toText(item[name]);
    return text !== undefined;
  });
  return text;
}

/** One impression as SearchStax takes it; undefined if nothing identifies it. A plain text is its own identifier. */
function toImpression(
  shape: ImpressionShape,
  item: unknown,
  order: number,
  page: Page,
  isFromZero: boolean
): Named | undefined {
  const source = toObject(item);
  const identifier = toText(item) || firstText(source, shape.identifierNames);
  if (identifier === undefined) {
    return undefined;
  }
  const impression: Named = {};
  impression[shape.identifier] = identifier;
  if (shape.title) {
    const title = firstText(source, shape.titleNames);
    if (title !== undefined) {
      impression[shape.title] = title;
    }
  }
  const place = toInteger(source.position, isFromZero ? 0 : 1);
  const position = isFromZero && place !== undefined ? page.before + place + 1 : place;
  impression.position = position || indexToPosition(source.index, page) || page.before + order + 1;
  return impression;
}

/** The impressions of a list, and how many of its items had to be left out because nothing identifies them. */
export function toImpressions(
  kind: 'result' | 'relatedSearch',
  items: unknown[],
  page: Page
): { list: Named[]; leftOut: number } {
  const list: Named[] = [];
  const read = items.slice(0, mostImpressions);
  const first = toObject(read[0]);
  // Positions that begin at 0 are no positions yet.
  const isFromZero = toInteger(first.position, 0) === 0;
  rememberIndexBase(first.index, page);
  read.forEach((item, order) => {
    const impression = toImpression(impressionShapes[kind], item, order, page, isFromZero);
    if (impression) {
      list.push(impression);
    }
  });
  return { list: list, leftOut: read.length - list.length };
}
