import type { SearchPageSettings } from '../../catalogue/search-page.ts';
import { all, isVisible, lineOf } from '../page.ts';
import { queryInAddress } from '../reading.ts';
import { selectorsOf } from './stable.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;
type Address = Pick<URL, 'origin' | 'pathname' | 'search' | 'hash'>;

/** What the reader looks for by itself. */
const usualPages = ['page', 'searchstax[page]'];

/** The fields that visitors type into. */
export const fields = 'input:not([type]), input[type=search], input[type=text], textarea';

/** The parameters of an address, in its hash too, where a route may stand before them: `#/search?q=boots`. */
function parametersOf({ search, hash }: Address): [string, string][] {
  return [hash.replace(/^#([^=&]*[?!/])?/, ''), search].flatMap((place) => [...new URLSearchParams(place)]);
}

/** What is typed in a field. */
export function typedIn(field: Element): string {
  return (field as Field).value.trim();
}

/**
 * Where the query is, if it is not where the reader looks for it by itself: another parameter, which holds what a search
 * field shows; else the field.
 */
export function querySettings(picked?: Element): SearchPageSettings {
  const signature = /[#&]([\w-]+)_q=/.exec(location.hash)?.[1];
  if (signature) return { signature };
  const asked = picked ? [picked] : all(fields).filter(isVisible);
  const filled = asked.filter((field) => field.matches(fields) && typedIn(field));
  const usual = queryInAddress({});
  if (filled.some((field) => typedIn(field) === usual)) return {};
  const parameter = parametersOf(location).find(([, value]) =>
    filled.some((field) => typedIn(field) === value.trim()),
  )?.[0];
  if (parameter) return { queryParameter: parameter };
  if (usual) return {};
  const field = filled.find((each) => each.matches('[type=search], [role=search] *')) ?? filled[0];
  // The reader would read hidden ones too.
  const queryInput =
    field && selectorsOf(field).find((selector) => all(selector).every((each) => each === field));
  return queryInput ? { queryInput } : {};
}

/** A page of the results, and what the address of the page says of it. */
interface Numbered {
  page: number;
  parameters: Map<string, string>;
}

/** The pages that the page links to by their numbers, and the one that is shown. */
function numberedPages(): Numbered[] {
  return all('a[href], [aria-current]:not([aria-current=false])')
    .filter(isVisible)
    .flatMap((element) => {
      const page = Number(/^(?:\p{L}+ )?(\d{1,3})$/u.exec(lineOf(element))?.[1]);
      const address = element.matches('a[href]') ? new URL((element as HTMLAnchorElement).href) : location;
      const isHere = address.origin === location.origin && address.pathname === location.pathname;
      return page && isHere ? [{ page, parameters: new Map(parametersOf(address)) }] : [];
    });
}

/** What a parameter says of a page, as a function of its number and of how many results a page shows. */
type Counting = 'page' | 'from zero' | 'offset';

/** The parameter of the address that tells the pages apart, how, and by how much from page to page. */
function pageParameter(): { name: string; counting: Counting; step: number } | undefined {
  const later = numberedPages().filter(({ page }) => page > 1);
  const names = [...new Set([...usualPages, ...later.flatMap(({ parameters }) => [...parameters.keys()])])];
  for (const name of names) {
    const told = later.map(({ page, parameters }) => ({ page, value: Number(parameters.get(name) ?? NaN) }));
    const [first] = told;
    if (!first) return undefined;
    if (told.every(({ page, value }) => value === page)) return { name, counting: 'page', step: 1 };
    const step = first.value / (first.page - 1);
    if (step >= 1 && told.every(({ page, value }) => value === (page - 1) * step))
      return { name, counting: step > 1 ? 'offset' : 'from zero', step };
  }
  return undefined;
}

/** How the address says which page of the results it is, if not as the reader expects it. */
export function pageSettings(): SearchPageSettings {
  const found = pageParameter();
  if (found?.counting === 'offset') return { offsetParameter: found.name, pageSize: String(found.step) };
  if (found?.counting === 'page' && !usualPages.includes(found.name)) return { pageParameter: found.name };
  return {};
}

/** The parameter that counts the pages from 0, if one does: the reader counts from 1. */
export function countedFromZero(): string | undefined {
  const found = pageParameter();
  return found?.counting === 'from zero' ? found.name : undefined;
}
