import { pathToFileURL } from 'node:url';
import type { Program } from 'acorn';
import type { Plugin } from 'rollup';
import { type Edit, edited } from './edits.ts';

/** A value as code; texts that no line holds in pieces. */
function written(value: unknown): string {
  if (typeof value === 'string') {
    return (value.match(/[\s\S]{1,87}(?:[,|)]|$)|[\s\S]{1,88}/g) ?? [''])
      .map((piece) => JSON.stringify(piece))
      .join(' + ');
  }
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, own]) => `${JSON.stringify(key)}: ${written(own)}`)
    .join(', ')}}`;
}

/** How a statement changes: an import goes, an exported constant gets its value. */
function editsOf(statement: Program['body'][number], values: Record<string, unknown>): Edit[] {
  if (statement.type === 'ImportDeclaration') return [{ start: statement.start, end: statement.end, by: '' }];
  if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration')
    return [];
  return statement.declaration.declarations.flatMap(({ id, init }) => {
    if (id.type !== 'Identifier' || !init) return [];
    return [{ start: init.start, end: init.end, by: written(values[id.name]) }];
  });
}

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
        const statements = (this.parse(code) as unknown as Program).body;
        const edits = statements.flatMap((statement) => editsOf(statement, values));
        // What stands before the imports explains the module, which is no longer one.
        const header = {
          start: 0,
          end: statements[0]?.type === 'ImportDeclaration' ? statements[0].start : 0,
          by: '',
        };
        return { code: edited(code, [header, ...edits]), map: null };
      },
    },
  };
}
