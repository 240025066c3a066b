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
 * How many results are left of the list before where others were added after them: what infinite scroll does, also
 * where it drops results at the top, as long as most of them stay. With another total it is another list, as after a
 * filter.
 */
export function keptIn(reading: Reading, ids: string, total: number | undefined): number {
  let kept = ids;
  while (reading.ids.indexOf(kept)) kept = kept.slice(kept.indexOf('\n') + 1);
  return kept.length * 2 > ids.length && !(total && reading.sum && total !== reading.sum)
    ? kept.split('\n').length - 1
    : 0;
}

/**
 * The number of the page that is shown, and how many results come before it; NaN where the page does not say.
 * @param longest how many results the longest list has that was seen for the query before, and this one
 */
export function placeOf(reading: Reading, setup: Setup, longest: number): number[] {
  const number = (names: string | undefined) => numberOf(parameter(names, setup.signature));
  const first = reading.count[1] as number;
  const last = reading.count[2] as number;
  // Not another pair of numbers, as in "models 2023-2024".
  const isRange = last - first >= reading.hits.length - 1 && last <= (reading.sum as number);
  const size = numberOf(setup.pageSize) || number(setup.sizeParameter) || longest || NaN;
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
      // Those begin fetch and xmlhttprequest.
      /^[fx]/.test(request.initiatorType) &&
      request.responseEnd > after &&
      request.responseEnd <= until &&
      request.name.indexOf(encodeURIComponent(query)) >= 0,
  );
  return requests[0] && !requests[1] ? Math.round(requests[0].duration) : undefined;
}
