/**
 * Stand-ins for the two destinations, as one HTTP server: SearchStax's tracking endpoint and Sitecore's media handler.
 * They answer as the real ones do, check what they are sent against the wire contract, and keep a log.
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answer, destinationOf, type State } from './answer.ts';
import { corsHeaders, isPreflight, preflightHeaders } from './cors.ts';
import { clear, deskPage } from './desk.ts';
import type { Asked } from './exchange.ts';
import { readRequest, reply } from './http.ts';
import { listen } from './listen.ts';
import { createLog, type Received } from './log.ts';
import { rate } from './rate.ts';
import { changed, type Destination, defaultSettings, type Settings } from './settings.ts';

export { checkEvent } from './check.ts';
export { trackContract } from './contract.ts';
export type { Verdict } from './exchange.ts';
export type { Received } from './log.ts';
export type { Destination, Failure, Goal, Settings } from './settings.ts';

export interface Options extends Partial<Settings> {
  /** 0, the default: any that is free. */
  port?: number;
  /** The address to listen on; by default this machine alone can reach it. */
  host?: string;
  /** Whether settings can be read and changed over HTTP: `GET` and `POST /control`, JSON. */
  control?: boolean;
  /** Is offered whatever else is asked for, its body read already; true: it answers. */
  pages?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
  /** The time in milliseconds. */
  now?: () => number;
}

export interface Receiver {
  /** `http://127.0.0.1:4321`, without a slash behind it. */
  url: string;
  port: number;
  /** What was received, oldest first; the list itself, which grows. */
  log: Received[];
  /** Changes some settings; throws an error that names what is wrong with them. */
  set(changes: Partial<Settings>): void;
  /** Forgets what was received. */
  clear(): void;
  /** Ends it, and every connection with it. */
  close(): Promise<void>;
}

/** The longest request line and headers that are read at all, in bytes: a URL that is too long must get its answer. */
const maxHeaderSize = 1_000_000;

/**
 * Starts the receiver.
 * @throws an error that says what to do when the port is taken or a setting is wrong
 */
export async function startReceiver(options: Options = {}): Promise<Receiver> {
  const { port = 0, host = '127.0.0.1', control = false, pages, now = Date.now, ...settings } = options;
  const state: State = {
    settings: changed(defaultSettings, settings),
    log: createLog(now),
    withinRate: rate(now),
    mediaUrls: new Set(),
  };

  const server = createServer({ maxHeaderSize }, (request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const status = error.code === 'HPE_HEADER_OVERFLOW' ? '414 URI Too Long' : '400 Bad Request';
    if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await readRequest(request);
    if (!asked) return reply(response, { status: 413, headers: { connection: 'close' } });

    const destination = destinationOf(asked.path);
    if (destination) return serveDestination(asked, destination, request, response);

    const page = deskPage(asked, control);
    if (page) return page(asked, request, response, state);
    if (!(await pages?.(request, response))) serveNothing(asked, response);
  }

  async function serveDestination(
    asked: Asked,
    destination: Destination,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const withCors = destination === 'SearchStax' && state.settings.cors;
    if (isPreflight(request)) {
      return reply(response, { status: 204, headers: withCors ? preflightHeaders(request) : {} });
    }
    const outcome = answer(asked, destination, state);
    if (state.settings.delay) await wait(state.settings.delay, undefined, { ref: false });
    if (outcome.instead === 'hang') return;
    if (outcome.instead === 'reset') return void request.socket.resetAndDestroy();
    reply(response, { ...outcome, headers: { ...outcome.headers, ...(withCors && corsHeaders()) } });
  }

  function serveNothing({ method, path, query }: Asked, response: ServerResponse): void {
    if (path === '/') {
      reply(response, { status: 302, headers: { location: '/log' } });
      return;
    }
    const reason = `neither SearchStax nor Sitecore has ${path}`;
    const url = path + (query && `?${query}`);
    state.log.add({ destination: 'none', method, url, status: 404, verdict: 'not found', reason });
    reply(response, { status: 404, reason });
  }

  const openPort = await listen(server, port, host);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${openPort}`,
    port: openPort,
    log: state.log.entries,
    set: (changes) => {
      state.settings = changed(state.settings, changes);
    },
    clear: () => clear(state),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
