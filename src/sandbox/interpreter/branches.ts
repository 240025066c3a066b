import type { Statement } from 'acorn';
import { OpaqueValue } from '../values.ts';
import { declaresNames, initialise, predeclare } from './declarations.ts';
import { expression } from './expressions.ts';
import { turnOf } from './loops.ts';
import {
  type Code,
  type Completion,
  freshScope,
  nameOf,
  newFrame,
  none,
  type Run,
  type Scope,
  sharedScope,
} from './scope.ts';
import { sequence, statement } from './statements.ts';

export function choice(test: Code, yes: Run, no: Run): Run {
  return (frame) => (test(frame) ? yes(frame) : no(frame));
}

/** A block has variables of its own where it declares any. */
export function block(node: Statement, scope: Scope): Run {
  if (node.type !== 'BlockStatement') return statement(node, scope);
  if (!declaresNames(node)) return sequence(node.body, sharedScope(scope));
  const inner = freshScope(scope);
  const run = sequence(node.body, inner);
  return (frame) => run(newFrame(frame));
}

export function choose(node: Extract<Statement, { type: 'SwitchStatement' }>, scope: Scope): Run {
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

export function attempt(node: Extract<Statement, { type: 'TryStatement' }>, scope: Scope): Run {
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
