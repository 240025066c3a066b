/** Node's requests and responses, and what the destinations make of them. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Asked } from './exchange.ts';

/** The most that a request's body may hold, in bytes. */
const bodyLimit = 1_000_000;

/** @returns undefined when the body is larger than any honest one */
export async function readRequest(request: IncomingMessage): Promise<Asked | undefined> {
  const body = await readBody(request);
  if (body === undefined) return undefined;
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  return {
    method: request.method ?? 'GET',
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? '' : url.slice(mark + 1),
    host: request.headers.host ?? '',
    contentType: request.headers['content-type'] ?? '',
    body,
  };
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Read to its end also when it is too large, or its sender would never see the answer; but not kept.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= bodyLimit) chunks.push(chunk);
  }
  return size <= bodyLimit ? Buffer.concat(chunks).toString('utf8') : undefined;
}

export interface Reply {
  status: number;
  headers?: { [name: string]: string };
  body?: string | Uint8Array;
  reason?: string;
}

/** Writes an answer; its reason goes into `x-reason`. A 204 has no body, a 422 has none either, as at SearchStax. */
export function reply(response: ServerResponse, { status, headers, body, reason }: Reply): void {
  response.writeHead(status, {
    'cache-control': 'no-store',
    ...headers,
    ...(reason && { 'x-reason': headerText(reason) }),
    ...(status !== 204 && { 'content-length': body === undefined ? 0 : Buffer.byteLength(body) }),
  });
  response.end(body);
}

export function replyJson(response: ServerResponse, status: number, value: unknown): void {
  const body = `${JSON.stringify(value, null, 2)}\n`;
  reply(response, { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body });
}

/** Headers hold ASCII: everything else as JavaScript would escape it, and no more than a line. */
function headerText(text: string): string {
  const escaped = text.replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return escaped.length > 500 ? `${escaped.slice(0, 500)}...` : escaped;
}
