// ---- Sitecore's pixel ----

import generateRandom from 'generateRandom';
import getTimestampMillis from 'getTimestampMillis';
import getUrl from 'getUrl';
import { cacheBuster, defaultPixelPath } from '../catalogue/sitecore.ts';
import { after, toHost } from './hosts.ts';
import { isBlank, toTrimmedText } from './values.ts';

/** What a pixel's URL is made of: everything before the query, and the query as typed. */
export interface Pixel {
  address: string;
  query: string;
}

/**
 * The pixel that the tag names: a path on the page's own host, or an https URL, which alone leads to another host.
 * Undefined for anything else. A fragment is dropped.
 */
export function readPixel(): Pixel | undefined {
  const typed = isBlank(data.pixelUrl) ? defaultPixelPath : toTrimmedText(data.pixelUrl);
  if (typed === undefined) {
    return undefined;
  }
  const parts = (typed.split('#')[0] as string).split(' ').join('%20').split('?');
  const address = parts[0] as string;
  const query = parts.slice(1).join('?');
  if (after('https://', address) !== undefined) {
    return toHost(address) ? { address: address, query: query } : undefined;
  }
  const isOtherUrl =
    after('//', address) !== undefined || (address.split('/')[0] as string).indexOf(':') >= 0;
  if (isOtherUrl) {
    return undefined;
  }
  const path = address.charAt(0) === '/' ? address : '/' + address;
  // On another port than https's own GTM refuses the request; without it the goal would go to another site.
  const port = getUrl('port');
  return {
    address: 'https://' + getUrl('host') + (port && port !== '443' ? ':' + port : '') + path,
    query: query,
  };
}

/** The pixel's URL for one request: what was typed, the goal, and a number that keeps caches from answering. */
export function pixelUrl(pixel: Pixel, queryKey: string, encodedGoal: string): string {
  const replaced = [queryKey.toLowerCase(), cacheBuster];
  const typed = pixel.query
    .split('&')
    .filter((part) => part !== '' && replaced.indexOf((part.split('=')[0] as string).toLowerCase()) < 0);
  const unique = getTimestampMillis() + '' + generateRandom(100000, 999999);
  return (
    pixel.address + '?' + typed.concat([queryKey + '=' + encodedGoal, cacheBuster + '=' + unique]).join('&')
  );
}
