import { getDomain } from 'tldts';
import type { IncomingRequest } from './incoming.ts';

/** What the container answered. */
export interface SentResponse {
  statusCode: number;
  /** In lower case; `set-cookie` is a list. */
  headers: Record<string, string | string[]>;
  /** The text; of anything else, its bytes as Base64. */
  body: string | { base64: string };
}

/** The answer while templates still write it. */
export interface OutgoingResponse {
  status: number;
  readonly headers: Map<string, string | string[]>;
  /** Lines of `set-cookie`. */
  readonly cookies: string[];
  body: Buffer;
  /** What went out, once `returnResponse` was called. */
  sent?: SentResponse;
}

/** Options of `setCookie`, by their names in lower case: authors write them in every case. */
export type CookieOptions = Readonly<Record<string, unknown>>;

const SAME_SITE: Readonly<Record<string, string>> = { strict: 'Strict', lax: 'Lax', none: 'None' };

/** A 1x1 transparent GIF. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

export function newResponse(): OutgoingResponse {
  return { status: 200, headers: new Map(), cookies: [], body: Buffer.alloc(0) };
}

export function setPixel(response: OutgoingResponse): void {
  response.status = 200;
  response.body = PIXEL;
  response.headers.set('content-type', 'image/gif');
  response.headers.set('cache-control', 'no-cache');
}

/** Sends what was written so far. Only the first call does anything. */
export function send(response: OutgoingResponse): void {
  if (response.sent) return;
  const text = response.body.toString('utf8');
  const isText = Buffer.from(text, 'utf8').equals(response.body);
  const cookies = [response.headers.get('set-cookie') ?? [], response.cookies].flat();
  response.sent = {
    statusCode: response.status,
    headers: {
      ...Object.fromEntries(response.headers),
      ...(cookies.length > 0 && { 'set-cookie': cookies }),
    },
    body: isText ? text : { base64: response.body.toString('base64') },
  };
}

/** A line of `set-cookie`. */
export function cookieLine(
  name: string,
  value: string,
  options: CookieOptions,
  request: IncomingRequest,
): string {
  const { path, expires, 'max-age': maxAge } = options;
  const domain = domainOf(options, request);
  const sameSite = SAME_SITE[String(options.samesite).toLowerCase()];
  return [
    `${name}=${value}`,
    domain !== undefined && `Domain=${domain}`,
    path !== undefined && `Path=${path}`,
    // max-age wins over expires.
    maxAge !== undefined ? `Max-Age=${maxAge}` : expires !== undefined && `Expires=${expires}`,
    options.secure === true && 'Secure',
    options.httponly === true && 'HttpOnly',
    sameSite !== undefined && `SameSite=${sameSite}`,
  ]
    .filter((part) => typeof part === 'string')
    .join('; ');
}

/** `auto` is the registrable domain of the host that the request's headers name. */
function domainOf({ domain, fallbackdomain }: CookieOptions, request: IncomingRequest): string | undefined {
  if (domain !== 'auto') return domain === undefined || domain === null ? undefined : String(domain);
  const host = request.header('x-forwarded-host') ?? request.header('host') ?? '';
  const found = topLevelDomainPlusOne(host);
  if (found) return found;
  return fallbackdomain === undefined || fallbackdomain === null ? undefined : String(fallbackdomain);
}

/** The registrable domain of a host or URL, as in `example.co.uk`; empty where there is none. */
export function topLevelDomainPlusOne(hostOrUrl: string): string {
  return getDomain(hostOrUrl, { allowPrivateDomains: true }) ?? '';
}
