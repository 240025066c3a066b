/** The receiver's own pages: what it received (/log) and how it answers (/control). */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { State } from './answer.ts';
import type { Asked } from './exchange.ts';
import { reply, replyJson } from './http.ts';
import { logPage, logPageHeaders } from './log-page.ts';
import { changed } from './settings.ts';

type Page = (asked: Asked, request: IncomingMessage, response: ServerResponse, state: State) => void;

/** `METHOD path` of each. */
const pages: { [methodAndPath: string]: Page } = {
  'GET /log': (_asked, request, response, { log }) => {
    const wantsHtml = /\btext\/html\b/.test(request.headers.accept ?? '');
    if (wantsHtml) reply(response, { status: 200, headers: logPageHeaders, body: logPage(log.entries) });
    else replyJson(response, 200, log.entries);
  },
  'DELETE /log': (_asked, _request, response, state) => {
    clear(state);
    reply(response, { status: 204 });
  },
};

const controlPages: { [methodAndPath: string]: Page } = {
  'GET /control': (_asked, _request, response, { settings }) => replyJson(response, 200, settings),
  'POST /control': (asked, _request, response, state) => {
    // A page of another origin cannot send this type without asking first, and it is told no.
    if (!/^application\/json\b/i.test(asked.contentType)) {
      return replyJson(response, 415, { reason: 'the Content-Type must be application/json' });
    }
    try {
      state.settings = changed(state.settings, JSON.parse(asked.body));
      replyJson(response, 200, state.settings);
    } catch (error) {
      const reason = error instanceof SyntaxError ? 'the body is not JSON' : (error as Error).message;
      replyJson(response, 400, { reason });
    }
  },
};

/** Forgets what was received, and with it which media URLs a cache would hold. */
export function clear(state: State): void {
  state.log.clear();
  state.mediaUrls.clear();
}

/**
 * @param withControl whether /control is there
 * @returns the page that answers, undefined when the request is for somebody else
 */
export function deskPage({ method, path }: Asked, withControl: boolean): Page | undefined {
  const asked = `${method} ${path}`;
  return Object.hasOwn(pages, asked)
    ? pages[asked]
    : withControl && Object.hasOwn(controlPages, asked)
      ? controlPages[asked]
      : undefined;
}
