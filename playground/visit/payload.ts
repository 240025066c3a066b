import { trackPath } from '../../src/catalogue/tracking-api.ts';
import { readPayload } from '../../src/receiver/payload.ts';

/** Whether a URL is SearchStax's endpoint. */
export function isTrack(url: string): boolean {
  return URL.canParse(url) && new URL(url).pathname === trackPath;
}

/** The event within a request to SearchStax; undefined for every other request. */
export function readTrack(url: string): unknown {
  return isTrack(url) ? readPayload(new URL(url).search.slice(1)).event : undefined;
}
