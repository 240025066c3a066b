/**
 * How long the search took, in ms: the duration of the one request by fetch or XHR that ended between these times and
 * whose address contains the query. Undefined where there was none, or several. Times as of `performance.now()`.
 */
export function latencyOf(query: string, after: number, until: number): number | undefined {
  const requests = performance.getEntriesByType
    ? (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
        (request) =>
          /^(fetch|xmlhttprequest)$/.test(request.initiatorType) &&
          request.responseEnd > after &&
          request.responseEnd <= until &&
          contains(request.name, query),
      )
    : [];
  return requests[0] && !requests[1] ? Math.round(requests[0].duration) : undefined;
}

function contains(address: string, query: string): boolean {
  try {
    return decodeURIComponent(address.replace(/\+/g, ' ')).toLowerCase().indexOf(query.toLowerCase()) >= 0;
  } catch (_error) {
    return false;
  }
}
