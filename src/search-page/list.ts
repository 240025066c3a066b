import { numberOf, parameter } from './address.ts';
import type { Reading, Result } from './reading.ts';
import type { Setup } from './settings.ts';

/** A result as it was reported. Without a position where nothing says how many come before its page. */
export interface Reported {
  result: Result;
  position: number | undefined;
  pageNo: number | undefined;
  shownHits: number;
}

/** A list as it was reported. */
export interface List {
  query: string;
  ids: string;
  none: string;
  total: number | undefined;
  results: Reported[];
  /** The longest list, or addition to one, that was seen for the query. */
  longest: number;
  latency?: number | undefined;
}

/**
 * How many of the results are those of the list before, in their order, with others after them: what infinite scroll
 * leaves, also where it drops results at the top. With another total it is another list, as after a filter.
 */
function keptIn(results: Result[], before: List, total: number | undefined): number {
  const ids = before.results.map((reported) => reported.result.id);
  const start = results[0] ? ids.indexOf(results[0].id) : -1;
  const kept = ids.length - start;
  const appended =
    start >= 0 &&
    kept < results.length &&
    (total === undefined || before.total === undefined || total === before.total) &&
    results.every((result, index) =>
      index < kept ? result.id === ids[start + index] : ids.indexOf(result.id) < 0,
    );
  return appended ? kept : 0;
}

/** The list of a reading for a query, each result with its place, and how many of them were reported with `before`. */
export function place(
  reading: Reading,
  query: string,
  setup: Setup,
  before: List | undefined,
): { list: List; kept: number } {
  const results = reading.results;
  const earlier = before && before.query === query ? before : undefined;
  const kept = earlier ? keptIn(results, earlier, reading.total) : 0;
  const shownHits = results.length - kept;
  const number = (name: string | undefined) =>
    name ? numberOf(parameter(name, setup.signature)) : undefined;
  const last = earlier && kept ? earlier.results[earlier.results.length - 1] : undefined;
  const longest = Math.max(earlier ? earlier.longest : 0, shownHits);

  const from = reading.range[0] as number;
  const to = reading.range[1] as number;
  const inRange = from > 0 && to <= (reading.total as number) && to - from + 1 >= shownHits;
  const size =
    numberOf(setup.pageSize) ||
    number(setup.sizeParameter) ||
    // A list alone may be the last, shorter page.
    (earlier && earlier.longest ? longest : inRange && to < (reading.total as number) ? to - from + 1 : 0);
  let offset = number(setup.offsetParameter);
  let pageNo = number(setup.pageParameter || 'page,searchstax[page]') || undefined;
  if (last) {
    offset = last.position;
    pageNo = last.pageNo && last.pageNo + 1;
  } else {
    if (offset === undefined && inRange) offset = from - 1;
    if (!pageNo) pageNo = !offset ? 1 : size ? Math.floor(offset / size) + 1 : undefined;
    if (offset === undefined && (pageNo === 1 || size)) offset = ((pageNo as number) - 1) * size;
  }
  return {
    kept: kept,
    list: {
      query: query,
      ids: reading.ids,
      none: reading.none,
      total: results[0] ? reading.total || undefined : 0,
      longest: longest,
      results: results.map((result, index) => {
        const old = index < kept && earlier && earlier.results[earlier.results.length - kept + index];
        return old
          ? { result: result, position: old.position, pageNo: old.pageNo, shownHits: old.shownHits }
          : {
              result: result,
              position: offset === undefined ? undefined : offset + index - kept + 1,
              pageNo: pageNo,
              shownHits: shownHits,
            };
      }),
    },
  };
}
