import type { SearchPageSettings } from '../../catalogue/search-page.ts';
import { all, isVisible, lineOf } from '../page.ts';
import { queryInAddress } from '../reading.ts';
import { selectorsOf } from './stable.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;
type Address = Pick<URL, 'href' | 'origin' | 'pathname' | 'search' | 'hash'>;

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

/** A page of the results, and its address. */
interface Numbered {
  page: number;
  address: Address;
}

/** The pages that the page links to by their numbers, and the one that is shown. */
function numberedPages(): Numbered[] {
  return all('a[href], [aria-current]:not([aria-current=false])')
    .filter(isVisible)
    .flatMap((element) => {
      const page = Number(/^(?:\p{L}+ )?(\d{1,3})$/u.exec(lineOf(element))?.[1]);
      // Not parsed: a link may hold what is no address.
      const address = element.matches('a[href]') ? (element as HTMLAnchorElement) : location;
      return page && address.origin === location.origin ? [{ page, address }] : [];
    });
}

/** What a parameter says of a page, as a function of its number and of how many results a page shows. */
type Counting = 'page' | 'from zero' | 'offset';

/** The parameter of the address that tells the pages apart, how, and by how much from page to page. */
function pageParameter(): { name: string; counting: Counting; step: number } | undefined {
  const later = numberedPages()
    .filter(({ page, address }) => page > 1 && address.pathname === location.pathname)
    .map(({ page, address }) => ({ page, parameters: new Map(parametersOf(address)) }));
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

/** The path of an address, and that of the route in its hash, without a slash at the end. */
function pathOf({ pathname, hash }: Address): string {
  return (pathname + (/^#[!/]/.test(hash) ? hash.replace(/\?.*/, '') : '')).replace(/\/$/, '');
}

/** What stands before the number in the path of a later page, where all that differs between the pages is that number. */
function beforeNumber({ page, address }: Numbered): string | undefined {
  const [, before = '', number, after] = /^(.*\D)(\d+)(\D*)$/.exec(pathOf(address)) ?? [];
  if (Number(number) !== page) return undefined;
  const own = pathOf(location);
  const isLater = own.startsWith(before) && /^\d+(\D*)$/.exec(own.slice(before.length))?.[1] === after;
  // The first page has no number, or neither that nor the name before it.
  const outer = before.replace(/[^/]*$/, '').slice(0, -1);
  const isFirst = [outer, outer.replace(/\/[^/]*$/, '')].includes(own);
  return isLater || isFirst ? before : undefined;
}

/** A text as it is, whether or not it stands in a path: `hiking-boots`, `Hiking%20boots`. */
function plain(text: string): string {
  // Throws for nothing, as decoding functions do.
  const decoded = new URLSearchParams(`text=${text}`).get('text') ?? '';
  return decoded.toLowerCase().replace(/[\s_-]+/g, ' ');
}

/**
 * The part of the path before the page's number, if the pages are told apart there; empty where the reader could not
 * find it: it is no part of its own, or the query.
 */
function pageInPath(query: string): { name: string; example: string } | undefined {
  const later = numberedPages().filter((each) => each.page > 1 && beforeNumber(each) !== undefined);
  const [first] = later;
  if (!first || pageParameter()) return undefined;
  const before = beforeNumber(first) ?? '';
  const name = /\/([^/]+)\/$/.exec(before)?.[1] ?? '';
  const isRead = later.every(
    ({ page, address }) => Number.parseInt(address.href.split(`/${name}/`)[1] ?? '', 10) === page,
  );
  const isQuery = plain(name) === plain(encodeURIComponent(query));
  return { name: isRead && !isQuery ? name : '', example: pathOf(first.address) };
}

/** How the address says which page of the results it is, if not as the reader expects it. */
export function pageSettings(query: string): SearchPageSettings {
  const found = pageParameter();
  if (found?.counting === 'offset') return { offsetParameter: found.name, pageSize: String(found.step) };
  const name = found ? found.counting === 'page' && found.name : pageInPath(query)?.name;
  return name && !usualPages.includes(name) ? { pageParameter: name } : {};
}

/** How the address counts the pages, if that cannot be read: from 0, or behind no name. */
export function unreadablePages(query: string): string | undefined {
  const found = pageParameter();
  if (found?.counting === 'from zero') return `counts pages from 0 (${found.name}=1 is page 2)`;
  const inPath = pageInPath(query);
  return inPath && !inPath.name ? `says the page without a name before it (${inPath.example})` : undefined;
}
