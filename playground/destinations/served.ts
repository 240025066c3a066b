import type { Received } from '../../src/receiver/log.ts';
import { readPayload } from '../../src/receiver/payload.ts';
import type { Answered, Destinations, Request } from './destinations.ts';
import { isImage } from './simulated.ts';

/** Kept before anything maps requests of the companion: these are the page's own. */
const request = window.fetch.bind(window);

/** The receiver on the page's own host, asked over HTTP in place of the hosts in the URLs. */
export function servedDestinations(): Destinations {
  return {
    isSimulated: false,
    ask: (asked) => askAndLookUp(asked).catch(() => gone),
    async set(changes) {
      const response = await request('/control', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(changes),
      });
      if (!response.ok) throw new Error(((await response.json()) as { reason: string }).reason);
    },
  };
}

const gone: Answered = {
  status: 0,
  verdict: 'failed',
  reason: 'the receiver is gone: start it again with npm start',
  isImage: false,
};

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
  const headers: HeadersInit =
    method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : { accept: 'image/*' };
  try {
    const response = await request(pathname + search, { method, body, headers, cache: 'no-store' });
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
function isOf(received: Received, { method, url, body = '' }: Request): boolean {
  const { pathname, search } = new URL(url);
  if (received.method !== method || received.url !== pathname + search) return false;
  return (
    method === 'GET' || !body || JSON.stringify(received.event) === JSON.stringify(readPayload(body).event)
  );
}
