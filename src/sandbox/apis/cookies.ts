import { toPage, toSandbox } from '../border.ts';
import type { SandboxObject } from '../values.ts';
import type { Apis } from './api.ts';

/** Longer values are cut, without a word. */
const LONGEST_VALUE = 1200;

export const cookieApis: Apis = {
  getCookieValues: {
    // Decoding is strict: a value that is not percent-encoding is an error that aborts the code.
    permission: 'get_cookies',
    args: ['string', 'boolean|undefined'],
    call({ page, assert }, name: string, decode?: boolean) {
      assert('get_cookies', name);
      const values = page.jar.values(name);
      return toSandbox(decode === false ? values : values.map(decodeURIComponent));
    },
  },
  setCookie: {
    permission: 'set_cookies',
    args: ['string', 'string|undefined', 'Object|undefined', 'boolean|undefined'],
    call(
      { page, assert },
      name: string,
      value: string | null | undefined,
      options?: SandboxObject,
      encode?: boolean,
    ) {
      const given = (toPage(options) ?? {}) as Record<string, unknown>;
      assert('set_cookies', name, given);
      // Without a value the cookie is deleted.
      if (value === undefined || value === null) {
        page.jar.set(name, '', { ...given, 'max-age': 0 }, page.now());
        return undefined;
      }
      const written = encode === false ? value : encodeURIComponent(value);
      page.jar.set(name, written.slice(0, LONGEST_VALUE), given, page.now());
      return undefined;
    },
  },
  readAnalyticsStorage: {
    permission: 'read_analytics_storage',
    args: ['Object|undefined'],
    call({ page, assert }, options?: SandboxObject) {
      assert('read_analytics_storage');
      const prefix = String(options?.get('cookie_prefix') ?? '');
      const cookies = Object.entries(page.jar.all());
      const client = /^GA\d\.\d+\.(.+)$/.exec(page.jar.values(`${prefix}_ga`)[0] ?? '')?.[1];
      const sessions = cookies.flatMap(([name, value]) => {
        const id = name.startsWith(`${prefix}_ga_`) ? name.slice(prefix.length + 4) : undefined;
        const [, session, number] = /^GS\d\.\d+\.s?(\d+)[.$]o?(\d+)/.exec(value) ?? [];
        return id && session
          ? [{ measurement_id: `G-${id}`, session_id: session, session_number: Number(number) }]
          : [];
      });
      return toSandbox(client ? { client_id: client, sessions } : { sessions });
    },
  },
};
