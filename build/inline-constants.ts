import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { NodePath, PluginObj, types } from '@babel/core';
import { types as make } from '@babel/core';

/** The catalogue's modules by path: what they export, evaluated. */
export type Exports = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Loads the modules whose texts and numbers are to be written where they are used. */
export async function evaluated(paths: readonly string[]): Promise<Exports> {
  return new Map(
    await Promise.all(
      paths.map(async (path) => [resolve(path), await import(pathToFileURL(path).href)] as const),
    ),
  );
}

// What fits on a line of the emitted code, indented.
const longestText = 95;

/** A value as code; a text that no line holds in pieces, which end where its items do. */
function literal(value: unknown): types.Expression | undefined {
  if (typeof value === 'number') return make.numericLiteral(value);
  if (typeof value !== 'string') return undefined;
  const [first = '', ...others] =
    value.length > longestText ? (value.match(/[\s\S]{1,90}(?:;|$)|[\s\S]{1,90}/g) ?? []) : [value];
  return others.reduce<types.Expression>(
    (text, piece) => make.binaryExpression('+', text, make.stringLiteral(piece)),
    make.stringLiteral(first),
  );
}

/** `'a' + 'b'` is `'ab'`, and `x + 'a' + 'b'` is `x + 'ab'`, where a line holds it: one operation less. */
function joinTexts(path: NodePath<types.BinaryExpression>): void {
  const { left, right, operator } = path.node;
  if (operator !== '+' || right.type !== 'StringLiteral') return;
  const before = left.type === 'BinaryExpression' && left.operator === '+' ? left.right : left;
  if (before.type !== 'StringLiteral' || before.value.length + right.value.length > longestText) return;
  const joined = make.stringLiteral(before.value + right.value);
  // The layout of the source is kept by lines.
  joined.loc = before.loc ?? path.node.loc;
  path.replaceWith(left.type === 'BinaryExpression' ? make.binaryExpression('+', left.left, joined) : joined);
}

/** The comment of a declaration goes with it, instead of staying behind the one before. */
function dropComments(path: NodePath<types.VariableDeclaration>): void {
  const dropped = new Set(path.node.leadingComments);
  path.node.leadingComments = null;
  const { node: before } = path.getPrevSibling();
  if (before) before.trailingComments = before.trailingComments?.filter((comment) => !dropped.has(comment));
}

/**
 * A Babel plugin: a text or number of the catalogue stands where the tag uses it, as whoever writes for GTM by hand writes
 * it. A constant of its own would be declared anew at every event, by every visitor.
 */
export function inlineConstants(exports: Exports): () => PluginObj {
  return () => ({
    name: 'inline-constants',
    visitor: {
      // The module's own, too.
      VariableDeclaration(path) {
        const [declarator] = path.get('declarations');
        const { id, init } = declarator?.node ?? {};
        const isOwn = path.parentPath.isProgram() && path.node.kind === 'const' && id?.type === 'Identifier';
        if (!isOwn || (init?.type !== 'StringLiteral' && init?.type !== 'NumericLiteral')) return;
        for (const use of path.scope.getBinding(id.name)?.referencePaths ?? []) use.replaceWith(init);
        dropComments(path);
        path.remove();
      },
      ImportDeclaration(path, { filename = '' }) {
        const values = exports.get(resolve(filename, '..', path.node.source.value));
        if (!values) return;
        for (const specifier of path.get('specifiers') as NodePath<types.ImportSpecifier>[]) {
          const { imported, local } = specifier.node;
          const value = imported.type === 'Identifier' && literal(values[imported.name]);
          if (!value) continue;
          for (const use of path.scope.getBinding(local.name)?.referencePaths ?? []) use.replaceWith(value);
          specifier.remove();
        }
        if (path.node.specifiers.length === 0) path.remove();
      },
      // A sentence and a constant in it are one text.
      Program: {
        exit(path) {
          path.traverse({ BinaryExpression: { exit: joinTexts } });
        },
      },
    },
  });
}
