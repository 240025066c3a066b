import type { BlockStatement, Statement, VariableDeclaration } from 'acorn';
import type { Value } from '../values.ts';
import { expression } from './expressions.ts';
import {
  type Code,
  declare,
  declareVar,
  type Frame,
  nameOf,
  none,
  type Run,
  type Scope,
  store,
} from './scope.ts';

/** `var` is declared in the function even where it stands in a block or loop. */
export function hoistVars(node: object, scope: Scope): void {
  const { type } = node as { type?: string };
  if (type?.startsWith('Function') || type === 'ArrowFunctionExpression') return;
  if (type === 'VariableDeclaration' && (node as VariableDeclaration).kind === 'var') {
    for (const { id } of (node as VariableDeclaration).declarations) declareVar(scope, nameOf(id));
  }
  if (type?.endsWith('Expression')) return;
  for (const [key, child] of Object.entries(node)) {
    if (key === 'loc') continue;
    for (const part of Array.isArray(child) ? child : [child]) {
      if (part && typeof part === 'object') hoistVars(part, scope);
    }
  }
}

export function declaration(node: VariableDeclaration, scope: Scope): Run {
  const steps = node.declarations.map(({ id, init }): Run => {
    const name = nameOf(id);
    const binding =
      node.kind === 'var' ? declareVar(scope, name) : declare(scope, name, node.kind === 'const');
    if (node.kind === 'var') return init ? assigning(expression(init, scope), store(name, scope)) : none;
    const { index, ranAt } = binding;
    const value = init ? expression(init, scope, name) : () => undefined;
    if (ranAt === undefined) {
      return (frame) => {
        frame.slots[index] = value(frame);
        return undefined;
      };
    }
    // In a body that shares its frame, a const that runs again is an assignment to a const: ignored.
    return (frame) => {
      const given = value(frame);
      if (frame.slots[ranAt]) return undefined;
      frame.slots[index] = given;
      frame.slots[ranAt] = true;
      return undefined;
    };
  });
  if (steps.length === 1) return steps[0] as Run;
  return (frame) => {
    for (const step of steps) step(frame);
    return undefined;
  };
}

export function assigning(value: Code, to: (frame: Frame, value: Value) => void): Run {
  return (frame) => {
    to(frame, value(frame));
    return undefined;
  };
}

/** Every case sees what any case declares. */
export function predeclare(statements: readonly Statement[], scope: Scope): void {
  for (const node of statements) {
    if (node.type !== 'VariableDeclaration' || node.kind === 'var') continue;
    for (const { id } of node.declarations) declare(scope, nameOf(id), node.kind === 'const');
  }
}

export function declaresNames({ body: statements }: BlockStatement): boolean {
  return statements.some(
    (node) => node.type === 'FunctionDeclaration' || (node.type === 'VariableDeclaration' && isLexical(node)),
  );
}

export function isLexical(node: { type: string } | null | undefined): node is VariableDeclaration {
  return node?.type === 'VariableDeclaration' && (node as VariableDeclaration).kind !== 'var';
}

export function initialise(scope: Scope, name: string): (frame: Frame, value: Value) => void {
  const { index } = declare(scope, name);
  return (frame, value) => {
    frame.slots[index] = value;
  };
}
