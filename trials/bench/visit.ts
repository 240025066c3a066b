import { createPage, type Page } from '../../src/sandbox/index.ts';

/** The fields of a tag that sends searches. */
export const fields = {
  action: 'route',
  analyticsHost: 'analytics-us.searchstax.com',
  trackingKey: 'k3y',
  consent: 'required',
};

const knownVisitor =
  'searchstax_session_id=aBcDeFgHiJkLmNoPqRsTuVwXy; ms_visitorid=0b9f7f0e-5c1c-4f3d-9c39-2d6b1c7d5b1e';

/** A page, not in preview, on which the visitor, known and having consented, has searched and been shown so many results. */
export function searchedPage(impressions: number, cookies = knownVisitor): Page {
  const page = createPage({
    url: 'https://www.example.com/search/?q=shoes',
    cookies,
    consent: { analytics_storage: 'granted' },
    preview: false,
  });
  page.push(searchWith(impressions));
  return page;
}

function searchWith(impressions: number): { event: string; searchstax: Record<string, unknown> } {
  return {
    event: 'searchstax_search',
    searchstax: {
      query: 'running shoes',
      totalHits: impressions,
      shownHits: impressions,
      pageNo: 1,
      latency: 38,
      language: 'en',
      model: 'default',
      impressions: Array.from({ length: impressions }, (_, index) => ({
        cDocId: `https://www.example.com/shoes/${index + 1}`,
        cDocTitle: `Running shoe number ${index + 1}`,
        position: index + 1,
      })),
    },
  };
}
