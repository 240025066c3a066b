/** How sites build their search pages, as data: five kinds, each with what the search page reader is told about it. */

import type { SearchPageSettings } from '../../src/catalogue/search-page.ts';
import { pageSize } from './shop.ts';

export interface Kind {
  title: string;
  settings: SearchPageSettings;
  /** What the page's address calls the query, and the place in the list. */
  address: Address;
}

interface Address {
  /** Whether all of it is in the hash, not in the query string. */
  isHash?: boolean;
  query: string;
  page?: string;
  /** How many results come before those that are shown, and how many are shown. */
  offset?: string;
  size?: string;
}

export const kinds = {
  shop: {
    title: "The shop's own",
    settings: {
      preset: 'generic',
      results: '.results li',
      total: '.count',
      noResults: '.nothing',
      related: '.related .pill',
      answer: '.smart-answer > p',
      answerSource: '.sources a',
    },
    address: { query: 'q', page: 'page' },
  },
  'ui-kit': {
    title: "SearchStax's UI kit",
    settings: { preset: 'searchstax' },
    address: { query: 'searchstax[query]', page: 'searchstax[page]' },
  },
  sxa: {
    title: 'Sitecore SXA',
    settings: { preset: 'sxa' },
    address: { isHash: true, query: 'q', offset: 'e', size: 'p' },
  },
  server: {
    title: 'Made by a server',
    settings: { preset: 'generic', results: 'article.hit', total: '.summary', noResults: '.no-hits' },
    address: { query: 'query', page: 'page' },
  },
  scroll: {
    title: 'Infinite scroll',
    settings: {
      preset: 'generic',
      results: '.card',
      id: 'data-id',
      total: '.found',
      noResults: '.found-none',
      queryParameter: 'text',
    },
    address: { query: 'text' },
  },
} as const satisfies { [name: string]: Kind };

export type KindName = keyof typeof kinds;

/** What the example site's address says beside: which kind it shows. */
const kindParameter = 'kind';

/** The page of the example site that is of a kind; for a query, if there is one. */
export function addressOf(name: KindName, query = '', page = 1): string {
  const { isHash, ...names }: Address = kinds[name].address;
  const site = `site.html?${kindParameter}=${name}`;
  if (!query) return site;
  const values = { query, page: page > 1 ? page : undefined, offset: (page - 1) * pageSize, size: pageSize };
  const parameters = (Object.keys(names) as (keyof typeof names)[])
    .filter((key) => values[key] !== undefined)
    .map((key) => `${names[key]}=${encodeURIComponent(String(values[key]))}`);
  return `${site}${isHash ? '#' : '&'}${parameters.join('&')}`;
}

/** What such an address says. Without a query, the query is empty. */
export function readAddress({ search, hash }: Pick<Location, 'search' | 'hash'>) {
  const given = new URLSearchParams(search);
  const kind = given.get(kindParameter) ?? '';
  const name = (Object.hasOwn(kinds, kind) ? kind : 'shop') as KindName;
  const { isHash, query, page = '', offset = '' }: Address = kinds[name].address;
  const values = isHash ? new URLSearchParams(hash.slice(1)) : given;
  const before = Number(values.get(offset)) || 0;
  return {
    name,
    query: values.get(query)?.trim() ?? '',
    page: Number(values.get(page)) || Math.floor(before / pageSize) + 1,
  };
}

/** The same as a visitor of the real site would see it, without the host. */
export function pathOf({ search, hash }: Pick<Location, 'search' | 'hash'>): string {
  const rest = search
    .slice(1)
    .split('&')
    .filter((pair) => !pair.startsWith(`${kindParameter}=`));
  return `/search${rest.length ? `?${rest.join('&')}` : ''}${hash}`;
}
