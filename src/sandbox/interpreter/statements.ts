import type { BlockStatement, ForStatement, Pattern, Program, Statement, VariableDeclaration } from 'acorn';
import { OpaqueValue, type Value } from '../values.ts';
import { turned } from './deadline.ts';
import { expression, functionValue, store } from './expressions.ts';
import { elementsOf, keysOf } from './operations.ts';
import {
  type Code,
  declare,
  declareVar,
  type Frame,
  freshScope,
  nameOf,
  newFrame,
  type Scope,
  sharedScope,
} from './scope.ts';

/** How a statement ended when not by reaching its end. */
export type Completion = undefined | 'break' | 'continue' | { value: Value };
export type Run = (frame: Frame) => Completion;

/** Compiles a function's or a program's body in the scope of the function. */
export function body(statements: readonly Statement[] | Program['body'], scope: Scope): Run {
  return sequence(statements as Statement[], scope);
}

const none: Run = () => undefined;

function statement(node: Statement, scope: Scope): Run {
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
  throw new SyntaxError(`${node.type} is not part of the sandbox's language.`);
}

/** Declares what the statements declare, sets up their functions, and runs them in turn. */
function sequence(statements: readonly Statement[], scope: Scope): Run {
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

/** `var` is declared in the function even where it stands in a block or loop. */
function hoistVars(node: object, scope: Scope): void {
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

function declaration(node: VariableDeclaration, scope: Scope): Run {
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

function assigning(value: Code, to: (frame: Frame, value: Value) => void): Run {
  return (frame) => {
    to(frame, value(frame));
    return undefined;
  };
}

function choice(test: Code, yes: Run, no: Run): Run {
  return (frame) => (test(frame) ? yes(frame) : no(frame));
}

/** A block has variables of its own where it declares any. */
function block(node: Statement, scope: Scope): Run {
  if (node.type !== 'BlockStatement') return statement(node, scope);
  if (!declaresNames(node)) return sequence(node.body, sharedScope(scope));
  const inner = freshScope(scope);
  const run = sequence(node.body, inner);
  return (frame) => run(newFrame(frame));
}

/** The body of `while` and `for (var ...)` runs in the frame around it, turn after turn. */
function shared(node: Statement, scope: Scope): Run {
  if (node.type !== 'BlockStatement') return statement(node, scope);
  return sequence(node.body, sharedScope(scope));
}

function loop(test: Code, turn: Run, update?: Code, first = false): Run {
  return (frame) => {
    let entering = first;
    while (entering || test(frame)) {
      turned();
      entering = false;
      const ended = turn(frame);
      if (ended === 'break') return undefined;
      if (typeof ended === 'object') return ended;
      update?.(frame);
    }
    return undefined;
  };
}

function forVar(node: ForStatement, scope: Scope): Run {
  const { init, test, update } = node;
  const start = !init
    ? none
    : init.type === 'VariableDeclaration'
      ? declaration(init, scope)
      : assigning(expression(init, scope), () => {});
  const turns = loop(
    test ? expression(test, scope) : () => true,
    shared(node.body, scope),
    update ? expression(update, scope) : undefined,
  );
  return (frame) => {
    start(frame);
    return turns(frame);
  };
}

/** Each turn of `for (let ...)` has the loop's variables anew, so that closures keep their own. */
function forLet(node: ForStatement, scope: Scope): Run {
  const inner = freshScope(scope);
  const init = node.init as VariableDeclaration;
  for (const { id } of init.declarations) declare(inner, nameOf(id), init.kind === 'const');
  const count = inner.layout.size;
  const start = declaration(init, inner);
  const test = node.test ? expression(node.test, inner) : () => true;
  const update = node.update ? expression(node.update, inner) : () => undefined;
  const turn = turnOf(node.body, inner);
  return (outer) => {
    let frame = newFrame(outer);
    start(frame);
    while (test(frame)) {
      turned();
      const ended = turn(frame);
      if (ended === 'break') return undefined;
      if (typeof ended === 'object') return ended;
      const next = newFrame(outer);
      for (let index = 0; index < count; index++) next.slots[index] = frame.slots[index];
      frame = next;
      update(frame);
    }
    return undefined;
  };
}

function each(
  left: VariableDeclaration | Pattern,
  source: Code,
  over: (value: Value) => Iterable<Value>,
  bodyNode: Statement,
  scope: Scope,
): Run {
  const lexical = isLexical(left);
  const inner = lexical ? freshScope(scope) : scope;
  const declared = 'declarations' in left ? left.declarations[0]?.id : left;
  if (!declared) throw new SyntaxError('A loop without a variable.');
  const name = nameOf(declared as Pattern);
  if (lexical) declare(inner, name, left.kind === 'const');
  else if ('declarations' in left) declareVar(scope, name);
  const set = lexical ? initialise(inner, name) : store(name, scope);
  const turn = lexical ? turnOf(bodyNode, inner) : shared(bodyNode, scope);
  return (outer) => {
    for (const value of over(source(outer))) {
      const frame = lexical ? newFrame(outer) : outer;
      set(frame, value);
      const ended = turn(frame);
      if (ended === 'break') return undefined;
      if (typeof ended === 'object') return ended;
    }
    return undefined;
  };
}

/** The body of a loop whose every turn has a frame: what the body declares lives in that frame too. */
function turnOf(node: Statement, scope: Scope): Run {
  if (node.type !== 'BlockStatement') return statement(node, scope);
  return sequence(node.body, { ...sharedScope(scope), repeats: false });
}

function initialise(scope: Scope, name: string): (frame: Frame, value: Value) => void {
  const { index } = declare(scope, name);
  return (frame, value) => {
    frame.slots[index] = value;
  };
}

function choose(node: Extract<Statement, { type: 'SwitchStatement' }>, scope: Scope): Run {
  const value = expression(node.discriminant, scope);
  const inner = sharedScope(scope);
  for (const { consequent } of node.cases) predeclare(consequent, inner);
  const tests = node.cases.map(({ test }) => (test ? expression(test, inner) : undefined));
  const bodies = node.cases.map(({ consequent }) => sequence(consequent, inner));
  const otherwise = tests.indexOf(undefined);
  return (frame) => {
    const wanted = value(frame);
    let at = tests.findIndex((test) => test && test(frame) === wanted);
    if (at < 0) at = otherwise;
    for (; at >= 0 && at < bodies.length; at++) {
      const ended = (bodies[at] as Run)(frame);
      if (ended === 'break') return undefined;
      if (ended !== undefined) return ended;
    }
    return undefined;
  };
}

/** Every case sees what any case declares. */
function predeclare(statements: readonly Statement[], scope: Scope): void {
  for (const node of statements) {
    if (node.type !== 'VariableDeclaration' || node.kind === 'var') continue;
    for (const { id } of node.declarations) declare(scope, nameOf(id), node.kind === 'const');
  }
}

function attempt(node: Extract<Statement, { type: 'TryStatement' }>, scope: Scope): Run {
  const tried = block(node.block, scope);
  const finally_ = node.finalizer ? block(node.finalizer, scope) : none;
  const inner = freshScope(scope);
  const { handler } = node;
  const error = handler?.param ? initialise(inner, nameOf(handler.param)) : () => {};
  const caught = handler ? turnOf(handler.body, inner) : undefined;
  return (frame) => {
    let ended: Completion;
    try {
      ended = tried(frame);
    } catch (thrown) {
      if (!caught) {
        finally_(frame);
        throw thrown;
      }
      const within = newFrame(frame);
      error(within, new OpaqueValue(thrown));
      ended = caught(within);
    }
    return finally_(frame) ?? ended;
  };
}

function declaresNames({ body: statements }: BlockStatement): boolean {
  return statements.some(
    (node) => node.type === 'FunctionDeclaration' || (node.type === 'VariableDeclaration' && isLexical(node)),
  );
}

function isLexical(node: { type: string } | null | undefined): node is VariableDeclaration {
  return node?.type === 'VariableDeclaration' && (node as VariableDeclaration).kind !== 'var';
}
