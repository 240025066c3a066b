import { toSandbox } from '../border.ts';
import type { PermissionName } from '../permissions/index.ts';
import type { Api, Apis } from './api.ts';

export const urlApis: Apis = {
  getUrl: part('get_url', (page) => page.url),
  getReferrerUrl: part('get_referrer', (page) => page.referrer),
  getQueryParameters: query('get_url', (page) => page.url),
  getReferrerQueryParameters: query('get_referrer', (page) => page.referrer),
  parseUrl: {
    args: ['string'],
    call: (_context, text: string) => {
      const url = parsed(text);
      if (!url) return undefined;
      const { href, origin, protocol, username, password, host, hostname, port, pathname, search, hash } =
        url;
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
  },
};

const parts: Readonly<Record<string, (url: URL) => string>> = {
  protocol: (url) => url.protocol.replace(':', ''),
  host: (url) => url.hostname.toLowerCase(),
  port: (url) => url.port || ({ 'https:': '443', 'http:': '80' }[url.protocol] ?? ''),
  path: (url) => (url.pathname.startsWith('/') ? url.pathname : `/${url.pathname}`),
  query: (url) => url.search.slice(1),
  extension: (url) => /\.([^./]*)$/.exec(url.pathname)?.[1] ?? '',
  fragment: (url) => url.hash.slice(1),
};

function part(permission: PermissionName, source: (page: { url: string; referrer: string }) => string): Api {
  return {
    permission,
    args: ['string|undefined'],
    call: ({ page, assert }, component?: string | null) => {
      assert(permission, component ?? undefined);
      const text = source(page);
      if (!component) return text;
      const url = parsed(text);
      const read = Object.hasOwn(parts, component) ? parts[component] : undefined;
      return url && read ? read(url) : undefined;
    },
  };
}

function query(permission: PermissionName, source: (page: { url: string; referrer: string }) => string): Api {
  return {
    permission,
    args: ['string', 'boolean|undefined'],
    call: ({ page, assert }, key: string, all?: boolean) => {
      assert(permission, 'query', key);
      const values = parsed(source(page))?.searchParams.getAll(key) ?? [];
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
