/** A cookie's attributes, as `document.cookie` takes them. */
export interface CookieOptions {
  domain?: unknown;
  path?: unknown;
  'max-age'?: unknown;
  expires?: unknown;
  secure?: unknown;
  samesite?: unknown;
}

interface Cookie {
  name: string;
  value: string;
  domain: string;
  path: string;
}

export interface CookieJar {
  /** The values of every cookie of that name that the page sees, as stored. */
  values(name: string): string[];
  all(): Record<string, string>;
  /** @returns whether the browser would have kept it */
  set(name: string, value: string, options: CookieOptions, now: number): boolean;
}

/** A browser's cookies as far as one page sees and sets them. @param header as in `document.cookie` */
export function createCookieJar(header: string, page: URL): CookieJar {
  const jar: Cookie[] = [];
  for (const part of header.split(';')) {
    const [name = '', ...rest] = part.split('=');
    if (name.trim()) {
      jar.push({ name: name.trim(), value: rest.join('=').trim(), domain: page.hostname, path: '/' });
    }
  }
  const visible = () => jar.filter(({ path }) => underneath(page.pathname, path));
  return {
    values: (wanted) => visible().flatMap(({ name, value }) => (name === wanted ? [value] : [])),
    all: () => Object.fromEntries(visible().map(({ name, value }) => [name, value])),
    set(name, value, options, now) {
      const domain = domainOf(options.domain, page.hostname);
      if (domain === undefined) return false;
      if (options.secure && page.protocol !== 'https:') return false;
      const path = String(options.path ?? '').startsWith('/')
        ? String(options.path)
        : page.pathname.replace(/(.)\/[^/]*$|\/[^/]*$/, '$1') || '/';
      const at = jar.findIndex((old) => old.name === name && old.domain === domain && old.path === path);
      if (at >= 0) jar.splice(at, 1);
      if (!hasPassed(options, now)) jar.push({ name, value, domain, path });
      return true;
    },
  };
}

/** The page's own host or one above it; undefined for a host that is not the page's. */
function domainOf(option: unknown, host: string): string | undefined {
  if (option === undefined || option === null || option === '' || option === 'none') return host;
  if (option === 'auto') return `.${host.split('.').slice(-2).join('.')}`;
  const domain = String(option).replace(/^\./, '').toLowerCase();
  const fits = host === domain || (host.endsWith(`.${domain}`) && domain.includes('.'));
  return fits ? `.${domain}` : undefined;
}

function hasPassed(options: CookieOptions, now: number): boolean {
  if (options['max-age'] !== undefined) return Number(options['max-age']) <= 0;
  return options.expires !== undefined && Date.parse(String(options.expires)) <= now;
}

function underneath(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
}
