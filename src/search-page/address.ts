/**
 * The first of the parameters that the address holds, in the hash before the query string; an empty text where it holds
 * none, or nothing in it.
 * @param names by commas
 * @param signature what each name begins with, before an underscore
 */
export function parameter(names: string | undefined, signature?: string): string {
  let value: string | null = null;
  // A route may stand before the hash's, as in `#/search?q=boots`.
  [location.hash.replace(/^#([^=&]*[?!/])?/, ''), location.search].forEach((place) => {
    const held = new URLSearchParams(place);
    `${names}`.split(',').forEach((name) => {
      if (value === null) value = held.get((signature ? `${signature}_` : '') + name.trim());
    });
  });
  return ((value as string | null) || '').trim();
}

/** An address without its fragment, which names a place in the same document, unless it is a route. */
export function withoutFragment(address: string): string {
  return address.replace(/#(?![/!]).*/, '');
}
