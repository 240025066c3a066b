import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What became of one request to the track endpoint. */
export interface Arrival {
  at: number;
  id: string;
  method: string;
  /** The status given, or 0 for a connection that was reset. */
  status: number;
}

/** How the endpoint behaves; set by the test while it runs. */
export interface Behaviour {
  /** Answer by count of requests with data, from 0: a status, or 0 to reset the connection after reading. */
  status: (count: number) => number;
  /** ms until the answer. */
  delay: number;
  cors: boolean;
  headers: Record<string, string>;
}

/** A small site with the companion on every page, and a track endpoint on another origin (another port). */
export interface TrackServer {
  site: string;
  endpoint: string;
  behaviour: Behaviour;
  /** Everything that was asked of the endpoint, in order of arrival. */
  arrivals: Arrival[];
  /** The ids of the events that were counted, in order. */
  accepted: () => string[];
  /** Stops listening, and resets what is connected; and starts again on the same port. */
  down: () => Promise<void>;
  up: () => Promise<void>;
  close: () => Promise<void>;
}

export async function startTrackServer(companion: string): Promise<TrackServer> {
  const arrivals: Arrival[] = [];
  const behaviour: Behaviour = { status: () => 204, delay: 0, cors: true, headers: {} };
  const accepted: string[] = [];
  let count = 0;

  const track = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const data = new URLSearchParams(
      request.method === 'GET' ? new URL(request.url ?? '/', 'http://localhost').search : body,
    ).get('data');
    const id = data ? String(JSON.parse(Buffer.from(data, 'base64').toString('utf8')).properties.id) : '';
    const status = data ? behaviour.status(count++) : 422;
    arrivals.push({ at: Date.now(), id, method: request.method ?? '', status });
    if (status >= 200 && status < 300) accepted.push(id);
    const cors = behaviour.cors;
    const headers = behaviour.headers;
    await new Promise((resolve) => setTimeout(resolve, behaviour.delay));
    if (!status) {
      (request.socket as Socket).resetAndDestroy();
      return;
    }
    response.writeHead(status, { ...(cors ? { 'Access-Control-Allow-Origin': '*' } : {}), ...headers });
    response.end();
  };

  const tracker = createServer((request, response) => void track(request, response));
  const site = createServer((request, response) => {
    if (request.url === '/companion.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(companion);
      return;
    }
    const policy: Record<string, string> = request.url?.startsWith('/strict')
      ? { 'Content-Security-Policy': "connect-src 'self'" }
      : {};
    response
      .writeHead(200, { 'Content-Type': 'text/html', ...policy })
      .end(`<!doctype html><title>${request.url}</title><script src="/companion.js"></script>`);
  });
  const sitePort = await listen(site, 0);
  const trackPort = await listen(tracker, 0);
  const down = () =>
    new Promise<void>((resolve) => {
      tracker.close(() => resolve());
      tracker.closeAllConnections();
    });
  return {
    site: `http://localhost:${sitePort}`,
    endpoint: `http://127.0.0.1:${trackPort}/api/v2/track/`,
    behaviour,
    arrivals,
    accepted: () => accepted.slice(),
    down,
    up: async () => {
      await listen(tracker, trackPort);
    },
    close: async () => {
      if (tracker.listening) await down();
      await new Promise((resolve) => {
        site.close(resolve);
        site.closeAllConnections();
      });
    },
  };
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
