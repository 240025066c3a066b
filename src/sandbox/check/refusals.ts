import { type ByKeys, type Check, list } from '../permissions/kinds.ts';
import { readPermissions } from '../permissions/read.ts';
import type { PermissionEntry } from '../template.ts';
import { type Asked, askedBy, callsOf } from './asked.ts';
import type { CodeUse } from './code.ts';
import { HOLE, hasHole, knownValues } from './known-values.ts';
import type { Report } from './problem.ts';
import { refusedWords } from './refused-words.ts';
import { positionOf } from './syntax-tree.ts';

/** Where a template is judged: on a page whose address nobody knows, where it may log all that it ever may. */
const PLACE = { baseUrl: 'https://page.example/', preview: true };

/** A URL of which the host is known: of others the page, or whoever fills in the form, decides. */
const WITH_HOST = /^([a-z][a-z\d+.-]*:)?\/\/[^/?#\uFFFF]+([/?#]|$)/i;

/** What else a server container may request than https on the default port nobody could try. */
const PLAIN_HTTPS = /^https:\/\/[^/?#:\uFFFF]+([/?#]|$)/i;

/** Permissions for URLs, and the URLs that they can be asked about. */
const URLS: Readonly<Record<string, RegExp>> = {
  inject_hidden_iframe: WITH_HOST,
  inject_script: WITH_HOST,
  send_http: PLAIN_HTTPS,
  send_pixel: WITH_HOST,
  send_pixel_from_browser: PLAIN_HTTPS,
};

/** Calls that the template's own permissions refuse: GTM aborts the template there. */
export function checkRefusals(
  { program, references }: CodeUse,
  known: Parameters<typeof callsOf>[2],
  kinds: Readonly<Record<string, Check>>,
  entries: PermissionEntry[],
  report: Report,
): void {
  const readable = entries.filter(
    (entry) =>
      typeof entry?.instance?.key?.publicId === 'string' && Array.isArray(entry.instance.param ?? []),
  );
  const permissions = readPermissions(readable);
  // Of two entries for one permission nobody knows which GTM reads.
  const once = (name: string) =>
    readable.filter(({ instance }) => instance.key.publicId === name).length === 1;
  const valueAt = knownValues(references);
  const calls = callsOf(program, references, known);
  // Where the code asks beforehand, a refusal aborts nothing.
  const questions = new Set(
    calls.flatMap(({ name, args: [first] }) => (name === 'queryPermission' && first ? [valueAt(first)] : [])),
  );
  for (const call of calls) {
    for (const asked of askedBy(call, valueAt)) {
      const words = refusedWords[asked.permission]?.(asked.values);
      const params = permissions[asked.permission];
      const refuses = kinds[asked.permission];
      if (!words || !params || !refuses || !once(asked.permission)) continue;
      if (!isRefused(asked, params, refuses)) continue;
      report[questions.has(asked.permission) ? 'note' : 'warning'](
        positionOf(call.node),
        `\`${call.name}\` asks ${words.what}, which \`${asked.permission}\` does not allow: ${words.remedy}.`,
      );
    }
  }
}

/**
 * Whether a permission refuses what is asked whatever stands in its holes. It is asked itself, with every way to go on
 * from what is known that one of its patterns knows.
 */
function isRefused({ permission, values }: Asked, params: ByKeys, refuses: Check): boolean {
  const open = values.findIndex(hasHole);
  if (open >= 0 && typeof values[open] !== 'string') {
    // Options of which something is unknown.
    if (permission !== 'set_cookies') return false;
    return isRefused({ permission, values: values.slice(0, 1) }, anyhow(params), refuses);
  }
  if (URLS[permission]?.test(String(values[0])) === false) return false;
  if (open < 0) return fails(params, values, refuses);
  const [known = ''] = String(values[open]).split(HOLE);
  if (known === '' || values.slice(open + 1).some(hasHole)) return false;
  for (const [way, among] of waysOn(known, params)) {
    if (!fails(among, values.with(open, way), refuses)) return false;
  }
  return true;
}

function fails(params: ByKeys, values: unknown[], refuses: Check): boolean {
  try {
    refuses(params, values, PLACE);
    return false;
  } catch (error) {
    // A pattern that cannot be read has its own error, and in server containers nobody knows what can be.
    return !/^Invalid/.test((error as Error).message);
  }
}

/** Cookies by their names alone. */
function anyhow({ allowedCookies }: ByKeys): ByKeys {
  return { allowedCookies: list(allowedCookies).map((row) => ({ name: (row as ByKeys).name })) };
}

/**
 * How a text may go on so that one of the patterns can fit: with the rest of each, from each of its characters. A
 * pattern of a plain list is asked alone: the others have ways of their own.
 */
function* waysOn(known: string, params: ByKeys): Generator<[string, ByKeys]> {
  yield [known, params];
  yield [`${known}x`, params];
  for (const [name, entries] of Object.entries(params)) {
    for (const entry of list(entries)) {
      const among = typeof entry === 'string' ? { ...params, [name]: [entry] } : params;
      for (const pattern of textsIn(entry)) {
        for (let at = 0; at < pattern.length; at++) {
          const rest = pattern.slice(at);
          yield [known + rest.replaceAll('*', ''), among];
          if (rest.includes('*')) yield [known + rest.replaceAll('*', 'x'), among];
        }
      }
    }
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
