/** A search page that a server makes: each list is a page of its own, which the browser loads. */

import { addressOf } from '../products.ts';
import type { PageProps } from './page.ts';

export function Server({ found, at }: PageProps) {
  const { query, page, pages, total, before, shown } = found;
  if (!total) return <p class="no-hits">We found nothing for {query}. Is there a typing error in it?</p>;
  return (
    <>
      <p class="summary">
        Results {before + 1}–{before + shown.length} of {total} for <em>{query}</em>
      </p>
      {shown.map((product) => (
        <article key={product.id} class="hit">
          <h2>
            <a href={addressOf(product)}>{product.title}</a>
          </h2>
          <p>{product.text}</p>
        </article>
      ))}
      <nav aria-label="Pages of results">
        {page > 1 && <a href={at(query, page - 1)}>Previous page</a>}{' '}
        {page < pages && <a href={at(query, page + 1)}>Next page</a>}
      </nav>
    </>
  );
}
