import { asserting, type Permissions } from '../permissions/index.ts';
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

/** Permissions for URLs, which a page's own address completes. */
const FOR_URLS = new Set(['inject_hidden_iframe', 'inject_script', 'send_pixel']);

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
      if (!words || !once(asked.permission) || !isRefused(asked, permissions, kinds)) continue;
      report[questions.has(asked.permission) ? 'note' : 'warning'](
        positionOf(call.node),
        `\`${call.name}\` asks ${words.what}, which \`${asked.permission}\` does not allow: ${words.remedy}.`,
      );
    }
  }
}

/**
 * Whether the permissions refuse what is asked whatever stands in its holes. They are asked themselves, with every way
 * to go on from what is known that one of their patterns knows.
 */
function isRefused(
  { permission, values }: Asked,
  permissions: Permissions,
  kinds: Readonly<Record<string, Check>>,
): boolean {
  const params = permissions[permission];
  if (!params) return false;
  const open = values.findIndex(hasHole);
  const asked = values[open];
  if (open >= 0 && typeof asked !== 'string') {
    return (
      permission === 'set_cookies' &&
      isRefused({ permission, values: values.slice(0, 1) }, { set_cookies: anyhow(params) }, kinds)
    );
  }
  const isUrl = FOR_URLS.has(permission) && typeof values[0] === 'string';
  if (isUrl && !/^([a-z][a-z\d+.-]*:)?\/\//i.test(values[0] as string)) return false;
  const [known = '', ...holes] = String(asked ?? '').split(HOLE);
  if (holes.length > 0 && (known === '' || values.slice(open + 1).some(hasHole))) return false;

  const assert = asserting(permissions, () => PLACE, kinds) as (...asked: unknown[]) => void;
  const ways = holes.length > 0 ? waysOn(known, params) : [undefined];
  for (const way of ways) {
    try {
      assert(permission, ...(way === undefined ? values : values.with(open, way)));
      return false;
    } catch (error) {
      // A pattern that cannot be read has its own error, and in server containers nobody knows what can be.
      if (/^Invalid/.test((error as Error).message)) return false;
    }
  }
  return true;
}

/** Cookies by their names alone. */
function anyhow({ allowedCookies }: ByKeys): ByKeys {
  return { allowedCookies: list(allowedCookies).map((row) => ({ name: (row as ByKeys).name })) };
}

/** How a text may go on so that one of the patterns can fit: with the rest of each, from each of its characters. */
function* waysOn(known: string, params: ByKeys): Generator<string> {
  for (const pattern of ['*', ...textsIn(params)]) {
    for (let at = 0; at <= pattern.length; at++) {
      for (const any of ['', 'x']) yield known + pattern.slice(at).replaceAll('*', any);
    }
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
