/**
 * Runs what may throw, as storage, a page and a vendor's script may not be what they should. Returns what it returns, or
 * undefined where it threw.
 */
export function run<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (_error) {
    // Forbidden, damaged, not ready yet, frozen, or not what its vendor documents.
  }
}
