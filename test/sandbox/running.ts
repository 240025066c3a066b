import { createPage, type Page, type PageOptions } from '../../src/sandbox/page.ts';
import type { Permissions } from '../../src/sandbox/permissions/index.ts';
import { createSandbox, execute } from '../../src/sandbox/run.ts';

/** Everything that a tag can be allowed, for tests that are not about permissions. */
export const allowed: Permissions = {
  logging: { environments: 'all' },
  send_pixel: { allowedUrls: 'any' },
  read_data_layer: { allowedKeys: 'any' },
  get_cookies: { cookieAccess: 'any' },
  set_cookies: {
    allowedCookies: ['b', 'c'].map((name) => ({
      name,
      domain: '*',
      path: '*',
      secure: 'any',
      session: 'any',
    })),
  },
  access_consent: { consentTypes: [{ consentType: 'analytics_storage', read: true, write: true }] },
  access_globals: {
    keys: ['value', 'back', 'app', 'app.fn', 'queue', 'fn'].map((key) => ({
      key,
      read: true,
      write: true,
      execute: true,
    })),
  },
  inject_script: { urls: ['https://cdn.example.com/*'] },
};

/** Runs code on a page; what it passes to `logToConsole`, declared as `out`, is the result. */
export function run(
  code: string,
  {
    permissions = allowed,
    page = createPage(),
    ...options
  }: PageOptions & { permissions?: Permissions; page?: Page } = {},
): { out: unknown[]; page: Page; error: string | undefined } {
  const on = Object.keys(options).length > 0 ? createPage(options) : page;
  let error: string | undefined;
  try {
    execute(["const out = require('logToConsole');", code], createSandbox({ page: on, permissions }));
  } catch (thrown) {
    error = (thrown as Error).message;
  }
  return {
    get out() {
      return on.console.map(([first]) => first);
    },
    page: on,
    error,
  };
}
