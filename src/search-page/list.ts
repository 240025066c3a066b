import { numberOf, parameter } from './address.ts';
import type { Reading } from './reading.ts';
import type { Setup } from './settings.ts';

/** What a click on a result tells. Without a position where nothing says how many results come before its page. */
export interface Click {
  query: string;
  cDocId: string;
  cDocTitle: string;
  position: number | undefined;
  pageNo: number | undefined;
  totalHits: number | undefined;
  shownHits: number;
  latency: number | undefined;
}

/**
 * How many of the results are those of the list before, in their order, with others after them: what infinite scroll
 * leaves, also where it drops results at the top.
 */
export function keptIn(reading: Reading, before: Click[]): number {
  const hits = reading.hits;
  const ids = before.map((click) => click.cDocId);
  const start = hits[0] ? ids.indexOf(hits[0].id) : -1;
  const kept = ids.length - start;
  const total = reading.count[0] as number;
  return start >= 0 &&
    kept < hits.length &&
    // With another total it is another list, as after a filter.
    !(total >= 0 && ((before[0] as Click).totalHits || total) !== total) &&
    hits.every((hit, index) => (index < kept ? hit.id === ids[start + index] : ids.indexOf(hit.id) < 0))
    ? kept
    : 0;
}

/**
 * The number of the page that is shown, and how many results come before it; NaN where the page does not say.
 * @param longest how many results the longest list has that was seen for the query before, and this one
 */
export function placeOf(reading: Reading, setup: Setup, longest: number): number[] {
  const number = (names: string | undefined) => numberOf(parameter(names, setup.signature));
  const total = reading.count[0] as number;
  const first = reading.count[1] as number;
  const last = reading.count[2] as number;
  const isRange = first > 0 && last <= total && last - first + 1 >= reading.hits.length;
  const size =
    numberOf(setup.pageSize) ||
    number(setup.sizeParameter) ||
    longest ||
    // The last page may be shorter.
    (isRange && last < total ? last - first + 1 : NaN);
  let offset = number(setup.offsetParameter);
  if (!(offset >= 0) && isRange) offset = first - 1;
  const pageNo =
    number(setup.pageParameter || 'page,searchstax[page]') ||
    (offset > 0 ? Math.floor(offset / size) + 1 : 1);
  return [pageNo, offset >= 0 ? offset : pageNo > 1 ? (pageNo - 1) * size : 0];
}

/**
 * How long the search took, in ms: the duration of the one request by fetch or XHR that ended between these times and
 * whose address contains the query. Undefined where there was none, or several. Times as of `performance.now()`.
 */
export function latencyOf(query: string, after: number, until: number): number | undefined {
  const part = encodeURIComponent(query).toLowerCase();
  const requests = performance.getEntriesByType
    ? (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
        (request) =>
          /^(fetch|xml)/.test(request.initiatorType) &&
          request.responseEnd > after &&
          request.responseEnd <= until &&
          request.name.replace(/\+/g, '%20').toLowerCase().indexOf(part) >= 0,
      )
    : [];
  return requests[0] && !requests[1] ? Math.round(requests[0].duration) : undefined;
}
