/**
 * The values of a key in a query, decoded. GTM takes the query apart by hand and decodes strictly: a broken escape in
 * any key, or in a value of this one, is an error that aborts the code.
 *
 * @param search as in `location.search`
 * @throws URIError
 */
export function queryValues(search: string, wanted: string): string[] {
  const pairs = search.replace('?', '').split('&');
  return pairs.flatMap((pair) => {
    const [key = '', ...value] = pair.split('=');
    return decoded(key) === wanted ? [decoded(value.join('='))] : [];
  });
}

function decoded(text: string): string {
  return decodeURIComponent(text.replace(/\+/g, ' '));
}
