import type { AnyNode } from 'acorn';
import { apiOf, memberName } from './api-use.ts';
import { type Declaration, type FunctionNode, isFunction, type Reference } from './names.ts';
import { nodesOf } from './syntax-tree.ts';

/** What calls of the code may call `data.gtmOnSuccess` or `data.gtmOnFailure`. */
export interface OutcomeCalls {
  /** Whether a value is one of the two callbacks, be it under a name of the code's own. */
  isOutcome(node: AnyNode | undefined): boolean;
  /** The code's own function that a value is. */
  functionOf(node: AnyNode | undefined): FunctionNode | undefined;
  /** Whether anything in a part of the code, or in what it calls, mentions one of the two. */
  mentions(node: AnyNode | undefined): boolean;
  /** The API that is called. */
  apiCalled(callee: AnyNode): string | undefined;
  /** Has a function's parameters stand for what it is called with, while something runs. */
  bound<T>(called: FunctionNode, args: readonly AnyNode[], run: () => T): T;
}

export function outcomeCalls(program: AnyNode, references: Reference[]): OutcomeCalls {
  const declarations = new Map<AnyNode, Declaration>();
  for (const { node, declaration } of references) if (declaration) declarations.set(node, declaration);
  const free = new Set<AnyNode>(references.filter((found) => !found.declaration).map(({ node }) => node));
  const functions = new Map<AnyNode, FunctionNode>();
  for (const { node } of nodesOf(program)) {
    if (node.type === 'FunctionDeclaration' && node.id) functions.set(node.id, node);
  }
  const values = new Map<AnyNode, AnyNode>();

  /** What a name stands for: the value of a `const`, or what a parameter was called with. */
  function resolved(node: AnyNode | undefined, depth = 0): AnyNode | undefined {
    const declaration = node && declarations.get(node);
    if (!declaration || depth > 20) return node;
    const value =
      values.get(declaration.node) ?? (declaration.kind === 'const' ? declaration.init : undefined);
    return value ? resolved(value, depth + 1) : node;
  }

  function isOutcome(node: AnyNode | undefined): boolean {
    const value = resolved(node);
    if (value?.type !== 'MemberExpression' || !free.has(value.object)) return false;
    const of = value.object.type === 'Identifier' ? value.object.name : '';
    return of === 'data' && ['gtmOnSuccess', 'gtmOnFailure'].includes(memberName(value) ?? '');
  }

  function functionOf(node: AnyNode | undefined): FunctionNode | undefined {
    const value = resolved(node);
    if (value && isFunction(value)) return value;
    const declaration = value && declarations.get(value);
    return declaration && functions.get(declaration.node);
  }

  function mentions(node: AnyNode | undefined, seen = new Set<AnyNode>()): boolean {
    if (!node || seen.has(node)) return false;
    seen.add(node);
    return [...nodesOf(node)].some(({ node: part }) => {
      if (isOutcome(part)) return true;
      const called = part.type === 'Identifier' && part !== node ? functionOf(part) : undefined;
      return called !== undefined && mentions(called, seen);
    });
  }

  return {
    isOutcome,
    functionOf,
    mentions: (node) => mentions(node) || (node !== undefined && mentions(functionOf(node))),
    apiCalled: (callee) => apiOf(resolved(callee)) ?? apiOf(callee),
    bound(called, args, run) {
      const before = new Map(values);
      called.params.forEach((param, index) => {
        const arg = args[index];
        const value = arg && resolved(arg);
        if (value) values.set(param, value);
        else values.delete(param);
      });
      try {
        return run();
      } finally {
        values.clear();
        for (const [param, value] of before) values.set(param, value);
      }
    },
  };
}
