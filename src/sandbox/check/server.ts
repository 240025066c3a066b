import type { AnyNode } from 'acorn';
import { apis } from '../apis/index.ts';
import { readPermissions } from '../permissions/read.ts';
import { type ServerApi, serverApis } from '../server/apis/index.ts';
import type { PermissionEntry } from '../template.ts';
import type { CodeUse } from './code.ts';
import { isFunction, type Reference } from './names.ts';
import type { Report } from './problem.ts';
import { positionOf } from './syntax-tree.ts';

/**
 * Checks which APIs a server template requires: those of web containers are none here, and what nobody could try
 * outside of GTM is told, so that an author tries it in preview.
 *
 * @param permissions the template's permissions, undefined where they cannot be read
 */
export function checkServerUse(
  { required, references }: CodeUse,
  permissions: unknown,
  inCode: Report,
): void {
  const told = new Set<string>();
  for (const { api, node, name, isUsed } of required) {
    const at = positionOf(node);
    const known = Object.hasOwn(serverApis, api) ? serverApis[api] : undefined;
    if (!known) {
      const where = Object.hasOwn(apis, api) ? ': web containers have it, server containers do not' : '';
      inCode.error(at, `There is no API \`${api}\`${where}.`);
      continue;
    }
    const { unverified, unverifiedWhere: { callback, listed } = {} } = known;
    const doubts = [
      unverified,
      callback && takesCallback(name, references) ? callback : undefined,
      listed && isListed(known, permissions) ? listed : undefined,
    ].filter((doubt) => doubt !== undefined);
    if (doubts.length === 0 || !isUsed || told.has(api)) continue;
    told.add(api);
    inCode.note(at, `\`${api}\`: nobody could try outside of GTM ${doubts.join('; ')}.`);
  }
}

/** Whether an API is called with a function as its second argument. */
function takesCallback(name: AnyNode | undefined, references: Reference[]): boolean {
  // What is called under no name of its own is called nobody knows how.
  if (!name) return true;
  return references.some(({ node, ancestors, declaration }) => {
    const call = ancestors.at(-1);
    if (declaration?.node !== name || call?.type !== 'CallExpression' || call.callee !== node) return false;
    const second = call.arguments[1];
    const held = references.find((other) => other.node === second)?.declaration;
    return [second, held?.init].some((value) => value && isFunction(value)) || held?.kind === 'function';
  });
}

/** Whether the API's permission lists what is allowed, instead of allowing any. */
function isListed({ permission = '' }: ServerApi, entries: unknown): boolean {
  const params = Array.isArray(entries)
    ? readPermissions(entries as PermissionEntry[])[permission]
    : undefined;
  return Object.values(params ?? {}).includes('specific');
}
