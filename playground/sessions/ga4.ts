import type { Session } from './session.ts';

const item = (index: number) => ({ item_id: `SKU-${index}`, item_name: `Shoe ${index}`, index });

/** A shop that pushes what GA4 asks for, and nothing else: lists counted from 0, a click on the second page. */
export const ga4: Session = {
  title: "A shop with GA4's events only",
  url: 'https://www.example.com/search',
  pushes: [
    { event: 'view_search_results', search_term: 'boots', items: [0, 1, 2, 3].map(item) },
    { event: 'select_item', search_term: 'boots', ecommerce: { items: [item(2)] } },
    { event: 'view_search_results', search_term: 'boots', items: [10, 11, 12].map(item) },
    { event: 'select_item', search_term: 'boots', ecommerce: { items: [item(12)] } },
  ],
};
