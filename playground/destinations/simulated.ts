import { answer, destinationOf, type State } from '../../src/receiver/answer.ts';
import type { Asked } from '../../src/receiver/exchange.ts';
import { createLog } from '../../src/receiver/log.ts';
import { rate } from '../../src/receiver/rate.ts';
import { defaultSettings } from '../../src/receiver/settings.ts';
import type { Answered, Destinations, Request } from './destinations.ts';

/** The receiver's own judgement without its server, for pages that a static host serves. */
export function simulatedDestinations(): Destinations {
  const state: State = {
    settings: defaultSettings,
    log: createLog(Date.now),
    withinRate: rate(Date.now),
    mediaUrls: new Set(),
  };
  return {
    isSimulated: true,
    async ask(request) {
      // As long as an answer from nearby takes; at once would be too good to be true.
      await new Promise((resolve) => setTimeout(resolve, 30));
      const asked = toAsked(request);
      const destination = destinationOf(asked.path);
      if (!destination) {
        const reason = `neither SearchStax nor Sitecore has ${asked.path}`;
        return { status: 404, verdict: 'not found', reason, isImage: false };
      }
      const outcome = answer(asked, destination, state);
      if (outcome.instead === 'hang') return new Promise<Answered>(() => {});
      const { status, verdict, reason, event, headers } = outcome;
      return { status, verdict, reason, event, isImage: isImage(headers?.['content-type']) };
    },
    async set(changes) {
      state.settings = { ...state.settings, ...changes };
    },
  };
}

function toAsked({ method, url, body = '' }: Request): Asked {
  const { host, pathname, search } = new URL(url);
  return {
    method,
    path: pathname,
    query: search.slice(1),
    host,
    contentType: method === 'POST' ? 'application/x-www-form-urlencoded' : '',
    body,
  };
}

export function isImage(contentType: string | null | undefined): boolean {
  return contentType?.startsWith('image/') ?? false;
}
