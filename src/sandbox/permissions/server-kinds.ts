import { type ByKeys, type Check, isTrue, list, permissionKinds, refuse } from './kinds.ts';
import { matchesUrl } from './patterns.ts';

/** Hosts that `allowGoogleDomains` opens, each with what is below it. */
const GOOGLE_DOMAINS = [
  'doubleclick.net',
  'google-analytics.com',
  'google.com',
  'googleadservices.com',
  'googleapis.com',
  'googlesyndication.com',
  'googletagmanager.com',
  'gstatic.com',
];

/** A server has no page that a relative URL could resolve against: none resolves against this. */
const NO_PAGE = 'about:blank';

const allow: Check = () => {};

/**
 * Every permission of server templates, with what it refuses. The words of a refusal are the stand-in's own: there is
 * no server runtime to ask for GTM's.
 */
export const serverPermissionKinds = {
  access_bigquery({ allowedTables }, [operation, asked]) {
    const { projectId, datasetId, tableId } = (asked ?? {}) as ByKeys;
    const allowed = rows(allowedTables).some(
      (row) =>
        names(row.projectId, projectId) &&
        names(row.datasetId, datasetId) &&
        names(row.tableId, tableId) &&
        row.operation === operation,
    );
    if (!allowed) refuse(`Prohibited ${operation} of BigQuery table ${projectId}.${datasetId}.${tableId}.`);
  },
  access_firestore({ allowedOptions }, [operation, asked]) {
    const { projectId, path } = (asked ?? {}) as ByKeys;
    const allowed = rows(allowedOptions).some(
      (row) =>
        names(row.projectId, projectId) &&
        glob(String(row.path), String(path)) &&
        (row.operation === operation || row.operation === 'read_write'),
    );
    if (!allowed) refuse(`Prohibited ${operation} of Firestore path: ${path}.`);
  },
  access_response({ writeResponseAccess, ...params }, [, part, header]) {
    if (writeResponseAccess === 'any') return;
    const flag = { status: 'writeStatusAllowed', body: 'writeBodyAllowed', header: 'writeHeadersAllowed' };
    if (!isTrue(params[flag[part as 'status'] ?? ''])) refuse(`Prohibited write of response ${part}.`);
    if (part !== 'header') return;
    if (!listed(params.writeHeaderAccess, params.writeHeaderWhitelist, 'headerName', header)) {
      refuse(`Prohibited write of response header: ${header}.`);
    }
  },
  access_template_storage: allow,
  get_cookies: permissionKinds.get_cookies,
  logging: permissionKinds.logging,
  read_container_data: allow,
  read_event_data({ eventDataAccess, keyPatterns }, [key]) {
    if (eventDataAccess === 'any') return;
    if (key === undefined) refuse('Prohibited from reading all event data when key patterns are specified.');
    const allowed = list(keyPatterns).map(String);
    if (!allowed.some((pattern) => covers(pattern, String(key)))) {
      refuse(`Prohibited read of event data: ${key}.`);
    }
  },
  read_event_metadata: allow,
  read_request({ requestAccess, ...params }, [part, name]) {
    if (requestAccess === 'any' || part === undefined) return;
    const flag = {
      body: 'bodyAllowed',
      header: 'headersAllowed',
      path: 'pathAllowed',
      query: 'queryParametersAllowed',
      remoteAddress: 'remoteAddressAllowed',
    };
    if (!isTrue(params[flag[part as 'body'] ?? ''])) refuse(`Prohibited read of request ${part}.`);
    if (part === 'header' && !listed(params.headerAccess, params.headerWhitelist, 'headerName', name)) {
      refuse(`Prohibited read of request header: ${name}.`);
    }
    if (part !== 'query') return;
    const { queryParameterAccess, queryParameterWhitelist } = params;
    if (!listed(queryParameterAccess, queryParameterWhitelist, 'queryParameter', name, true)) {
      refuse(`Prohibited read of query parameter: ${name ?? 'all of them'}.`);
    }
  },
  return_response: allow,
  run_container: allow,
  send_http({ allowedUrls, urls, allowGoogleDomains }, [url]) {
    if (isTrue(allowGoogleDomains) && isGoogle(String(url))) return;
    requestable(url, allowedUrls === 'any' ? 'any' : list(urls));
  },
  send_pixel_from_browser({ allowedUrls, urls }, [url]) {
    requestable(url, allowedUrls === 'any' ? 'any' : list(urls));
  },
  set_cookies: permissionKinds.set_cookies,
  use_custom_private_keys({ keyIds, keys }, [keyId]) {
    if (![keyIds, keys].flatMap(list).includes(keyId)) refuse(`Prohibited use of private key: ${keyId}.`);
  },
  use_google_credentials({ allowedScopes }, [scopes]) {
    const refused = list(scopes).find((scope) => !list(allowedScopes).includes(scope));
    if (refused !== undefined) refuse(`Prohibited scope: ${refused}.`);
  },
  use_message({ allowedActions, messageTypes }, [action, type]) {
    if (allowedActions === 'any') return;
    const wanted: unknown[] = [action, 'listen_and_send'];
    const row = rows(messageTypes).some((entry) => entry.type === type && wanted.includes(entry.action));
    if (!row) refuse(`Prohibited to ${action} messages of type: ${type}.`);
  },
} as const satisfies Record<string, Check>;

export type ServerPermissionName = keyof typeof serverPermissionKinds;

function requestable(url: unknown, patterns: readonly unknown[] | 'any'): void {
  if (typeof url !== 'string') refuse('URL must be a string.');
  let allowed = false;
  try {
    allowed = matchesUrl(url as string, NO_PAGE, patterns);
  } catch {
    refuse('Invalid URL filter.');
  }
  if (!allowed) refuse(`Prohibited URL: ${url}.`);
}

/** Whether a URL is one of Google's own endpoints. */
export function isGoogle(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return GOOGLE_DOMAINS.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}

/** A list of names, unless any is allowed; headers are named in any case. */
function listed(access: unknown, entries: unknown, key: string, name: unknown, isExact = false): boolean {
  if (access === 'any' || (access === undefined && entries === undefined)) return true;
  const spelled = (given: unknown) => (isExact ? given : String(given).toLowerCase());
  return rows(entries).some((row) => spelled(row[key]) === spelled(name));
}

/** `*` allows any name, `GOOGLE_CLOUD_PROJECT` a call that names no project. */
function names(allowed: unknown, given: unknown): boolean {
  if (given === undefined || given === '') return allowed === '*' || allowed === 'GOOGLE_CLOUD_PROJECT';
  return allowed === '*' || allowed === given;
}

/** An exact key, `a.*` for `a` and all below it, or `*`. */
function covers(pattern: string, key: string): boolean {
  if (pattern === '*' || pattern === key) return true;
  const parent = pattern.endsWith('.*') ? pattern.slice(0, -2) : undefined;
  return parent !== undefined && (key === parent || key.startsWith(`${parent}.`));
}

function glob(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return text === pattern;
  const last = rest.pop() as string;
  let at = first.length;
  if (!text.startsWith(first)) return false;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

function rows(value: unknown): ByKeys[] {
  return list(value) as ByKeys[];
}
