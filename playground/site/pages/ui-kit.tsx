/** The markup of SearchStax's UI kits, as in the templates that SearchStax publishes. */

import { addressOf } from '../products.ts';
import type { PageProps } from './page.ts';

export function UiKit({ found, search }: PageProps) {
  const { query, page, pages, total, before, shown, smart, related } = found;
  const range = `${before + 1} - ${before + shown.length}`;
  const turn = (to: number) => (event: Event) => {
    event.preventDefault();
    search(query, to);
  };
  return (
    <div class="searchstax-page-layout-container">
      <h2 class="unseen">Results</h2>
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
          {shown.map((product) => (
            <a
              key={product.id}
              class="searchstax-result-item-link"
              data-searchstax-unique-result-id={`shoe-${product.id}`}
              href={addressOf(product)}
            >
              <div class="searchstax-search-result">
                <h3 class="searchstax-search-result-title">{product.title}</h3>
                <p class="searchstax-search-result-description">{product.text}</p>
              </div>
            </a>
          ))}
        </div>
      </div>
      {related.length > 0 && (
        <div class="searchstax-related-searches-container">
          Related searches:
          {related.map((one) => (
            <button
              key={one}
              type="button"
              class="pill searchstax-related-search-item"
              onClick={() => search(one, 1)}
            >
              {one}
            </button>
          ))}
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
