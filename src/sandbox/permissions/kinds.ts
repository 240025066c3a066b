import { matchesKey, matchesUrl } from './patterns.ts';

/** One permission's parameters in plain form. */
export type ByKeys = Record<string, unknown>;

/** Permissions in plain form: name to parameters, lists as arrays, maps as objects. */
export type Permissions = { [name: string]: ByKeys | undefined };

/** Thrown when a template asks for what it may not do. The message is GTM's. */
export class PermissionError extends Error {}

/** Where the page comes into a decision. */
export interface Place {
  /** What relative URLs resolve against. */
  baseUrl: string;
  /** Whether GTM's preview is on. */
  preview: boolean;
}

/** Throws a PermissionError when what is asked is not among what the parameters allow. */
export type Check = (params: ByKeys, asked: readonly unknown[], place: Place) => void;

const allow: Check = () => {};

/** Every permission of web templates, with what it refuses. A refusal throws GTM's message. */
export const permissionKinds = {
  access_consent: byKey('consentTypes', 'consentType', 'consent type', 'Consent type'),
  access_globals: byKey('keys', 'key', 'global variable', 'Key'),
  access_local_storage: byKey('keys', 'key', 'local storage key', 'Key'),
  access_template_storage: allow,
  get_cookies({ cookieAccess = 'specific', cookieNames = [] }, [name]) {
    if (typeof name !== 'string') refuse('Cookie name must be a string.');
    if (cookieAccess === 'any' || list(cookieNames).includes(name)) return;
    refuse(`Access to cookie "${name}" is prohibited.`);
  },
  get_referrer: urlParts,
  get_url: urlParts,
  inject_hidden_iframe: listedUrl('iframe URL', ''),
  inject_script: listedUrl('script URL', ''),
  logging({ environments = 'debug' }, _asked, { preview }) {
    if (environments !== 'all' && !preview) refuse('Logging is not enabled in all environments');
  },
  read_analytics_storage: allow,
  read_character_set: allow,
  read_container_data: allow,
  read_data_layer: byPattern('allowedKeys', 'Prohibited read from data layer variable'),
  read_event_metadata: allow,
  read_title: allow,
  send_pixel({ allowedUrls = 'specific', urls = [] }, [url], { baseUrl }) {
    if (typeof url !== 'string') refuse('URL must be a string.');
    let allowed: boolean;
    try {
      allowed = matchesUrl(url as string, baseUrl, allowedUrls === 'any' ? 'any' : list(urls));
    } catch {
      return refuse('Invalid URL filter.');
    }
    if (!allowed) refuse(`Prohibited URL: ${url}.`);
  },
  set_cookies({ allowedCookies = [] }, [name, options]) {
    if (typeof name !== 'string') refuse('Cookie name must be a string.');
    const given = (options ?? {}) as ByKeys;
    if (!list(allowedCookies).some((row) => cookieFits(row as ByKeys, name as string, given))) {
      refuse(`Prohibited write of cookie: ${name}.`);
    }
  },
  write_data_layer: byPattern('allowedKeys', 'Prohibited write to data layer variable'),
} as const satisfies Record<string, Check>;

/** Permissions that list keys with read, write and execute. */
function byKey(listName: string, keyName: string, what: string, noun: string): Check {
  return (params, [operation, key]) => {
    if (typeof key !== 'string') refuse(`${noun} must be a string.`);
    const needed = operation === 'readwrite' ? ['read', 'write'] : [String(operation)];
    const row = list(params[listName]).filter((entry) => (entry as ByKeys)[keyName] === key) as ByKeys[];
    if (!needed.every((right) => row.some((entry) => isTrue(entry[right])))) {
      refuse(`Prohibited ${operation} on ${what}: ${key}.`);
    }
  };
}

function byPattern(mode: string, refusal: string): Check {
  return (params, [key]) => {
    if (typeof key !== 'string') refuse('Keys must be strings.');
    if (params[mode] === 'any') return;
    let allowed: boolean;
    try {
      allowed = matchesKey(key as string, list(params.keyPatterns).map(String));
    } catch {
      return refuse('Invalid key filter.');
    }
    if (!allowed) refuse(`${refusal}: ${key}.`);
  };
}

function listedUrl(what: string, end: string): Check {
  return ({ urls = [] }, [url], { baseUrl }) => {
    if (typeof url !== 'string') refuse(`${what[0]?.toUpperCase()}${what.slice(1)} must be a string.`);
    let allowed: boolean;
    try {
      allowed = matchesUrl(url as string, baseUrl, list(urls));
    } catch {
      return refuse(`Invalid ${what} filter.`);
    }
    if (!allowed) refuse(`Prohibited ${what}: ${url}${end}`);
  };
}

/** `get_url` and `get_referrer`: single parts, and of the query single keys. */
function urlParts(params: ByKeys, [component, queryKey]: readonly unknown[]): void {
  const specific = params.urlParts === 'specific';
  if (component === undefined || component === null || component === '') {
    if (specific) refuse('Prohibited from getting entire URL when components are specified.');
    return;
  }
  if (typeof component !== 'string') refuse('URL component must be a string');
  if (specific && !isTrue(params[component as string])) refuse(`Prohibited URL component: ${component}`);
  if (component !== 'query' || !specific || params.queriesAllowed !== 'specific') return;
  if (!queryKey) refuse('Prohibited from getting entire URL query when query keys are specified.');
  if (!list(params.queryKeys).includes(queryKey)) refuse(`Prohibited query key: ${queryKey}`);
}

function cookieFits(row: ByKeys, name: string, options: ByKeys): boolean {
  const free = (allowed: unknown, given: unknown) => allowed === '*' || allowed === given;
  const lasts = options['max-age'] !== undefined || options.expires !== undefined;
  const secure = isTrue(options.secure);
  return (
    free(row.name, name) &&
    free(row.domain ?? '*', options.domain) &&
    free(row.path ?? '*', options.path) &&
    (row.secure === 'secure' ? secure : row.secure === 'non_secure' ? !secure : true) &&
    (row.session === 'session' ? !lasts : row.session === 'non_session' ? lasts : true)
  );
}

export function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function refuse(message: string): never {
  throw new PermissionError(message);
}
