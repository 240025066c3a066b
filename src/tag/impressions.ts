// ---- Impressions ----

import { type ImpressionShape, impressionShapes } from '../catalogue/impressions.ts';
import { urlLimit } from '../catalogue/tracking-api.ts';
import { type Named, toObject } from './data-layer.ts';
import { indexToPosition, type Page, rememberIndexBase } from './positions.ts';
import { toInteger, toText } from './values.ts';

// A URL holds no longer JSON than this, as Base64 makes four characters of three. The shortest impression around its
// identifier is {"cDocId":"","position":1} and a comma.
const mostCharacters = (urlLimit / 4) * 3;
const charactersAround = 27;

/** The text under the first of the names that holds one. */
function firstText(item: Named, names: string[]): string | undefined {
  let text: string | undefined;
  for (let i = 0; i < names.length; i++) {
    text = toText(item[names[i] as string]);
    if (text !== undefined) {
      return text;
    }
  }
  return undefined;
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
  const identifier = firstText(source, shape.identifierNames) || toText(item);
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
  const shape = impressionShapes[kind];
  const first = toObject(items[0]);
  // Positions that begin at 0 are no positions yet.
  const isFromZero = toInteger(first.position, 0) === 0;
  let leftOut = 0;
  let characters = 0;
  let impression: Named | undefined;
  rememberIndexBase(first.index, page);
  // What comes after the identifiers have filled the URL is never sent: it is not even looked at.
  for (let i = 0; i < items.length && characters <= mostCharacters; i++) {
    impression = toImpression(shape, items[i], i, page, isFromZero);
    if (impression) {
      list.push(impression);
      characters += (impression[shape.identifier] as string).length + charactersAround;
    } else {
      leftOut++;
    }
  }
  return { list: list, leftOut: leftOut };
}
