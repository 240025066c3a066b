/** What the shop finds, and what a site's developer would make it push to the data layer. */

import { type SmartAnswer, smartAnswer } from './answers.ts';
import { addressOf, findProducts, type Product, relatedSearches } from './products.ts';

const pageSize = 10;

/** One page of what was found. */
export interface Found {
  query: string;
  /** From 1. */
  page: number;
  pages: number;
  total: number;
  /** How many results come before the first of this page. */
  before: number;
  shown: Product[];
  /** Milliseconds. */
  latency: number;
  smart?: SmartAnswer;
  related: string[];
}

export function searchShop(query: string, page: number): Found {
  const started = performance.now();
  const all = findProducts(query);
  const before = (page - 1) * pageSize;
  return {
    query,
    page,
    pages: Math.ceil(all.length / pageSize),
    total: all.length,
    before,
    shown: all.slice(before, before + pageSize),
    latency: Math.round((performance.now() - started) * 10) / 10,
    smart: page === 1 ? smartAnswer(query) : undefined,
    related: page === 1 ? relatedSearches(query) : [],
  };
}

/** When a page of results is shown: the results, a Smart Answer, the related searches. */
export function shownMessages(found: Found): object[] {
  const { query, page, total, shown, latency, smart, related } = found;
  const search = {
    query,
    totalHits: total,
    shownHits: shown.length,
    pageNo: page,
    pageSize,
    latency,
    impressions: shown.map((product) => ({ cDocId: addressOf(product), cDocTitle: product.title })),
  };
  const impressions = related.map((relatedSearch, index) => ({ relatedSearch, position: index + 1 }));
  const question = smart && { question: query, answer: smart.answer, is_question: true };
  return [
    { event: 'searchstax_search', searchstax: search },
    ...(question ? [{ event: 'searchstax_questionanswer', searchstax: question }] : []),
    ...(related.length
      ? [
          {
            event: 'searchstax_relatedsearch',
            searchstax: { query, totalHits: related.length, impressions },
          },
        ]
      : []),
  ];
}

/** @param index of the result on its page, from 0 */
export function resultClick({ query, page, total, before, shown }: Found, index: number): object {
  const product = shown[index] as Product;
  const searchstax = {
    query,
    cDocId: addressOf(product),
    cDocTitle: product.title,
    position: before + index + 1,
    pageNo: page,
    shownHits: shown.length,
    totalHits: total,
  };
  return { event: 'searchstax_searchclick', searchstax };
}

export function sourceClick({ query, smart }: Found, href: string): object {
  const searchstax = { href, question: query, answer: smart?.answer };
  return { event: 'searchstax_answersourceclick', searchstax };
}

export function relatedClick({ query, related }: Found, index: number): object {
  const searchstax = { query, relatedSearch: related[index], position: index + 1 };
  return { event: 'searchstax_relatedsearchclick', searchstax };
}

export function satisfaction(score: FormDataEntryValue | null, comments: FormDataEntryValue | null): object {
  return { event: 'searchstax_searchSatisfaction', searchstax: { score, comments } };
}
