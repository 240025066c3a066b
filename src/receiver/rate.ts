/**
 * Counts requests in the second that ends now.
 * @param now the time in milliseconds
 * @returns a function that takes one of the second's `limit` requests: false, and taken from nobody, when none is left
 */
export function rate(now: () => number): (limit: number | null) => boolean {
  let taken: number[] = [];
  return (limit) => {
    if (limit === null) return true;
    const time = now();
    taken = taken.filter((earlier) => time - earlier < 1000);
    if (taken.length >= limit) return false;
    taken.push(time);
    return true;
  };
}
