/** Serves the built playground beside the receiver's endpoints. */

import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';

const folder = new URL('../dist/playground/', import.meta.url);

const types: { [extension: string]: string } = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  tpl: 'text/plain; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** What the build puts there. Nothing else is served. */
const files = [
  ...['index.html', 'playground.js', 'playground.css', 'shared.js', 'icon.svg', 'licenses.txt'],
  ...['site.html', 'site.js'],
  ...['template.tpl', 'companion.js', 'search-page.tpl', 'search-page.js', 'picker.js'],
];

/** The same as the pages' own, and what a page cannot say of itself. */
const headers = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/**
 * The playground's pages, for the receiver's option of that name.
 * @returns whether it answered
 */
export async function servePlayground(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const path = (request.url ?? '').split('?')[0] ?? '';
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const answer = await contentOf(path);
  if (!answer) return false;
  response.writeHead(200, { ...headers, 'content-type': answer.type, 'content-length': answer.body.length });
  response.end(request.method === 'HEAD' ? undefined : answer.body);
  return true;
}

async function contentOf(path: string): Promise<{ body: Buffer; type: string } | undefined> {
  // The page asks who answers its requests: here it is the receiver.
  if (path === '/receiver.json')
    return { body: Buffer.from('{ "answers": true }\n'), type: 'application/json' };
  const file = path.slice(1) || 'index.html';
  const type = types[file.split('.').at(-1) ?? ''];
  if (!files.includes(file) || !type) return undefined;
  return { body: await readFile(new URL(file, folder)), type };
}
