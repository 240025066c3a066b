import type { ForStatement, Pattern, Statement, VariableDeclaration } from 'acorn';
import type { Value } from '../values.ts';
import { turned } from './deadline.ts';
import { assigning, declaration, initialise, isLexical } from './declarations.ts';
import { expression } from './expressions.ts';
import {
  type Code,
  declare,
  declareVar,
  freshScope,
  nameOf,
  newFrame,
  none,
  type Run,
  type Scope,
  sharedScope,
  store,
} from './scope.ts';
import { sequence, statement } from './statements.ts';

export function loop(test: Code, turn: Run, update?: Code, first = false): Run {
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

export function forVar(node: ForStatement, scope: Scope): Run {
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
export function forLet(node: ForStatement, scope: Scope): Run {
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

export function each(
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
export function turnOf(node: Statement, scope: Scope): Run {
  if (node.type !== 'BlockStatement') return statement(node, scope);
  return sequence(node.body, { ...sharedScope(scope), repeats: false });
}

/** The body of `while` and `for (var ...)` runs in the frame around it, turn after turn. */
export function shared(node: Statement, scope: Scope): Run {
  if (node.type !== 'BlockStatement') return statement(node, scope);
  return sequence(node.body, sharedScope(scope));
}
