import { parameter, withoutFragment } from './address.ts';
import { all, isVisible, lineOf } from './page.ts';
import type { Setup } from './settings.ts';
import { countIn } from './total.ts';

export interface Result {
  element: Element;
  anchor: Element;
  docId: string;
  headline: string;
}

/** A search page as the visitor sees it now. */
export interface Reading {
  hits: Result[];
  /** The IDs of the results in their order: two lists with the same are the same. */
  ids: string;
  /** What `results` selects, also what is hidden or leads nowhere. */
  matched: Element[];
  /** How many results there are in all; where those shown begin and end, counted from 1; if the page says so. */
  sum: number | undefined;
  range: number[];
  /** What it says when nothing was found; empty as long as it does not. */
  none: string;
  /** The related searches, and their elements. */
  suggested: string[];
  suggestions: Element[];
  answered: string;
  /** Everything that was read from. */
  parts: Element[];
}

/** Where a link leads, without fragment. One that leads nowhere, or to a script, has no address. */
export function addressOf(link: Element): string {
  const address = withoutFragment(`${(link as HTMLAnchorElement).href || ''}`);
  return /^javascript:/.test(address) || address === withoutFragment(location.href) ? '' : address;
}

function toResult(element: Element, setup: Setup): Result {
  const marked = setup.link ? all(setup.link, element)[0] : element;
  // A result may also stand in its link.
  const link = marked && (all('a[href]', marked)[0] || marked.closest('a[href]') || marked);
  const id = `${setup.id}`;
  return {
    element: element,
    anchor: link as Element,
    docId: link ? element.getAttribute(id) || link.getAttribute(id) || addressOf(link) : '',
    // The first link may be a picture's.
    headline: all(setup.title, element)
      .concat(all('h1,h2,h3,h4,h5,h6,[role=heading]', element), link || [], all('a[href]', element))
      .reduce((title, candidate) => title || lineOf(candidate), ''),
  };
}

/** The query that the address holds; empty where it holds none. */
export function queryInAddress(setup: Setup): string {
  return parameter(
    setup.queryParameter || 'searchstax[query],q,query,search,s,text,keywords,term',
    setup.signature,
  );
}

/**
 * Reads the page.
 * @param ask is told what is shown, and answers the query: a field's text may not be the one that the results answer
 */
export function read(setup: Setup, ask: (shown: string) => string): Reading {
  const visible = (selector: string | undefined) => all(selector).filter(isVisible);
  const matched = all(setup.results);
  const totals = visible(setup.total);
  const nones = visible(setup.noResults);
  const suggestions = visible(setup.related);
  const answers = visible(setup.answer);
  const hits = (nones[0] ? [] : matched)
    .map((element) => toResult(element, setup))
    .filter(
      (hit) =>
        hit.docId &&
        // A link has a box of its own where its result has none.
        (isVisible(hit.element) || isVisible(hit.anchor)),
    );
  const ids = hits.map((hit) => hit.docId).join('\n');
  const none = nones.map((element) => `0${lineOf(element)}`).join('');
  // Their source, since their text alone would join what stands in neighbouring elements.
  const source = totals.map((element) => element.innerHTML).join('|');
  const count = countIn(source.replace(/<[^>]*>/g, '|').replace(/&nbsp;/g, ' '), ask(ids + none));
  return {
    hits: hits,
    ids: ids,
    matched: matched,
    // A number that is smaller than what is shown counts something else.
    sum: (count[0] as number) >= hits.length ? count[0] : undefined,
    range: count.slice(1),
    none: none,
    suggested: suggestions.map(lineOf),
    suggestions: suggestions,
    answered: answers.map(lineOf).join(' ').trim(),
    parts: matched.concat(totals, nones, suggestions, answers),
  };
}
