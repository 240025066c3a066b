import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Receiver } from '../../src/receiver/index.ts';
import { startReceiver } from '../../src/receiver/index.ts';
import { buildCompanion } from './build.ts';

/** What a page has besides the companion: scripts before it, as site and widgets bring them, and its body. */
export interface Content {
  head?: string;
  body?: string;
  /** A Content-Security-Policy of the site. */
  policy?: string;
}

/** A site with the companion on every page, and SearchStax on another origin (another host name). */
export interface Site {
  /** Without a slash behind it. */
  url: string;
  /** Where events go. */
  endpoint: string;
  searchstax: Receiver;
  /** The events that SearchStax has counted, oldest first. */
  accepted(): unknown[];
  /** What pages pushed to their data layer, as far as it has left them. */
  pushed(): unknown[];
  /** Every page from now on. */
  show(content: Content): void;
  close(): Promise<void>;
}

const companion = await buildCompanion();

/** Each message leaves the page at once, so that it is known also after the page. */
const reporting = `<script>
dataLayer = [];
dataLayer.push = (message) => navigator.sendBeacon('/pushed?' + encodeURIComponent(JSON.stringify(message)));
</script>`;

export async function startSite(): Promise<Site> {
  let content: Content = {};
  const messages: unknown[] = [];
  const pages = (request: IncomingMessage, response: ServerResponse) => {
    const [path, query] = (request.url ?? '').split('?');
    if (path === '/pushed') {
      messages.push(JSON.parse(decodeURIComponent(query ?? '')));
      response.writeHead(204).end();
    } else if (path === '/companion.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(companion);
    } else {
      const { head = '', body = '', policy } = content;
      response
        .writeHead(200, { 'Content-Type': 'text/html', ...(policy && { 'Content-Security-Policy': policy }) })
        .end(
          `<!doctype html><meta charset="utf-8"><title>${path}</title>${reporting}${head}<script src="/companion.js"></script><body>${body}`,
        );
    }
    return true;
  };
  const searchstax = await startReceiver({ pages });
  return {
    url: `http://localhost:${searchstax.port}`,
    endpoint: `${searchstax.url}/api/v2/track/`,
    searchstax,
    accepted: () => searchstax.log.filter(({ verdict }) => verdict === 'accepted').map(({ event }) => event),
    pushed: () => [...messages],
    show: (next) => {
      content = next;
    },
    close: () => searchstax.close(),
  };
}

/** Waits for something outside of any browser: generously, as a loaded machine is no reason to fail. */
export async function until(met: () => boolean, what: () => unknown, ms = 30_000): Promise<void> {
  const end = Date.now() + ms;
  while (!met()) {
    if (Date.now() > end) throw new Error(`Waited ${ms} ms in vain. So far: ${JSON.stringify(what())}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
