import { element } from '../element.ts';
import type { ResultsOptions } from './results.ts';

/** Related searches; pushes that they were shown, and which one was taken. */
export function relatedBox(
  query: string,
  related: string[],
  { push, search }: Pick<ResultsOptions, 'push' | 'search'>,
): HTMLElement {
  const impressions = related.map((relatedSearch, index) => ({ relatedSearch, position: index + 1 }));
  push({ event: 'searchstax_relatedsearch', searchstax: { query, totalHits: related.length, impressions } });
  const buttons = impressions.map((impression) => {
    const take = () => {
      push({ event: 'searchstax_relatedsearchclick', searchstax: { query, ...impression } });
      search(impression.relatedSearch, 1);
    };
    return element('button', { type: 'button', class: 'pill', onclick: take }, impression.relatedSearch);
  });
  return element(
    'section',
    { class: 'related', 'aria-label': 'Related searches' },
    element('span', { class: 'dim' }, 'Related:'),
    ...buttons,
  );
}
