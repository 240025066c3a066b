/**
 * The first of the parameters that holds something, in the hash before the query string; an empty text where none
 * does. A parameter that is there without a value, in the hash, hides those of the query string: the search was cleared.
 * @param names by commas
 * @param signature what each name begins with, before an underscore
 */
export function parameter(names: string, signature?: string): string {
  const places = [
    // A route may stand before it, as in `#/search?q=boots`.
    location.hash.replace(/^#([^=&]*[?!/])?/, ''),
    location.search,
  ];
  for (let place = 0; place < 2; place++) {
    const held = new URLSearchParams(places[place]);
    let present = false;
    const values = names.split(',').map((name) => {
      const value = held.get((signature ? `${signature}_` : '') + name.trim());
      present = present || value !== null;
      return (value || '').trim();
    });
    const value = values.filter(Boolean)[0];
    if (value || present) return value || '';
  }
  return '';
}

/** A parameter that is a whole number; undefined where it is none. */
export function numberOf(text: string | undefined): number | undefined {
  return text && /^\d{1,9}$/.test(text) ? +text : undefined;
}

/** An address without its fragment, which names a place in the same document, unless it is a route. */
export function withoutFragment(address: string): string {
  return address.replace(/#(?![/!]).*/, '');
}
