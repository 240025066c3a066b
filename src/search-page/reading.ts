import { parameter, withoutFragment } from './address.ts';
import { all, first, isVisible, lineOf } from './page.ts';
import type { Setup } from './settings.ts';
import { countIn } from './total.ts';

export interface Result {
  element: Element;
  link: Element;
  id: string;
  title: string;
}

/** A search page as the visitor sees it now. */
export interface Reading {
  hits: Result[];
  /** The IDs of the results in their order: two lists with the same are the same. */
  ids: string;
  /** What `results` selects, also what is hidden or leads nowhere. */
  matched: Element[];
  /** How many results there are in all, below 0 if the page does not say; where those shown begin and end, if it does. */
  count: number[];
  /** What it says when nothing was found; empty as long as it does not. */
  none: string;
  suggested: Element[];
  answered: string;
  /** Everything that was read from. */
  read: Element[];
}

/** Where a link leads, without fragment. One that leads nowhere, or to a script, has no address. */
export function addressOf(link: Element): string {
  const address = withoutFragment(`${(link as HTMLAnchorElement).href || ''}`);
  return /^javascript:/.test(address) || address === withoutFragment(location.href) ? '' : address;
}

function toResult(element: Element, setup: Setup): Result {
  const marked = setup.link ? first(element, setup.link) : element;
  // A result may also stand in its link.
  const link = marked && (first(marked, 'a[href]') || marked.closest('a[href]') || marked);
  const id = `${setup.id}`;
  return {
    element: element,
    link: link as Element,
    id: link ? element.getAttribute(id) || link.getAttribute(id) || addressOf(link) : '',
    // The first link may be a picture's.
    title: [first(element, setup.title), first(element, 'h1,h2,h3,h4,h5,h6,[role=heading]'), link]
      .concat(all('a[href]', element))
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

/** Reads the page. The query is given, since a field's text may not be the one that the results answer. */
export function read(setup: Setup, query: string): Reading {
  const visible = (selector: string | undefined) => all(selector).filter(isVisible);
  const matched = all(setup.results);
  const totals = visible(setup.total);
  const nones = visible(setup.noResults);
  const suggested = visible(setup.related);
  const answers = visible(setup.answer);
  const hits = (nones[0] ? [] : matched)
    .map((element) => toResult(element, setup))
    .filter(
      (hit) =>
        hit.id &&
        // A link has a box of its own where its result has none.
        (isVisible(hit.element) || isVisible(hit.link)) &&
        !hit.element.matches('.searchstax-external-promotion'),
    );
  // In the source, since the text alone would join what stands in neighbouring elements.
  const source = totals.map((element) => element.innerHTML).join('|');
  const count = countIn(source.replace(/<[^>]*>/g, '|').replace(/&nbsp;/g, ' '), query);
  // A number that is smaller than what is shown counts something else.
  if ((count[0] as number) < hits.length) count[0] = -1;
  return {
    hits: hits,
    ids: hits.map((hit) => hit.id).join('\n'),
    matched: matched,
    count: count,
    none: nones[0] ? `0${lineOf(nones[0])}` : '',
    suggested: suggested,
    answered: answers.map(lineOf).join(' ').trim(),
    read: matched.concat(totals, nones, suggested, answers),
  };
}
