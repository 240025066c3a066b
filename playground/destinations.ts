/** SearchStax and Sitecore as the page reaches them: the receiver behind HTTP, or its pure parts within the page. */

import { answer, destinationOf, type State } from '../src/receiver/answer.ts';
import type { Answer } from '../src/receiver/exchange.ts';
import { createLog, type Received } from '../src/receiver/log.ts';
import { readPayload } from '../src/receiver/payload.ts';
import { rate } from '../src/receiver/rate.ts';
import { defaultSettings, type Settings } from '../src/receiver/settings.ts';

export interface Request {
  method: 'GET' | 'POST';
  /** As the tag or the companion wrote it: absolute, https. */
  url: string;
  /** Form-encoded. */
  body?: string;
}

/** The status is 0 where no answer came. */
export interface Answered extends Pick<Answer, 'status' | 'verdict' | 'reason' | 'event'> {
  isImage: boolean;
}

export interface Destinations {
  /** Makes the request; never rejects. One that is left hanging never resolves. */
  ask(request: Request): Promise<Answered>;
  /** Changes how they answer. */
  set(changes: Partial<Settings>): Promise<void>;
}

const form = 'application/x-www-form-urlencoded';

const isImage = (contentType: string | null = '') => contentType?.startsWith('image/') ?? false;

/** The receiver's own judgement without its server, for pages that a static host serves. */
export function simulatedDestinations(): Destinations {
  const state: State = {
    settings: defaultSettings,
    log: createLog(Date.now),
    withinRate: rate(Date.now),
    mediaUrls: new Set(),
  };
  return {
    async ask({ method, url, body = '' }) {
      // As long as an answer from nearby takes; at once would be too good to be true.
      await new Promise((resolve) => setTimeout(resolve, 30));
      const { host, pathname: path, search } = new URL(url);
      const destination = destinationOf(path);
      if (!destination) {
        const reason = `neither SearchStax nor Sitecore has ${path}`;
        return { status: 404, verdict: 'not found', reason, isImage: false };
      }
      const contentType = method === 'POST' ? form : '';
      const asked = { method, path, query: search.slice(1), host, contentType, body };
      const { instead, headers, ...outcome } = answer(asked, destination, state);
      if (instead === 'hang') return new Promise<Answered>(() => {});
      return { ...outcome, isImage: isImage(headers?.['content-type']) };
    },
    async set(changes) {
      state.settings = { ...state.settings, ...changes };
    },
  };
}

/** The receiver on the page's own host, asked over HTTP in place of the hosts in the URLs. */
export function servedDestinations(): Destinations {
  const gone = 'the receiver is gone: start it again with npm start';
  return {
    ask: (asked) =>
      askAndLookUp(asked).catch(() => ({ status: 0, verdict: 'failed', reason: gone, isImage: false })),
    async set(changes) {
      const headers = { 'content-type': 'application/json' };
      const response = await request('/control', { method: 'POST', headers, body: JSON.stringify(changes) });
      if (!response.ok) throw new Error(((await response.json()) as { reason: string }).reason);
    },
  };
}

/** Kept before anything maps requests of the companion: these are the page's own. */
const request = window.fetch.bind(window);

/** The answer's headers tell less than the receiver's log: what it understood, and what it made of it. */
async function askAndLookUp(asked: Request): Promise<Answered> {
  const answered = await send(asked);
  const log = await request('/log', { headers: { accept: 'application/json' } });
  const entry = ((await log.json()) as Received[]).findLast((received) => isOf(received, asked));
  const { verdict = answered.verdict, reason = answered.reason, event } = entry ?? {};
  return { ...answered, verdict, reason, event };
}

/** By `fetch`, pixels too: an image element would not tell status and reason. */
async function send({ method, url, body }: Request): Promise<Answered> {
  const { pathname, search } = new URL(url);
  const headers: HeadersInit = method === 'POST' ? { 'content-type': form } : { accept: 'image/*' };
  try {
    const init: RequestInit = { method, body, headers, cache: 'no-store' };
    const response = await request(pathname + search, init);
    return {
      status: response.status,
      verdict: response.ok ? 'accepted' : 'refused',
      reason: response.headers.get('x-reason') ?? undefined,
      isImage: response.ok && isImage(response.headers.get('content-type')),
    };
  } catch {
    return { status: 0, verdict: 'failed', reason: 'the connection was torn down', isImage: false };
  }
}

/** Several requests may be under way: a pixel is known by its URL, a POST by what is in it. */
function isOf(received: Received, { method, url, body }: Request): boolean {
  const { pathname, search } = new URL(url);
  if (received.method !== method || received.url !== pathname + search) return false;
  return !body || JSON.stringify(received.event) === JSON.stringify(readPayload(body).event);
}
