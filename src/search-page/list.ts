import { numberOf, parameter } from './address.ts';
import type { Reading } from './reading.ts';
import type { Setup } from './settings.ts';

/** A result as it was reported. Without a position where nothing says how many results come before its page. */
export interface Shown {
  cDocId: string;
  cDocTitle: string;
  position: number | undefined;
  pageNo: number | undefined;
  totalHits: number | undefined;
}

/**
 * How many of the results are those of the list before, in their order, with others after them: what infinite scroll
 * leaves, also where it drops results at the top.
 */
export function keptIn(reading: Reading, before: Shown[]): number {
  const ids = before.map((shown) => shown.cDocId);
  const kept = ids.length - ids.indexOf(reading.hits[0] ? reading.hits[0].docId : '');
  const total = before[0] && before[0].totalHits;
  return kept < reading.hits.length &&
    // With another total it is another list, as after a filter.
    !(total && reading.sum && total !== reading.sum) &&
    reading.hits.every(
      (hit, index) => ids.indexOf(hit.docId) === (index < kept ? ids.length - kept + index : -1),
    )
    ? kept
    : 0;
}

/**
 * The number of the page that is shown, and how many results come before it; NaN where the page does not say.
 * @param longest how many results the longest list has that was seen for the query before, and this one
 */
export function placeOf(reading: Reading, setup: Setup, longest: number): number[] {
  const number = (names: string | undefined) => numberOf(parameter(names, setup.signature));
  const first = reading.range[0] as number;
  const shown = (reading.range[1] as number) - first + 1;
  // Not another pair of numbers, as in "models 2023-2024".
  const isRange = shown >= reading.hits.length && first + shown - 1 <= (reading.sum as number);
  const size =
    numberOf(setup.pageSize) ||
    number(setup.sizeParameter) ||
    longest ||
    // The last page may be shorter.
    (isRange && first + shown <= (reading.sum as number) ? shown : NaN);
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
  const requests = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
    (request) =>
      /^(fetch|xml)/.test(request.initiatorType) &&
      request.responseEnd > after &&
      request.responseEnd <= until &&
      request.name.replace(/\+/g, '%20').indexOf(encodeURIComponent(query)) >= 0,
  );
  return requests[0] && !requests[1] ? Math.round(requests[0].duration) : undefined;
}
