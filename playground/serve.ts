/** Serves the built playground beside the receiver's endpoints. */

import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';

const folder = new URL('../dist/playground/', import.meta.url);

/** By path: the file and its type. Nothing else is served. */
const files: { [path: string]: [file: string, type: string] } = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/playground.js': ['playground.js', 'text/javascript; charset=utf-8'],
  '/companion.js': ['companion.js', 'text/javascript; charset=utf-8'],
  '/playground.css': ['playground.css', 'text/css; charset=utf-8'],
  '/icon.svg': ['icon.svg', 'image/svg+xml'],
  '/template.tpl': ['template.tpl', 'text/plain; charset=utf-8'],
  '/search-page.tpl': ['search-page.tpl', 'text/plain; charset=utf-8'],
  '/search-page.js': ['search-page.js', 'text/javascript; charset=utf-8'],
  '/licenses.txt': ['licenses.txt', 'text/plain; charset=utf-8'],
};

/** The same as the page's own, and what a page cannot say of itself. */
const headers = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
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
  const [file, type] = (Object.hasOwn(files, path) && files[path]) || [];
  if (!file || !type) return undefined;
  return { body: await readFile(new URL(file, folder)), type };
}
