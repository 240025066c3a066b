import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { createPage } from '../../src/sandbox/page.ts';
import type { Permissions } from '../../src/sandbox/permissions/index.ts';
import { createSandbox, dataOf, execute } from '../../src/sandbox/run.ts';

/** One answer of GTM's own runtime. */
interface Case {
  name: string;
  code: string;
  permissions?: Record<string, unknown>;
  out: unknown[];
  error?: string;
  requests?: string[];
}

const { cases } = JSON.parse(
  readFileSync(new URL('../data/sandbox-behaviour.json', import.meta.url), 'utf8'),
) as { cases: Case[] };

test.each(cases)(
  '$name',
  async ({ code, permissions: { keys = [], ...permissions } = {}, out, error, requests }) => {
    const seen: unknown[] = [];
    const page = createPage({
      url: 'https://www.example.com/search/index.html?q=shoes&q=hats#top',
      title: 'Test page',
      cookies: 'a=1; a2=2',
      window: { out: (value: unknown) => void seen.push(written(value)) },
    });
    const sandbox = createSandbox({
      page,
      permissions: {
        logging: { environments: 'all' },
        access_globals: { keys: [...(keys as object[]), { key: 'out', execute: true }] },
        ...permissions,
      } as Permissions,
    });
    const data = dataOf({
      gtmEventId: 1,
      gtmTagId: 1,
      gtmOnSuccess: () => {},
      gtmOnFailure: () => {},
    });
    // Each case has `out` at hand; on a page it would reach it as every template does.
    const setup = "const out = x => { require('callInWindow')('out', x); };";
    let thrown: string | undefined;
    try {
      execute([setup, code], sandbox, { globals: { data } });
    } catch (caught) {
      thrown = (caught as Error).message;
    }
    await page.settled();

    expect(seen).toStrictEqual(out);
    // The name in this one message is whatever GTM's compiler renamed the variable to.
    const comparable = (message?: string) => message?.replace(/(non-function) \S+$/, '$1');
    expect(comparable(thrown)).toBe(comparable(error));
    if (requests) expect(page.requests).toEqual(requests);
  },
);

function written(value: unknown): unknown {
  if (value === undefined) return '[undefined]';
  if (value === Number.POSITIVE_INFINITY) return 'Infinity';
  return Array.isArray(value) ? Array.from(value, written) : value;
}
