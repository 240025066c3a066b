/** SearchStax's tracking endpoint: what it answers, in the order in which it would find out. */

import { trackPath, urlLimit } from '../catalogue/tracking-api.ts';
import { checkEvent } from './check.ts';
import { type Answer, type Asked, methodNotAllowed } from './exchange.ts';
import { readPayload } from './payload.ts';
import type { Settings } from './settings.ts';

const formType = 'application/x-www-form-urlencoded';

/** With and without the trailing slash. */
export function isTrack(path: string): boolean {
  return path === trackPath || `${path}/` === trackPath;
}

/**
 * @param withinRate takes one of this second's requests, false when there is none left
 */
export function answerTrack(asked: Asked, settings: Settings, withinRate: () => boolean): Answer {
  if (asked.method !== 'GET' && asked.method !== 'POST') return methodNotAllowed('GET, POST');

  const length = urlLength(asked);
  if (length > urlLimit) {
    return {
      status: 414,
      verdict: 'too long',
      reason: `the URL has ${length} characters of at most ${urlLimit}`,
    };
  }

  const isForm = asked.contentType.split(';')[0]?.trim().toLowerCase() === formType;
  if (asked.method === 'POST' && !isForm)
    return refused({ reason: `a POST's Content-Type must be ${formType}` });

  const payload = readPayload(asked.method === 'POST' ? asked.body : asked.query);
  if (!withinRate()) {
    const reason = `more than ${settings.requestsPerSecond} requests within a second`;
    return { status: 429, verdict: 'limited', reason, event: payload.event };
  }
  if (payload.reason !== undefined) return refused(payload);

  const reason = checkEvent(payload.event, settings.keys);
  return reason
    ? refused({ ...payload, reason })
    : { status: 204, verdict: 'accepted', event: payload.event };
}

function refused(why: { reason?: string; event?: unknown }): Answer {
  return { status: 422, verdict: 'refused', ...why };
}

/** The whole URL as its sender knows it; the endpoint itself is reached by https alone. */
function urlLength({ host, path, query }: Asked): number {
  return `https://${host}${path}${query && '?'}${query}`.length;
}
