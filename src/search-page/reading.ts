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
  /** The IDs of the results in their order, each in a line: two lists with the same are the same. And their titles. */
  ids: string;
  headlines: string;
  /** What `results` selects, also what is hidden or leads nowhere. */
  matched: Element[];
  /** How many results there are in all, if the page says so; and all that it says, see `countIn`. */
  sum: number | undefined;
  count: number[];
  /** What it says when nothing was found; empty as long as it does not. */
  none: string;
  /** The related searches. */
  suggestions: Element[];
  answered: string;
  /** Everything that was read from. */
  parts: Element[];
}

/** Where a link leads, without fragment. One that leads nowhere, or to a script, has no address. */
export function addressOf(link: Element): string {
  const address = withoutFragment(`${(link as HTMLAnchorElement).href || ''}`);
  return !address.indexOf('java') || address === withoutFragment(location.href) ? '' : address;
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
  const none = nones.map((element) => 0 + lineOf(element)).join('');
  const hits: Result[] = [];
  let ids = '';
  let headlines = '';
  matched.forEach((element) => {
    const marked = setup.link ? all(setup.link, element)[0] : element;
    // A result may also stand in its link.
    const anchor = marked && (all('a[href]', marked)[0] || marked.closest('a[href]') || marked);
    const docId =
      anchor &&
      (element.getAttribute(setup.id as string) ||
        anchor.getAttribute(setup.id as string) ||
        addressOf(anchor));
    // A link has a box of its own where its result has none.
    if (none || !docId || !(isVisible(element) || isVisible(anchor))) return;
    const headline = all(setup.title, element)
      .concat(all('h1,h2,h3,h4,h5,h6', element), anchor)
      .map(lineOf)
      .filter(Boolean)[0] as string;
    hits.push({ element: element, anchor: anchor, docId: docId, headline: headline });
    ids += `${docId}\n`;
    headlines += headline;
  });
  // Their source, since their text alone would join what stands in neighbouring elements.
  const source = totals.map((element) => element.innerHTML).join('|');
  const count = countIn(source.replace(/<[^>]*>/g, '|').replace(/&nbsp;/g, ' '), ask(ids + none));
  return {
    hits: hits,
    ids: ids,
    headlines: headlines,
    matched: matched,
    // A number that is smaller than what is shown counts something else.
    sum: (count[0] as number) >= hits.length ? count[0] : undefined,
    count: count,
    none: none,
    suggestions: suggestions,
    answered: answers.map(lineOf).join(''),
    parts: matched.concat(totals, nones, suggestions, answers),
  };
}
