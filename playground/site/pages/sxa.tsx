/** The markup of Sitecore SXA's search components; what they show is in the address's hash. */

import { addressOf } from '../products.ts';
import type { PageProps } from './page.ts';

export function Sxa({ found, at }: PageProps) {
  const { query, page, pages, total, shown } = found;
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
            {shown.map((product) => (
              <li key={product.id}>
                <div class="field-title">
                  <a href={addressOf(product)}>{product.title}</a>
                </div>
                <div class="field-content">{product.text}</div>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <nav class="component page-selector" aria-label="Pages of results">
        <ul class="page-selector-list">
          {Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
            <li key={number}>
              <a href={at(query, number)} aria-current={number === page ? 'page' : undefined}>
                {number}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
