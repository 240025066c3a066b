import type { Node } from 'acorn';
import { hearing, parseCode } from '../interpreter/index.ts';
import type { Template } from '../template.ts';

/** Which statements of a template its tests run. A value that is an arrow function's whole body counts as one. */
export interface Coverage {
  statements: number;
  run: number;
  /** Lines of the file, from 1, on which a statement begins that never ran. */
  neverRun: number[];
}

/** Runs tests of a template and tells which of its statements they ran. */
export async function covering<T>(
  template: Template,
  run: () => Promise<T>,
): Promise<{ result: T; coverage: Coverage }> {
  const seen = new Set<string>();
  const result = await hearing(({ code, line, column }) => {
    if (code === template.code) seen.add(`${line}:${column}`);
  }, run);
  const places = statementsOf(parseCode(template.code)).map(({ loc }) => ({
    line: loc?.start.line ?? 1,
    column: (loc?.start.column ?? 0) + 1,
  }));
  const missed = places.filter(({ line, column }) => !seen.has(`${line}:${column}`));
  return {
    result,
    coverage: {
      statements: places.length,
      run: places.length - missed.length,
      neverRun: [...new Set(missed.map(({ line }) => template.codeLine + line - 1))],
    },
  };
}

/** Everything that says when it runs: no blocks, and no function declarations, which do nothing themselves. */
function statementsOf(node: Node, parent?: Node): Node[] {
  const children = Object.values(node).flat().filter(isNode);
  const inner = children.flatMap((child) => statementsOf(child, node));
  return isCounted(node, parent) ? [node, ...inner] : inner;
}

function isCounted({ type }: Node, parent: Node | undefined): boolean {
  const around = parent?.type ?? '';
  if (type === 'BlockStatement' || type === 'EmptyStatement') return false;
  // What a loop's head declares belongs to the loop.
  if (type === 'VariableDeclaration') return !around.startsWith('For');
  return type.endsWith('Statement') || (around === 'ArrowFunctionExpression' && isBody(type));
}

/** Parameters are names; whatever else an arrow function holds is its body. */
function isBody(type: string): boolean {
  return type !== 'Identifier';
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}
