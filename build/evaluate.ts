import { pathToFileURL } from 'node:url';
import type { Plugin } from 'rollup';

/**
 * Writes what a module exports into the bundle as plain data, its comments kept: the tag carries the outcome of a
 * computation over the catalogue, not the computation and not what it was computed from.
 * @param isEvaluated says by its path whether a module is to be evaluated
 */
export function evaluate(isEvaluated: (path: string) => boolean): Plugin {
  return {
    name: 'evaluate',
    transform: {
      order: 'post',
      async handler(code, path) {
        if (!isEvaluated(path)) return null;
        const values: Record<string, unknown> = await import(pathToFileURL(path).href);
        let evaluated = code;
        // From the last to the first, so that positions stay right.
        for (const node of this.parse(code).body.toReversed()) {
          if (node.type !== 'ExportNamedDeclaration' || node.declaration?.type !== 'VariableDeclaration')
            continue;
          for (const { id, init } of node.declaration.declarations.toReversed()) {
            if (id.type !== 'Identifier' || !init) continue;
            const { start, end } = init as unknown as { start: number; end: number };
            evaluated = evaluated.slice(0, start) + JSON.stringify(values[id.name]) + evaluated.slice(end);
          }
        }
        return { code: evaluated, map: null };
      },
    },
  };
}
