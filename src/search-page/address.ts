/**
 * The first of the parameters that holds something, in the hash before the query string; an empty text where none
 * does. One that is there without a value in the hash hides those of the query string: the search was cleared.
 * @param names by commas
 * @param signature what each name begins with, before an underscore
 */
export function parameter(names: string | undefined, signature?: string): string {
  // A route may stand before it, as in `#/search?q=boots`.
  const places = [location.hash.replace(/^#([^=&]*[?!/])?/, ''), location.search];
  for (let i = 0; names && i < 2; i++) {
    const held = new URLSearchParams(places[i]);
    const each = names.split(',');
    let value: string | null = null;
    for (let j = 0; !value && j < each.length; j++) {
      const found = held.get((signature ? `${signature}_` : '') + (each[j] as string).trim());
      if (found !== null) value = found.trim();
    }
    if (value !== null) return value;
  }
  return '';
}

/** The text as a whole number, NaN for any other. */
export function numberOf(text: string | undefined): number {
  return /^\d{1,9}$/.test(text as string) ? +(text as string) : NaN;
}

/** An address without its fragment, which names a place in the same document, unless it is a route. */
export function withoutFragment(address: string): string {
  return address.replace(/#(?![/!]).*/, '');
}
