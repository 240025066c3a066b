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
 * properties stay as they are, names of variables are shortened, comments go.
 */
export function compiledSize(code: string): CompiledSize {
  let operations = 0;
  const names = new Map<string, string>();
  const short = (name: string) => {
    if (!names.has(name)) names.set(name, (names.size + 10).toString(36));
    return names.get(name);
  };
  function write(node: Node, parent?: Node): unknown[] {
    const at = node as Node & { value?: unknown; name?: string; computed?: boolean };
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
    // Every operation is a list that begins with its number; what it consists of stands in the innermost.
    return own === 0
      ? parts
      : Array.from({ length: own }).reduce<unknown[]>((inner) => [[15, ...inner]], parts);
  }
  const json = JSON.stringify(write(parseCode(code)));
  return { operations, compiled: json.length, compiledGzip: gzipSync(json, { level: 9 }).length };
}

function isComputed(node: Node | undefined): boolean {
  return (node as { computed?: boolean } | undefined)?.computed === true;
}
