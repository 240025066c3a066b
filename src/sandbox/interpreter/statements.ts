import type { Program, Statement } from 'acorn';
import { attempt, block, choice, choose } from './branches.ts';
import { declaration, hoistVars, isLexical } from './declarations.ts';
import { expression } from './expressions.ts';
import { refuseForeign } from './foreign.ts';
import { functionValue } from './functions.ts';
import { each, forLet, forVar, loop, shared } from './loops.ts';
import { elementsOf, keysOf } from './operations.ts';
import { declare, declareVar, nameOf, none, type Run, type Scope } from './scope.ts';
import { mark, placeOf, running, traceOf } from './trace.ts';

/** Compiles a function's or a program's body in the scope of the function. */
export function body(statements: readonly Statement[] | Program['body'], scope: Scope): Run {
  return sequence(statements as Statement[], scope);
}

export function statement(node: Statement, scope: Scope): Run {
  const run = located(node, scope);
  if (run === none || node.type === 'BlockStatement') return run;
  return (frame) => {
    running.at = node;
    running.heard?.(node);
    return run(frame);
  };
}

/** What cannot be compiled is blamed on the innermost statement. */
function located(node: Statement, scope: Scope): Run {
  try {
    return compiled(node, scope);
  } catch (error) {
    if (traceOf(error).length === 0) mark(error, placeOf(node));
    throw error;
  }
}

function compiled(node: Statement, scope: Scope): Run {
  switch (node.type) {
    case 'ExpressionStatement': {
      const code = expression(node.expression, scope);
      return (frame) => void code(frame);
    }
    case 'VariableDeclaration':
      return declaration(node, scope);
    case 'ReturnStatement': {
      const code = node.argument ? expression(node.argument, scope) : undefined;
      return (frame) => ({ value: code?.(frame) });
    }
    case 'IfStatement':
      return choice(
        expression(node.test, scope),
        block(node.consequent, scope),
        node.alternate ? block(node.alternate, scope) : none,
      );
    case 'BlockStatement':
      return block(node, scope);
    case 'ForStatement':
      return isLexical(node.init) ? forLet(node, scope) : forVar(node, scope);
    case 'ForInStatement':
      return each(node.left, expression(node.right, scope), keysOf, node.body, scope);
    case 'ForOfStatement':
      return each(node.left, expression(node.right, scope), elementsOf, node.body, scope);
    case 'WhileStatement':
      return loop(expression(node.test, scope), shared(node.body, scope));
    case 'DoWhileStatement':
      return loop(expression(node.test, scope), shared(node.body, scope), undefined, true);
    case 'SwitchStatement':
      return choose(node, scope);
    case 'BreakStatement':
    case 'ContinueStatement': {
      if (node.label) break;
      const ends = node.type === 'BreakStatement' ? 'break' : 'continue';
      return () => ends;
    }
    case 'TryStatement':
      return attempt(node, scope);
    case 'EmptyStatement':
    case 'FunctionDeclaration':
      return none;
  }
  return refuseForeign(node);
}

/** Declares what the statements declare, sets up their functions, and runs them in turn. */
export function sequence(statements: readonly Statement[], scope: Scope): Run {
  for (const node of statements) {
    if (node.type === 'FunctionDeclaration' && node.id) declare(scope, node.id.name);
    if (node.type === 'VariableDeclaration') {
      for (const { id } of node.declarations) {
        if (node.kind === 'var') declareVar(scope, nameOf(id));
        else declare(scope, nameOf(id), node.kind === 'const');
      }
    } else hoistVars(node, scope);
  }
  const functions = statements.flatMap((node): Run[] => {
    if (node.type !== 'FunctionDeclaration' || !node.id) return [];
    const make = functionValue(node, scope, node.id.name);
    const { index } = declare(scope, node.id.name);
    return [
      (frame) => {
        frame.slots[index] = make(frame);
        return undefined;
      },
    ];
  });
  const steps = [
    ...functions,
    ...statements.map((node) => statement(node, scope)).filter((run) => run !== none),
  ];
  if (steps.length === 1) return steps[0] as Run;
  return (frame) => {
    for (let index = 0; index < steps.length; index++) {
      const ended = (steps[index] as Run)(frame);
      if (ended !== undefined) return ended;
    }
    return undefined;
  };
}
