import { toSandbox } from '../border.ts';
import type { PermissionName } from '../permissions/index.ts';
import { SandboxArray, type Value } from '../values.ts';
import type { Api, Apis, SharedContext } from './api.ts';
import { queryValues } from './query.ts';

export const parseUrl: Api<SharedContext> = {
  // Whatever is no URL, undefined included, gives undefined.
  call: (_context, given: Value) => {
    const text = String(given);
    const url = parsed(text);
    if (!url) return undefined;
    const { href, origin, protocol, username, password, host, hostname, port, pathname, search, hash } = url;
    const searchParams: Record<string, string | string[]> = {};
    for (const [key, value] of url.searchParams) {
      const known = searchParams[key];
      searchParams[key] = known === undefined ? value : [...[known].flat(), value];
    }
    return toSandbox({
      href,
      origin,
      protocol,
      username,
      password,
      host,
      hostname,
      port,
      pathname,
      search,
      searchParams,
      hash,
    });
  },
};

export const urlApis: Apis = {
  getUrl: part('get_url', (page) => page.url),
  getReferrerUrl: part('get_referrer', (page) => page.referrer),
  getQueryParameters: query('get_url', (page) => page.url),
  getReferrerQueryParameters: query('get_referrer', (page) => page.referrer),
  parseUrl,
};

/** What each component is, by its name in small letters. */
const parts: Readonly<Record<string, (url: URL) => string>> = {
  protocol: (url) => url.protocol.replace(':', ''),
  host: (url) => url.hostname.toLowerCase(),
  port: (url) => url.port || ({ 'https:': '443', 'http:': '80' }[url.protocol] ?? ''),
  path: (url) => (url.pathname.startsWith('/') ? url.pathname : `/${url.pathname}`),
  query: (url) => url.search.slice(1),
  extension: (url) => (/\.([^.]*)$/.exec(url.pathname)?.[1] ?? '').split('/')[0] as string,
  fragment: (url) => url.hash.slice(1),
  url_no_fragment: (url) => url.href.split('#')[0] as string,
};

function part(permission: PermissionName, source: (page: { url: string; referrer: string }) => string): Api {
  return {
    permission,
    // Beyond the component: what templates from GTM's first years still give, as GTM's own example of a permission does.
    args: ['string|undefined', 'boolean|undefined', 'Array|undefined', 'string|undefined'],
    call: (
      { page, assert },
      component?: string | null,
      withoutWww?: boolean,
      defaultPages?: Value,
      queryKey?: string,
    ) => {
      assert(permission, component ?? undefined, queryKey ?? undefined);
      const text = source(page);
      const name = (component ?? '').toLowerCase();
      const read = Object.hasOwn(parts, name) ? parts[name] : undefined;
      if (!read) return text;
      const url = parsed(text);
      if (name === 'query' && queryKey) return queryValues(url?.search ?? '', queryKey)[0];
      // A visit without a referrer has its parts too: empty ones.
      const whole = url ? read(url) : name === 'path' ? '/' : '';
      if (name === 'host' && withoutWww) return whole.replace(/^www\d*\./, '');
      const pages = name === 'path' && defaultPages instanceof SandboxArray ? defaultPages.values : [];
      const [last = ''] = /[^/]*$/.exec(whole) ?? [];
      return pages.includes(last) ? whole.slice(0, whole.length - last.length) : whole;
    },
  };
}

function query(permission: PermissionName, source: (page: { url: string; referrer: string }) => string): Api {
  return {
    permission,
    args: ['string', 'boolean|undefined'],
    call: ({ page, assert }, key: string, all?: boolean) => {
      assert(permission, 'query', key);
      const values = queryValues(parsed(source(page))?.search ?? '', key);
      return toSandbox(all ? values : values[0]);
    },
  };
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
