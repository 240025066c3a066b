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
  const { found, push } = props;
  const { query, total, before, shown } = found;
  const range = `${before + 1}–${before + shown.length} of ${total} for “${query}”`;
  return (
    <>
      <SmartAnswerBox {...props} />
      <p class={total ? 'count' : 'count nothing'} role="status">
        {total ? range : `Nothing found for “${query}”.`}
      </p>
      <ol class="results" start={before + 1}>
        {shown.map((product, index) => (
          <li key={product.id}>
            <Link {...props} to={addressOf(product)} clicked={() => push(resultClick(found, index))}>
              {product.title}
            </Link>
            <p>{product.text}</p>
          </li>
        ))}
      </ol>
      <Pages {...props} />
      <Related {...props} />
    </>
  );
}

interface LinkProps extends Pick<ResultsProps, 'opened'> {
  to: string;
  /** Before it leads off the page. */
  clicked(): void;
  children: string;
}

function Link({ to, clicked, opened, children }: LinkProps) {
  const follow = (event: Event) => {
    event.preventDefault();
    clicked();
    opened(to);
  };
  return (
    <a href={to} onClick={follow}>
      {children}
    </a>
  );
}

function SmartAnswerBox(props: ResultsProps) {
  const { found, push } = props;
  if (!found.smart) return null;
  return (
    <section class="smart-answer" aria-label="Smart answer">
      <p>{found.smart.answer}</p>
      <ul class="sources">
        {found.smart.sources.map(({ title, href }) => (
          <li key={href}>
            <Link {...props} to={href} clicked={() => push(sourceClick(found, href))}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Pages({ found: { query, page, pages }, search }: ResultsProps) {
  if (pages < 2) return null;
  return (
    <nav class="pages" aria-label="Pages of results">
      {Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
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
  const take = (index: number, query: string) => {
    push(relatedClick(found, index));
    search(query, 1);
  };
  return (
    <section class="related" aria-label="Related searches">
      <span class="dim">Related:</span>
      {found.related.map((query, index) => (
        <button key={query} type="button" class="pill" onClick={() => take(index, query)}>
          {query}
        </button>
      ))}
    </section>
  );
}
