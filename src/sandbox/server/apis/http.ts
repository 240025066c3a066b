import { toPage, toSandbox } from '../../border.ts';
import {
  OpaqueValue,
  objectOf,
  SandboxError,
  SandboxFunction,
  SandboxObject,
  type Value,
} from '../../values.ts';
import type { HttpOutcome } from '../answers.ts';
import { callBack, promiseOf, type ServerApi, type ServerApis, type ServerContext } from './api.ts';

/** How long a request waits for its answer unless it says otherwise, in milliseconds. */
const TIMEOUT = 15_000;

/** What the callback form gives as status where there is no answer. */
const CALLBACK_STATUS = { failed: 0, timed_out: -1 };

export const httpApis: ServerApis = {
  sendHttpRequest: sending(true),
  sendHttpGet: sending(false),
};

/**
 * Both forms, told apart by the second argument: `(url, options?, body?)` gives a promise, `(url, callback, options?,
 * body?)` calls back with status, headers and body.
 */
function sending(hasBody: boolean): ServerApi {
  return {
    permission: 'send_http',
    unverified: `that redirects are not followed${hasBody ? ', and whether methods beside GET, POST, PUT and DELETE are taken (here they are)' : ''}`,
    unverifiedWhere: {
      callback:
        'what the form with a callback gives where there is no answer (here status 0, after a time-out -1, headers {})',
      listed: 'that URL patterns match as in web containers',
    },
    call(context, url: Value, ...rest: Value[]) {
      const callback = rest[0] instanceof SandboxFunction ? rest.shift() : undefined;
      const [options, body] = rest;
      if (typeof url !== 'string' || !isOptional(options) || !isBody(body)) {
        throw new SandboxError(
          `${hasBody ? 'sendHttpRequest' : 'sendHttpGet'} takes a URL, ${callback ? 'a callback, ' : ''}an object of options${hasBody ? ' and a body, which is text' : ''}.`,
        );
      }
      context.assert('send_http', url);
      const answer = send(context, url, options ?? undefined, hasBody ? (body ?? undefined) : undefined);
      if (!callback) {
        return promiseOf(
          context,
          answer.then((outcome) => {
            if (typeof outcome === 'string') throw objectOf({ reason: outcome });
            return toSandbox(outcome);
          }),
        );
      }
      context.page.pending.wait(answer, (outcome) => {
        if (typeof outcome === 'string') {
          callBack(context, callback, [CALLBACK_STATUS[outcome], new SandboxObject()]);
        } else callBack(context, callback, [outcome.statusCode, toSandbox(outcome.headers), outcome.body]);
      });
      return undefined;
    },
  };
}

interface Answered {
  statusCode: number;
  headers: Record<string, unknown>;
  body: string | undefined;
}

/** Sends a request: what the scenario says comes when it says, or not in time. */
function send(
  { page }: ServerContext,
  url: string,
  options: SandboxObject | undefined,
  body: string | undefined,
): Promise<Answered | 'failed' | 'timed_out'> {
  const method = String(options?.get('method') ?? 'GET').toUpperCase();
  const authorization = options?.get('authorization');
  page.sent.push({
    method,
    url,
    headers: (toPage(options?.get('headers')) ?? {}) as Record<string, unknown>,
    ...(body !== undefined && { body }),
    ...(authorization instanceof OpaqueValue && { authorization: authorization.value }),
  });
  const outcome: HttpOutcome = page.answers.http(url);
  const timeout = Number(options?.get('timeout') ?? TIMEOUT);
  const delay = typeof outcome === 'string' ? (outcome === 'failed' ? 0 : timeout) : (outcome.delay ?? 0);
  return new Promise((resolve) => {
    page.pending.later(
      () => {
        if (typeof outcome === 'string') resolve(outcome);
        else resolve(delay > timeout ? 'timed_out' : answered(outcome));
      },
      Math.min(delay, timeout),
    );
  });
}

function answered({ statusCode = 200, headers = {}, body = '' }: Exclude<HttpOutcome, string>): Answered {
  const lower = Object.entries(headers).map(([name, value]): [string, unknown] => {
    const key = name.toLowerCase();
    return [key, key === 'set-cookie' ? [value].flat() : [value].flat().join(', ')];
  });
  return { statusCode, headers: Object.fromEntries(lower), body };
}

/** Authors pass null for a request without a body. */
function isBody(body: Value): body is string | null | undefined {
  return body === undefined || body === null || typeof body === 'string';
}

function isOptional(options: Value): options is SandboxObject | null | undefined {
  return options === undefined || options === null || options instanceof SandboxObject;
}
