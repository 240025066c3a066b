import { parameter, withoutFragment } from './address.ts';
import { all, first, isVisible, lineOf, textOf } from './page.ts';
import type { Setup } from './settings.ts';
import { rangeIn, totalIn } from './total.ts';

export interface Result {
  element: Element;
  link: Element;
  /** The link's address, without fragment; empty where it has none. */
  address: string;
  id: string;
  title: string;
}

/** A search page as the visitor sees it now. */
export interface Reading {
  results: Result[];
  /** The IDs of the results in their order: two lists with the same are the same. */
  ids: string;
  /** What `results` selects, also what is hidden or leads nowhere. */
  matched: Element[];
  /** How many results there are in all, and where those shown begin and end, as far as the page says so. */
  total?: number;
  range: number[];
  /** What it says when nothing was found; empty as long as it does not. */
  none: string;
  related: Element[];
  answer: string;
  /** Everything that was read from. */
  from: Element[];
}

const headings = 'h1,h2,h3,h4,h5,h6,[role=heading]';

/** Where a link leads, without fragment. One that leads nowhere, or to a script, has no address. */
export function addressOf(link: Element): string {
  const address = withoutFragment(String((link as HTMLAnchorElement).href || ''));
  return /^javascript:/.test(address) || address === withoutFragment(location.href) ? '' : address;
}

function toResult(element: Element, setup: Setup): Result {
  const marked = setup.link ? first(element, setup.link) : element;
  // A result may also stand in its link.
  const link = (marked && (first(marked, 'a[href]') || marked.closest('a[href]') || marked)) as Element;
  const address = link ? addressOf(link) : '';
  const attribute = setup.id || '';
  return {
    element: element,
    link: link,
    address: address,
    id: (link && (element.getAttribute(attribute) || link.getAttribute(attribute))) || address,
    // The first link may be a picture's.
    title: [first(element, setup.title), first(element, headings), link]
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

/** The query that the field holds. */
export function queryInField(setup: Setup): string {
  const field = all(setup.queryInput)[0] as HTMLInputElement | undefined;
  return ((field && field.value) || '').trim();
}

/** Reads the page. The query is given, since a field's text may not be the one that the results answer. */
export function read(setup: Setup, query: string): Reading {
  const visible = (selector: string | undefined) => all(selector).filter(isVisible);
  const elements = all(setup.results);
  const totals = visible(setup.total);
  const nones = visible(setup.noResults);
  const related = visible(setup.related);
  const answers = visible(setup.answer);
  const results = nones[0]
    ? []
    : elements
        .filter((element) => !element.matches('.searchstax-external-promotion'))
        .map((element) => toResult(element, setup))
        // A link has a box of its own where its result has none.
        .filter((result) => result.id && (isVisible(result.element) || isVisible(result.link)));
  const text = totals.map((element) => textOf(element, '|')).join('|');
  const total = totalIn(text, query);
  return {
    results: results,
    ids: results.map((result) => result.id).join('\n'),
    matched: elements,
    // A number that is smaller than what is shown counts something else.
    total: total === undefined || total < results.length ? undefined : total,
    range: rangeIn(text),
    none: nones[0] ? `0${lineOf(nones[0])}` : '',
    related: related,
    answer: answers.map(lineOf).join(' ').trim(),
    from: elements.concat(totals, nones, related, answers),
  };
}
