import { HOUR } from './state.ts';

/** What became of one request: the answer's status, or one of those below; and what Retry-After says, ms. */
export type Outcome = [status: number, after?: number];

/** The request has ended, and how is hidden: what `no-cors` tells. */
export const ACCEPTED = 0;
/** There was no answer, as the endpoint could not be reached. */
export const UNREACHED = -1;
/** There was no answer, though the endpoint answers other requests. */
export const LOST = -2;
/** There was an answer, which this page may not read. */
export const UNREADABLE = -3;

/** Browsers carry 64 KB of keepalive bodies at a time; the rest is for the page's other scripts. */
export const LONGEST_BODY = 60000;
/** How long the next look for an answer that can be read waits, ms. */
const LOOK = 1000;
/** Gateways give up after a minute; what is silent for longer is a connection that has died. ms */
const SILENCE = 70000;

/** The form body of an event as SearchStax wants it: Base64 of UTF-8 JSON, in one parameter. */
export function encode(json: string): string {
  // `unescape` turns percent-encoded UTF-8 into the byte string that btoa takes, in native code.
  return `data=${encodeURIComponent(btoa(unescape(encodeURIComponent(json))))}`;
}

/**
 * Posts one event, and finds out what became of it.
 * @param looks how often to look for an answer that can be read, before it is decided that there is none; 0: that is
 *   known already, and the event goes in the mode that at least tells whether there was an answer
 * @param lost told as soon as there will be no answer, before the reason is known
 */
export function send(url: string, body: string, looks: number, lost: () => void): Promise<Outcome> {
  return request(url, body, looks).then(judge, () => {
    lost();
    return isForbidden(url) ? draw(url, body) : looks ? explain(url, looks) : [UNREACHED];
  });
}

/**
 * A request that outlives the page. A failure is told a moment later: a page that is being left may see its requests
 * fail for that reason only, and is gone by then; and the browser reports a forbidden request after it has failed.
 * @param looks 0: the answer is not to be read
 */
export function request(url: string, body: string, looks: number): Promise<Response> {
  const control = new AbortController();
  return new Promise((resolve, reject) => {
    // A server that wakes up later must not count what is sent again.
    const end = setTimeout(() => control.abort(), SILENCE);
    fetch(url, {
      method: 'POST',
      // Form-encoded, and without further headers: no preflight.
      body: new URLSearchParams(body),
      mode: looks ? 'cors' : 'no-cors',
      credentials: 'omit',
      keepalive: true,
      signal: control.signal,
    })
      .then(resolve, () => setTimeout(reject, 50))
      .then(() => clearTimeout(end));
  });
}

function judge(answer: Response): Outcome {
  // Readable only where the endpoint exposes it: seconds, or a date.
  const retry = answer.headers.get('Retry-After') as string;
  const until = Date.parse(retry) - Date.now();
  // A date by a clock that disagrees with this one says nothing.
  return [answer.status, +retry * 1000 || (until > 0 && until <= HOUR ? until : 0)];
}

/**
 * Why was there no answer? A page is told the same of a request that never arrived, and of one that did while CORS
 * hides the answer. Repeating the latter would count the event twice. So the endpoint is asked for an answer to
 * nothing at all, which cannot count: none means that it is out of reach; one that can be read, that only this
 * request was lost; one that cannot be read, that the event's cannot be either. But a gateway that is overloaded often
 * answers without CORS headers, in the place of an endpoint that has them: so it is asked again for a while.
 */
function explain(url: string, looks: number): Promise<Outcome> {
  const look = (): Promise<Outcome> =>
    request(url, '', looks).then(
      () => [LOST],
      () => (--looks ? new Promise((resolve) => setTimeout(resolve, LOOK)).then(look) : [UNREADABLE]),
    );
  return request(url, '', 0).then(look, () => [UNREACHED]);
}

const forbidden: Record<string, boolean> = {};

/** True when this page's own Content Security Policy (`connect-src`) keeps the browser from sending there. */
export function isForbidden(url: string): boolean | undefined {
  return forbidden[url];
}

/** Notes what the page's Content Security Policy refuses. */
export function watchPolicy(): void {
  addEventListener('securitypolicyviolation', (violation) => {
    if (violation.disposition !== 'report') forbidden[violation.blockedURI] = true;
  });
}

/** A page whose policy forbids the request may allow images, which the tag's pixel needs: sent as one, once. */
function draw(url: string, body: string): Outcome {
  new Image().src = `${url}?${body}`;
  return [ACCEPTED];
}
