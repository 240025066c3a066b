/** Recorded sessions, to be played again push by push. */

import { type Session, shoeShop } from '../start/session.ts';

const item = (index: number) => ({ item_id: `SKU-${index}`, item_name: `Shoe ${index}`, index });

/** A shop that pushes what GA4 asks for, and nothing else: lists counted from 0, a click on the second page. */
const ga4: Session = {
  title: "A shop with GA4's events only",
  url: 'https://www.example.com/search',
  pushes: [
    { event: 'view_search_results', search_term: 'boots', items: [0, 1, 2, 3].map(item) },
    { event: 'select_item', search_term: 'boots', ecommerce: { items: [item(2)] } },
    { event: 'view_search_results', search_term: 'boots', items: [10, 11, 12].map(item) },
    { event: 'select_item', search_term: 'boots', ecommerce: { items: [item(12)] } },
  ],
};

const impressions = (count: number, title: string) =>
  Array.from({ length: count }, (_, index) => ({
    cDocId: `https://www.example.com/catalogue/spring/shoes/${index + 1}`,
    cDocTitle: `${title} ${index + 1}`,
  }));

/** More than a URL holds: the tag cuts, and says what. */
const longLists: Session = {
  title: 'Lists and answers that are too long for a URL',
  url: 'https://www.example.com/search',
  pushes: [
    {
      event: 'searchstax_search',
      searchstax: {
        query: 'shoes',
        totalHits: 240,
        impressions: impressions(60, 'A shoe of the spring catalogue'),
      },
    },
    {
      event: 'searchstax_search',
      searchstax: { query: 'обувь', totalHits: 240, impressions: impressions(200, 'Весенние кроссовки') },
    },
    {
      event: 'searchstax_questionanswer',
      searchstax: {
        question: 'What are your terms?',
        answer: 'All our shoes come with our terms, which are long. '.repeat(300),
        is_question: 'true',
      },
    },
  ],
};

/** What goes wrong on real sites, to see what the tag says about it. */
const faults: Session = {
  title: 'What goes wrong: gaps, wrong types, unknown names',
  url: 'https://www.example.com/search',
  pushes: [
    { event: 'searchstax_search', searchstax: { totalHits: 3 } },
    { event: 'searchstax_searchclick', searchstax: { query: 'shoes', cDocId: 'https://www.example.com/1' } },
    { event: 'searchstax_search', searchstax: { query: 'shoes', totalHits: 'many', pageNo: 0 } },
    { event: 'searchstax_searchSatisfaction', searchstax: { score: '11' } },
    { event: 'searchstax_serach', searchstax: { query: 'shoes' } },
    { event: 'newsletter_signup' },
  ],
};

export const sessions: Session[] = [shoeShop, ga4, longLists, faults];
