import { expect, test } from '@jest/globals';
import { openSearch, results } from './reading.ts';

/** What the browser measured of a request that ended just before the list appeared. */
interface Request {
  name: string;
  initiatorType?: string;
  /** In milliseconds; the page is at 1000 when the reader starts. */
  ended?: number;
}

/** The latency of the search that is pushed when the list of a query comes 1.2 s after its page. */
async function latencyOf(query: string, ...requests: Request[]) {
  const page = openSearch('<p class="count"></p><ul class="list"></ul>', `/search?q=${query}`);
  const measured = requests.map(({ name, initiatorType = 'fetch', ended = 2100 }) =>
    Object.assign({} as PerformanceEntry, { name, initiatorType, responseEnd: ended, duration: 87.5 }),
  );
  page.window.performance.getEntriesByType = (type) => (type === 'resource' ? measured : []);
  await page.pass(1200);
  page.at('.count').textContent = '42 results';
  page.at('.list').innerHTML = results(1, 3);
  await page.pass(1000);
  const [event, properties] = page.news()[0] ?? [];
  expect(event).toBe('search');
  return properties?.latency;
}

const api = 'https://search.example.com/select';

test.each([
  ['by fetch', 'boots', { name: `${api}?q=boots&rows=10` }],
  ['by XMLHttpRequest', 'boots', { name: `${api}?q=boots`, initiatorType: 'xmlhttprequest' }],
  ['with spaces as %20', 'red+boots', { name: `${api}?q=red%20boots` }],
  ['with spaces as +', 'red+boots', { name: `${api}?q=red+boots` }],
  ['with letters that are no ASCII', 'gr%C3%B6%C3%9Fe', { name: `${api}?q=gr%C3%B6%C3%9Fe` }],
])('is how long the one request with the query took, %s', async (_how, query, request) => {
  expect(await latencyOf(query, request, { name: `${api}?q=other` })).toBe(87.5);
});

test.each([
  ['no request names the query', [{ name: `${api}?q=other` }]],
  ['two do', [{ name: `${api}?q=boots` }, { name: `${api}/facets?q=boots` }]],
  ['it is a picture', [{ name: 'https://www.example.com/boots.png', initiatorType: 'img' }]],
  ['it ended after the list was seen', [{ name: `${api}?q=boots`, ended: 9000 }]],
])('is left out where %s', async (_why, requests) => {
  expect(await latencyOf('boots', ...requests)).toBeUndefined();
});
