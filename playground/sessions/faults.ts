import type { Session } from './session.ts';

/** What goes wrong on real sites, to see what the tag says about it. */
export const faults: Session = {
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
