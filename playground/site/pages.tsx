/** What was found, in the markup of five kinds of search pages; kinds.ts says how they are read. */

import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Pills } from '../parts.tsx';
import type { KindName } from './kinds.ts';
import { type Found, relatedClick, resultClick, sourceClick } from './shop.ts';

export interface PageProps {
  found: Found;
  /** The address of another list. */
  at(query: string, page: number): string;
  search(query: string, page?: number): void;
  /** To the data layer, where the site pushes. */
  push?(message: object): void;
}

const numbers = (pages: number) => Array.from({ length: pages }, (_, index) => index + 1);
const current = (isCurrent: boolean) => (isCurrent ? 'page' : undefined);

/** The shop's own: a Smart Answer above the list, related searches below. */
export function Shop({ found, search, push }: Omit<PageProps, 'at'>) {
  const { query, page, pages, total, before, shown, smart, related } = found;
  const choose = (suggested: string, index: number) => {
    push?.(relatedClick(found, index));
    search(suggested);
  };
  return (
    <>
      {smart && (
        <section class="smart-answer" aria-label="Smart answer">
          <p>{smart.answer}</p>
          <ul class="sources">
            {smart.sources.map(({ title, href }) => (
              <li key={href}>
                <a href={href} onClick={() => push?.(sourceClick(found, href))}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class={total ? 'count' : 'count nothing'} role="status">
        {total
          ? `${before + 1}–${before + shown.length} of ${total} for “${query}”`
          : `Nothing found for “${query}”.`}
      </p>
      <ol class="results" start={before + 1}>
        {shown.map(({ id, title, text, href }, index) => (
          <li key={id}>
            <a href={href} onClick={() => push?.(resultClick(found, index))}>
              {title}
            </a>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      {pages > 1 && (
        <nav class="my-3.5 flex gap-1" aria-label="Pages of results">
          {numbers(pages).map((number) => (
            <button
              key={number}
              type="button"
              class={`min-w-8 px-2 ${number === page ? 'chosen' : 'quiet'}`}
              aria-label={`Page ${number}`}
              aria-current={current(number === page)}
              onClick={() => search(query, number)}
            >
              {number}
            </button>
          ))}
        </nav>
      )}
      {related.length > 0 && (
        <section class="related" aria-label="Related searches">
          <span class="dim">Related:</span>
          <Pills of={related} choose={choose} />
        </section>
      )}
    </>
  );
}

/** SearchStax's UI kits, as in the templates that SearchStax publishes. */
function UiKit({ found, search }: PageProps) {
  const { query, page, pages, total, before, shown, smart, related } = found;
  const range = `${before + 1} - ${before + shown.length}`;
  const turn = (to: number) => (event: Event) => {
    event.preventDefault();
    search(query, to);
  };
  return (
    <div class="searchstax-page-layout-container">
      <h2 class="sr-only">Results</h2>
      <div class="searchstax-feedback-container">
        {total > 0 && (
          <>
            Showing <b>{range}</b> of <b>{total}</b> results for "<b>{query}</b>"
          </>
        )}
      </div>
      {smart && (
        <div class="searchstax-answer-container">
          <div class="searchstax-answer-title">Smart Answer</div>
          <div class="searchstax-answer-description">{smart.answer}</div>
        </div>
      )}
      {!total && (
        <div class="searchstax-no-results">
          No results for "<b>{query}</b>".
        </div>
      )}
      <div class="searchstax-search-results-container">
        <div class="searchstax-search-results">
          {page === 1 && total > 0 && (
            <div class="searchstax-external-promotion searchstax-search-result">
              <a href="https://www.example.com/sale">
                <h3 class="searchstax-search-result-title">Winter sale</h3>
              </a>
            </div>
          )}
          {shown.map(({ id, title, text, href }) => (
            <a
              key={id}
              class="searchstax-result-item-link"
              data-searchstax-unique-result-id={`shoe-${id}`}
              href={href}
            >
              <div class="searchstax-search-result">
                <h3 class="searchstax-search-result-title">{title}</h3>
                <p class="searchstax-search-result-description">{text}</p>
              </div>
            </a>
          ))}
        </div>
      </div>
      {related.length > 0 && (
        <div class="searchstax-related-searches-container">
          Related searches:
          <Pills of={related} choose={(one) => search(one)} class="searchstax-related-search-item" />
        </div>
      )}
      {pages > 1 && (
        <div class="searchstax-pagination-container">
          {page > 1 && (
            <a class="searchstax-pagination-previous" href="?" onClick={turn(page - 1)}>
              Previous
            </a>
          )}
          <div class="searchstax-pagination-details">{`${range} of ${total}`}</div>
          {page < pages && (
            <a class="searchstax-pagination-next" href="?" onClick={turn(page + 1)}>
              Next
            </a>
          )}
        </div>
      )}
    </div>
  );
}

/** Sitecore SXA's search components; what they show is in the address's hash. */
function Sxa({ found: { query, page, pages, total, shown }, at }: PageProps) {
  return (
    <>
      <div class="component search-results-count">
        <div class="component-content">
          <span class="results-count">{`${total} results`}</span>
        </div>
      </div>
      <div class="component search-results">
        <div class="component-content">
          <ul class="search-result-list">
            {shown.map(({ id, title, text, href }) => (
              <li key={id}>
                <div class="field-title">
                  <a href={href}>{title}</a>
                </div>
                <div class="field-content">{text}</div>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <nav class="component page-selector" aria-label="Pages of results">
        <ul class="page-selector-list">
          {numbers(pages).map((number) => (
            <li key={number}>
              <a href={at(query, number)} aria-current={current(number === page)}>
                {number}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

/** A page that a server makes: each list is a page of its own, which the browser loads. */
function Server({ found: { query, page, pages, total, before, shown }, at }: PageProps) {
  if (!total) return <p class="no-hits">We found nothing for {query}. Is there a typing error in it?</p>;
  return (
    <>
      <p class="summary">
        Results {before + 1}–{before + shown.length} of {total} for <em>{query}</em>
      </p>
      {shown.map(({ id, title, text, href }) => (
        <article key={id} class="hit">
          <h2>
            <a href={href}>{title}</a>
          </h2>
          <p>{text}</p>
        </article>
      ))}
      <nav aria-label="Pages of results">
        {page > 1 && <a href={at(query, page - 1)}>Previous page</a>}{' '}
        {page < pages && <a href={at(query, page + 1)}>Next page</a>}
      </nav>
    </>
  );
}

/** Cards that are one link each, and more of them whenever the visitor has scrolled to the end. */
function Scroll({ found, search }: PageProps) {
  const { query, page, pages, total, shown } = found;
  const end = useRef<HTMLButtonElement>(null);
  const more = () => search(query, page + 1);
  useEffect(() => {
    const observer = new IntersectionObserver(([seen]) => {
      if (seen?.isIntersecting) more();
    });
    if (end.current) observer.observe(end.current);
    return () => observer.disconnect();
  }, [found]);
  if (!total) return <p class="found-none">Nothing here is called {query}.</p>;
  return (
    <>
      <p class="found">{`${total} shoes`}</p>
      <ul class="cards">
        {shown.map(({ id, title, text, href }) => (
          <li key={id} class="card" data-id={`SHOE-${id}`}>
            <h2>{title}</h2>
            <p>{text}</p>
            <a href={href}>Look at it</a>
          </li>
        ))}
      </ul>
      {page < pages && (
        <button type="button" class="quiet" ref={end} onClick={more}>
          More
        </button>
      )}
    </>
  );
}

export const pages: { [name in KindName]: ComponentType<PageProps> } = {
  shop: Shop,
  'ui-kit': UiKit,
  sxa: Sxa,
  server: Server,
  scroll: Scroll,
};
