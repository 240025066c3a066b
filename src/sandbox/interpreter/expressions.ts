import type {
  Expression,
  Function as FunctionNode,
  MemberExpression,
  ObjectExpression,
  Pattern,
} from 'acorn';
import { SandboxArray, SandboxFunction, SandboxObject, type Value } from '../values.ts';
import { assignment, update } from './assignments.ts';
import { invoke } from './calls.ts';
import { callMethod, getProperty, typeOf } from './operations.ts';
import { binary } from './operators.ts';
import { type Code, declare, type Frame, freshScope, nameOf, resolve, type Scope } from './scope.ts';
import { body } from './statements.ts';

/**
 * Compiles an expression.
 *
 * @param name what a function without a name of its own is called, as in `const name = () => {}`
 */
export function expression(node: Expression | { type: string }, scope: Scope, name = ''): Code {
  const at = node as Expression;
  switch (at.type) {
    case 'Literal': {
      const { value } = at;
      if (value instanceof RegExp || typeof value === 'bigint') break;
      return () => value as Value;
    }
    case 'Identifier':
      return load(at.name, scope);
    case 'MemberExpression':
      return member(at, scope);
    case 'CallExpression':
      return call(at, scope);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return functionValue(at, scope, at.id?.name ?? name);
    case 'ObjectExpression':
      return object(at, scope);
    case 'ArrayExpression': {
      const elements = at.elements.map((element) => (element ? expression(element, scope) : () => undefined));
      return (frame) => new SandboxArray(elements.map((element) => element(frame)));
    }
    case 'BinaryExpression':
      return binary(at.operator, expression(at.left, scope), expression(at.right, scope));
    case 'LogicalExpression': {
      const left = expression(at.left, scope);
      const right = expression(at.right, scope);
      if (at.operator === '&&') return (frame) => left(frame) && right(frame);
      if (at.operator === '||') return (frame) => left(frame) || right(frame);
      return (frame) => left(frame) ?? right(frame);
    }
    case 'ConditionalExpression': {
      const [test, yes, no] = [at.test, at.consequent, at.alternate].map((part) =>
        expression(part, scope),
      ) as [Code, Code, Code];
      return (frame) => (test(frame) ? yes(frame) : no(frame));
    }
    case 'UnaryExpression':
      return unary(at.operator, at.argument, scope);
    case 'AssignmentExpression':
      return assignment(at, scope);
    case 'UpdateExpression':
      return update(at, scope);
    case 'SequenceExpression': {
      const parts = at.expressions.map((part) => expression(part, scope));
      return (frame) => parts.reduce<Value>((_value, part) => part(frame), undefined);
    }
    case 'TemplateLiteral': {
      const texts = at.quasis.map(({ value }) => value.cooked ?? '');
      const parts = at.expressions.map((part) => expression(part, scope));
      return (frame) => texts.reduce((text, next, index) => `${text}${parts[index - 1]?.(frame)}${next}`);
    }
    case 'ParenthesizedExpression':
      return expression(at.expression, scope, name);
  }
  throw new SyntaxError(`${at.type} is not part of the sandbox's language.`);
}

/** Reads a variable. One that nobody declared is undefined, and so is one read before its declaration ran. */
export function load(name: string, scope: Scope): Code {
  const found = resolve(scope, name);
  if (!found) return () => undefined;
  const { index } = found.binding;
  switch (found.depth) {
    case 0:
      return (frame) => frame.slots[index];
    case 1:
      return (frame) => frame.outer.slots[index];
    case 2:
      return (frame) => frame.outer.outer.slots[index];
  }
  const { depth } = found;
  return (frame) => outward(frame, depth).slots[index];
}

/** Writes a variable; a write to a constant is ignored. */
export function store(name: string, scope: Scope): (frame: Frame, value: Value) => void {
  const found = resolve(scope, name);
  if (!found) {
    return () => {
      throw new Error(`Attempting to assign to undefined value ${name}`);
    };
  }
  const { depth, binding } = found;
  if (binding.constant) return () => {};
  if (depth === 0) {
    return (frame, value) => {
      frame.slots[binding.index] = value;
    };
  }
  return (frame, value) => {
    outward(frame, depth).slots[binding.index] = value;
  };
}

/** Compiles a function; running the code makes the function's value. */
export function functionValue(node: FunctionNode, outer: Scope, name: string): Code {
  const selfNamed = node.type === 'FunctionExpression' && node.id;
  const around = selfNamed ? freshScope(outer) : outer;
  const selfAt = selfNamed ? declare(around, selfNamed.name).index : 0;
  const scope = freshScope(around, true);
  const params = node.params.map((param: Pattern) => declare(scope, nameOf(param)).index);
  if (node.async || node.generator)
    throw new SyntaxError("Asynchronous code is not part of the sandbox's language.");
  let run: (frame: Frame) => Value;
  if (node.body.type === 'BlockStatement') {
    const statements = body(node.body.body, scope);
    run = (frame) => {
      const ended = statements(frame);
      return typeof ended === 'object' ? ended.value : undefined;
    };
  } else run = expression(node.body, scope);
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

/** The key of `a.b` or `a[b]`. */
export function keyOf(node: MemberExpression, scope: Scope): Code {
  if (node.computed) return expression(node.property, scope);
  if (node.property.type !== 'Identifier') {
    throw new SyntaxError("Private members are not part of the sandbox's language.");
  }
  const { name } = node.property;
  return () => name;
}

function outward(frame: Frame, depth: number): Frame {
  let at = frame;
  for (let steps = depth; steps > 0; steps--) at = at.outer;
  return at;
}

function member(node: MemberExpression, scope: Scope): Code {
  rejectOptional(node);
  const of = expression(node.object, scope);
  const key = keyOf(node, scope);
  return (frame) => getProperty(of(frame), key(frame));
}

function call(node: Extract<Expression, { type: 'CallExpression' }>, scope: Scope): Code {
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
    if (!(called instanceof SandboxFunction)) throw new Error(`Attempting to execute non-function ${name}.`);
    return called.call(given(frame));
  };
}

function object(node: ObjectExpression, scope: Scope): Code {
  const properties = node.properties.map((property): [Code, Code] => {
    if (property.type !== 'Property' || property.kind !== 'init') {
      throw new SyntaxError(`${property.type} is not part of the sandbox's language.`);
    }
    const { key } = property;
    const named = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';
    return [
      property.computed ? expression(key, scope) : () => named,
      expression(property.value, scope, named),
    ];
  });
  return (frame) => {
    const made = new SandboxObject();
    for (const [key, value] of properties) made.set(String(key(frame)), value(frame));
    return made;
  };
}

function unary(operator: string, argument: Expression, scope: Scope): Code {
  const value = expression(argument, scope);
  switch (operator) {
    case '!':
      return (frame) => !value(frame);
    case '-':
      return (frame) => -(value(frame) as number);
    case '+':
      return (frame) => Number(value(frame));
    case '~':
      return (frame) => ~Number(value(frame));
    case 'typeof':
      return (frame) => typeOf(value(frame));
    case 'void':
      return (frame) => {
        value(frame);
        return undefined;
      };
  }
  throw new SyntaxError(`${operator} is not part of the sandbox's language.`);
}

function rejectOptional(node: { optional?: boolean | null }): void {
  if (node.optional) throw new SyntaxError("?. is not part of the sandbox's language.");
}
