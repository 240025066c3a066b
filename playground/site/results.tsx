/** A page of results, with the Smart Answer above it and the related searches below. */

import { addressOf } from './products.ts';
import { type Found, relatedClick, resultClick, sourceClick } from './search.ts';

export interface ResultsProps {
  found: Found;
  push(message: object): void;
  search(query: string, page: number): void;
  /** A link was followed that leads off the page. */
  opened(href: string): void;
}

export function Results(props: ResultsProps) {
  const { found, push, opened } = props;
  const { query, total, before, shown } = found;
  return (
    <>
      <SmartAnswerBox {...props} />
      <p class="count" role="status">
        {total
          ? `${before + 1}–${before + shown.length} of ${total} for “${query}”`
          : `Nothing found for “${query}”.`}
      </p>
      <ol class="results" start={before + 1}>
        {shown.map((product, index) => {
          const href = addressOf(product);
          const follow = (event: Event) => {
            event.preventDefault();
            push(resultClick(found, index));
            opened(href);
          };
          return (
            <li key={href}>
              <a href={href} onClick={follow}>
                {product.title}
              </a>
              <p>{product.text}</p>
            </li>
          );
        })}
      </ol>
      <Pages {...props} />
      <Related {...props} />
    </>
  );
}

function SmartAnswerBox({ found, push, opened }: ResultsProps) {
  if (!found.smart) return null;
  return (
    <section class="smart-answer" aria-label="Smart answer">
      <p>{found.smart.answer}</p>
      <ul class="sources">
        {found.smart.sources.map(({ title, href }) => {
          const follow = (event: Event) => {
            event.preventDefault();
            push(sourceClick(found, href));
            opened(href);
          };
          return (
            <li key={href}>
              <a href={href} onClick={follow}>
                {title}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Pages({ found: { query, page, pages }, search }: ResultsProps) {
  if (pages < 2) return null;
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  return (
    <nav class="pages" aria-label="Pages of results">
      {numbers.map((number) => (
        <button
          key={number}
          type="button"
          aria-label={`Page ${number}`}
          aria-current={number === page ? 'page' : undefined}
          onClick={() => search(query, number)}
        >
          {number}
        </button>
      ))}
    </nav>
  );
}

function Related({ found, push, search }: ResultsProps) {
  if (!found.related.length) return null;
  return (
    <section class="related" aria-label="Related searches">
      <span class="dim">Related:</span>
      {found.related.map((query, index) => {
        const take = () => {
          push(relatedClick(found, index));
          search(query, 1);
        };
        return (
          <button key={query} type="button" class="pill" onClick={take}>
            {query}
          </button>
        );
      })}
    </section>
  );
}
