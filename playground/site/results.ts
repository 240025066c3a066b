import { element } from '../element.ts';
import { answerBox } from './answer.ts';
import { smartAnswer } from './answers.ts';
import { addressOf, findProducts, relatedSearches } from './products.ts';
import { relatedBox } from './related.ts';

export const pageSize = 10;

export interface ResultsOptions {
  query: string;
  /** From 1. */
  page: number;
  push(message: object): void;
  search(query: string, page: number): void;
  /** A link was followed that leads off the page. */
  opened(href: string): void;
}

/** A page of results with what belongs to it; pushes what it shows. */
export function results(options: ResultsOptions): HTMLElement[] {
  const { query, page, push } = options;
  const started = performance.now();
  const found = findProducts(query);
  const first = (page - 1) * pageSize;
  const shown = found.slice(first, first + pageSize);
  const smart = page === 1 ? smartAnswer(query) : undefined;
  const related = page === 1 ? relatedSearches(query) : [];

  push({
    event: 'searchstax_search',
    searchstax: {
      query,
      totalHits: found.length,
      shownHits: shown.length,
      pageNo: page,
      pageSize,
      latency: Math.round((performance.now() - started) * 10) / 10,
      impressions: shown.map((product) => ({ cDocId: addressOf(product), cDocTitle: product.title })),
    },
  });

  const items = shown.map((product, index) => {
    const href = addressOf(product);
    const click = {
      query,
      cDocId: href,
      cDocTitle: product.title,
      position: first + index + 1,
      pageNo: page,
      shownHits: shown.length,
      totalHits: found.length,
    };
    const follow = (event: Event) => {
      event.preventDefault();
      push({ event: 'searchstax_searchclick', searchstax: click });
      options.opened(href);
    };
    return element(
      'li',
      {},
      element('a', { href, onclick: follow }, product.title),
      element('p', {}, product.text),
    );
  });

  return [
    ...(smart ? [answerBox(query, smart, options)] : []),
    element('p', { class: 'count', role: 'status' }, countOf(found.length, query, first, shown.length)),
    element('ol', { class: 'results', start: first + 1 }, ...items),
    ...(found.length > pageSize ? [pages(found.length, options)] : []),
    ...(related.length ? [relatedBox(query, related, options)] : []),
  ];
}

function countOf(total: number, query: string, first: number, shown: number): string {
  if (!total) return `Nothing found for “${query}”.`;
  return `${first + 1}–${first + shown} of ${total} for “${query}”`;
}

function pages(total: number, { query, page, search }: ResultsOptions): HTMLElement {
  const numbers = Array.from({ length: Math.ceil(total / pageSize) }, (_, index) => index + 1);
  const buttons = numbers.map((number) =>
    element(
      'button',
      {
        type: 'button',
        'aria-label': `Page ${number}`,
        'aria-current': number === page && 'page',
        onclick: () => search(query, number),
      },
      number,
    ),
  );
  return element('nav', { class: 'pages', 'aria-label': 'Pages of results' }, ...buttons);
}
