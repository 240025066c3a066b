import type { SearchPageSettings } from '../../catalogue/search-page.ts';
import { all, isVisible, lineOf } from '../page.ts';
import { readWith } from './pick.ts';
import { around, hasOwnText, selectorFor } from './stable.ts';

/** The title that most of several results have, and how many do: it is none, but a link's "Read more". */
export function repeated(titles: string[]): { title: string; times: number } | undefined {
  const [most] = [...new Set(titles)]
    .map((title) => ({ title, times: titles.filter((each) => each === title).length }))
    .sort((one, other) => other.times - one.times);
  return most && most.times > 1 && most.times > titles.length / 2 ? most : undefined;
}

function sizeOf(element: Element): number {
  return Number.parseFloat(getComputedStyle(element).fontSize);
}

/** What may be the title in a result: its headings, then its other texts, the largest first. */
function candidatesIn(result: Element): Element[] {
  const headings = all('h1,h2,h3,h4,h5,h6', result);
  const texts = all('*', result)
    .filter(hasOwnText)
    .sort((one, other) => sizeOf(other) - sizeOf(one));
  return [...headings, ...texts].filter((element) => {
    const { length } = lineOf(element);
    return length > 1 && length < 200 && isVisible(element);
  });
}

/**
 * The title in the result of which an element was clicked: what differs most from result to result.
 * @returns undefined where nothing differs more than the titles that are read now
 */
export function betterTitle(settings: SearchPageSettings, clicked: Element | undefined): Element | undefined {
  const { hits } = readWith(settings).reading;
  const different = (titles: string[]) => new Set(titles.filter(Boolean)).size;
  const hit = hits.find(({ element }) => clicked && around(clicked).includes(element)) ?? hits[0];
  if (!hit) return undefined;
  let most = repeated(hits.map(({ headline }) => headline))
    ? different(hits.map((each) => each.headline))
    : 0;
  let best: Element | undefined;
  for (const element of candidatesIn(hit.element).slice(0, 20)) {
    const title = selectorFor([element], (selector) => all(selector, hit.element).slice(0, 1));
    if (!title) continue;
    const count = different(readWith({ ...settings, title }).reading.hits.map(({ headline }) => headline));
    if (count > most) {
      most = count;
      best = element;
    }
  }
  return best;
}
