const KEY = /^[a-z$_][\w-$]*$/i;
const KEY_PATTERN = /^(?:[a-z_$][a-z-_$0-9]*\.)*[a-z_$][a-z-_$0-9]*(?:\.\*)?$/i;

/**
 * Whether a data layer key is one of the patterns: an exact key, or a key with a trailing `.*` for it and all below.
 *
 * @throws an Error when an invalid pattern is reached
 */
export function matchesKey(key: string, patterns: readonly string[]): boolean {
  const valid = key !== '' && key.split('.').every((part) => KEY.test(part));
  return patterns.some((pattern) => {
    if (!isKeyPattern(pattern)) throw new Error(`Invalid key pattern: ${pattern}`);
    if (!valid) return false;
    if (!pattern.endsWith('.*')) return key === pattern;
    const parent = pattern.slice(0, -2);
    return key === parent || key.startsWith(`${parent}.`);
  });
}

/** Whether GTM accepts a data layer key pattern. */
export function isKeyPattern(pattern: string): boolean {
  return KEY_PATTERN.test(pattern);
}

/** `https://`, a host whose only wildcard is a leading `*.`, no port, and a path. */
const URL_PATTERN = /^https:\/\/(\*\.)?([a-z\d-]+(?:\.[a-z\d-]+)*)(\/.*)$/i;

/**
 * Whether a URL may be requested: always https on the default port, and one of the patterns unless any host may.
 * A pattern's path is compared with path and query together: `/` alone is any path, `/track` is that path without a
 * query, `/track*` and `/track/*` are all that begins with `/track`. A `*` inside it stands for any characters; a
 * pattern that has one and does not end in `*` admits no query.
 *
 * @param url as the template gave it
 * @param base what a relative URL resolves against
 * @throws an Error when an invalid pattern is reached
 */
export function matchesUrl(url: string, base: string, patterns: readonly unknown[] | 'any'): boolean {
  const parsed = parse(url, base);
  if (parsed?.protocol !== 'https:' || parsed.port !== '') return false;
  if (patterns === 'any') return true;
  return patterns.some((pattern) => matches(parsed, String(pattern)));
}

/** Whether GTM accepts a URL pattern. */
export function isUrlPattern(pattern: string): boolean {
  return URL_PATTERN.test(pattern);
}

function matches(url: URL, pattern: string): boolean {
  const [, wildcard, host = '', path = ''] = URL_PATTERN.exec(pattern) ?? [];
  if (!host) throw new Error(`Invalid URL pattern: ${pattern}`);
  const wanted = host.toLowerCase();
  const fits = url.hostname === wanted || (wildcard !== undefined && url.hostname.endsWith(`.${wanted}`));
  if (!fits) return false;
  return path === '/' || pathFits(path, url.pathname, url.search);
}

function pathFits(pattern: string, pathname: string, query: string): boolean {
  const isPrefix = pattern.endsWith('*');
  const parts = pattern.replace(/\/?\*$/, '').split('*');
  if (parts.length > 1 && !isPrefix && query) return false;
  const literals = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${literals.join('.*')}${isPrefix ? '' : '$'}`).test(pathname + query);
}

function parse(url: string, base: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}
