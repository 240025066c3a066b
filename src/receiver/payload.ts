/** Reads the `data` parameter as strictly as any server may: standard Base64, UTF-8, one JSON object. */

export interface Payload {
  /** The decoded JSON, as far as it could be decoded. */
  event?: unknown;
  /** What is wrong with it. */
  reason?: string;
}

/**
 * @param form a query string or a form-encoded body, without `?`. A `+` in it is a space, as everywhere on the web.
 */
export function readPayload(form: string): Payload {
  const given = new URLSearchParams(form).getAll('data');
  const data = given[0];
  if (!data) return { reason: 'data is missing' };
  if (given.length > 1) return { reason: `data is given ${given.length} times` };
  if (data.includes(' ')) return { reason: 'data holds a space: a + must be percent-encoded as %2B' };
  if (/[-_]/.test(data)) return { reason: 'data is in the URL alphabet of Base64, not the standard one' };
  if (data.length % 4 || !/^[A-Za-z0-9+/]+={0,2}$/.test(data)) return { reason: 'data is not Base64' };
  return parse(Uint8Array.from(atob(data), (character) => character.charCodeAt(0)));
}

function parse(bytes: Uint8Array): Payload {
  let json: string;
  try {
    json = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { reason: 'data is not UTF-8' };
  }
  try {
    const event: unknown = JSON.parse(json);
    return isObject(event) ? { event } : { event, reason: 'data is not a JSON object' };
  } catch {
    return { reason: 'data is not JSON' };
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
