import type { Expression, Function as FunctionNode, Pattern } from 'acorn';
import { SandboxArray, SandboxError, SandboxFunction, type Value } from '../values.ts';
import { expression, keyOf, rejectOptional } from './expressions.ts';
import { refuseForeign } from './foreign.ts';
import { callMethod } from './operations.ts';
import { type Code, declare, type Frame, freshScope, nameOf, type Scope } from './scope.ts';
import { body } from './statements.ts';
import { leaving, running } from './trace.ts';

/** How deep calls of the sandbox's functions may nest. */
const DEEPEST = 500;

let depth = 0;

/** Runs a function's code in its frame, within the depth that GTM's runtime stands. */
function invoke(code: (frame: Frame) => Value, frame: Frame): Value {
  if (depth >= DEEPEST) throw new RangeError('Maximum call stack size exceeded');
  depth++;
  const outer = running.at;
  try {
    return code(frame);
  } catch (error) {
    leaving(error, outer);
    throw error;
  } finally {
    running.at = outer;
    depth--;
  }
}

/** Compiles a function; running the code makes the function's value. */
export function functionValue(node: FunctionNode, outer: Scope, name: string): Code {
  const selfNamed = node.type === 'FunctionExpression' && node.id;
  const around = selfNamed ? freshScope(outer) : outer;
  const selfAt = selfNamed ? declare(around, selfNamed.name).index : 0;
  const scope = freshScope(around, true);
  const params = node.params.map((param: Pattern) => declare(scope, nameOf(param)).index);
  if (node.async || node.generator) refuseForeign(node, node.async ? 'an async function' : 'a generator');
  let run: (frame: Frame) => Value;
  if (node.body.type === 'BlockStatement') {
    const statements = body(node.body.body, scope);
    run = (frame) => {
      const ended = statements(frame);
      return typeof ended === 'object' ? ended.value : undefined;
    };
  } else {
    const value = expression(node.body, scope);
    run = (frame) => {
      running.at = node.body;
      running.heard?.(node.body);
      return value(frame);
    };
  }
  const { layout } = scope;
  return (frame) => {
    const home: Frame = selfNamed ? { slots: [], outer: frame } : frame;
    const made = new SandboxFunction(name, (args) => {
      const slots: Value[] = [];
      for (let index = 0; index < params.length; index++) slots[params[index] as number] = args[index];
      if (layout.argumentsAt !== undefined) slots[layout.argumentsAt] = new SandboxArray(args.slice());
      return invoke(run, { slots, outer: home });
    });
    if (selfNamed) home.slots[selfAt] = made;
    return made;
  };
}

/** Compiles a call: of a method, of a variable, or of what an expression gives. */
export function call(node: Extract<Expression, { type: 'CallExpression' }>, scope: Scope): Code {
  rejectOptional(node);
  const args = node.arguments.map((argument) => expression(argument, scope));
  const given = (frame: Frame) => {
    const values: Value[] = [];
    for (let index = 0; index < args.length; index++) values.push((args[index] as Code)(frame));
    return values;
  };
  const { callee } = node;
  if (callee.type === 'MemberExpression') {
    rejectOptional(callee);
    const of = expression(callee.object, scope);
    const key = keyOf(callee, scope);
    return (frame) => callMethod(of(frame), key(frame), given(frame));
  }
  const code = expression(callee, scope);
  const name = callee.type === 'Identifier' ? callee.name : '$0';
  return (frame) => {
    const called = code(frame);
    if (!(called instanceof SandboxFunction))
      throw new SandboxError(`Attempting to execute non-function ${name}.`);
    return called.call(given(frame));
  };
}
