import { gzipSync } from 'node:zlib';
import type { Node } from 'acorn';
import { parseCode } from '../src/sandbox/index.ts';
import { operationsOf } from '../src/sandbox/operations.ts';

/** What every visitor downloads of a template's code, as GTM compiles it. */
export interface CompiledSize {
  /** Operations written down, whether they run or not. */
  operations: number;
  /** Estimated, in bytes. */
  compiled: number;
  compiledGzip: number;
}

/**
 * Estimates the size of what GTM compiles code to: nested lists as JSON, a list an operation. Texts and names of
 * properties and APIs stay as they are, names of variables are shortened, comments go.
 */
export function compiledSize(code: string): CompiledSize {
  let operations = 0;
  // GTM's numbers of operations are others. That they differ counts: it compresses worse.
  const kinds: string[] = [];
  const numberOf = (kind: string) => 10 + (kinds.indexOf(kind) + 1 || kinds.push(kind));
  const names = new Map([
    ['require', 'require'],
    ['data', 'a'],
  ]);
  const short = (name: string) => {
    if (!names.has(name)) names.set(name, (names.size + 10).toString(36));
    return names.get(name);
  };
  function write(node: Node, parent?: Node): unknown[] {
    const at = node as Node & { value?: unknown; name?: string; operator?: string; callee?: Node };
    const own = operationsOf(node, parent);
    operations += own;
    const parts: unknown[] = [];
    if (node.type === 'Literal') parts.push(at.value);
    if (node.type === 'Identifier') {
      const isKept =
        (parent as { property?: Node; key?: Node } | undefined)?.property === node && !isComputed(parent);
      parts.push(
        isKept || (parent as { key?: Node } | undefined)?.key === node ? at.name : short(at.name ?? ''),
      );
    }
    for (const child of Object.values(node).flat() as Node[]) {
      if (child && typeof child.type === 'string') parts.push(...write(child, node));
    }
    // Every operation is a list that begins with its number, a call of a name with that; what it consists of stands in
    // the innermost.
    let lists = parts;
    for (let depth = 0; depth < own; depth++) {
      const isCall = at.callee?.type === 'Identifier';
      lists = [isCall ? lists : [numberOf(`${node.type}${at.operator}${depth}`), ...lists]];
    }
    return lists;
  }
  // The template's own list, with its name and its one parameter, the fields.
  const json = JSON.stringify([50, '__cvt_12345678_9', [46, 'a'], ...write(parseCode(code))]);
  return { operations, compiled: json.length, compiledGzip: gzipSync(json, { level: 9 }).length };
}

function isComputed(node: Node | undefined): boolean {
  return (node as { computed?: boolean } | undefined)?.computed === true;
}
