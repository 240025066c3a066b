/** What lets a script of another origin read SearchStax's answers, reasons included. */

import type { IncomingMessage } from 'node:http';

type Headers = { [name: string]: string };

export function corsHeaders(): Headers {
  return { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'x-reason' };
}

/** A preflight asks with OPTIONS and names the method that it would use. */
export function isPreflight(request: IncomingMessage): boolean {
  return request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
}

export function preflightHeaders(request: IncomingMessage): Headers {
  const asked = request.headers['access-control-request-headers'];
  return {
    ...corsHeaders(),
    'access-control-allow-methods': 'GET, POST',
    ...(asked && { 'access-control-allow-headers': asked }),
    'access-control-max-age': '600',
  };
}
