import { apis } from '../apis/index.ts';
import { serverApis } from '../server/apis/index.ts';
import type { CodeUse } from './code.ts';
import type { Report } from './problem.ts';
import { positionOf } from './syntax-tree.ts';

/**
 * Checks which APIs a server template requires: those of web containers are none here, and what nobody could try
 * outside of GTM is told, so that an author tries it in preview.
 */
export function checkServerUse({ required }: CodeUse, inCode: Report): void {
  const told = new Set<string>();
  for (const { api, node, isUsed } of required) {
    const at = positionOf(node);
    const known = Object.hasOwn(serverApis, api) ? serverApis[api] : undefined;
    if (!known) {
      const where = Object.hasOwn(apis, api) ? ': web containers have it, server containers do not' : '';
      inCode.error(at, `There is no API \`${api}\`${where}.`);
    } else if (known.unverified && isUsed && !told.has(api)) {
      told.add(api);
      inCode.note(at, `\`${api}\`: nobody could try outside of GTM ${known.unverified}.`);
    }
  }
}
