import type { Expression, MemberExpression, Node, ObjectExpression } from 'acorn';
import { foreignNames } from '../language.ts';
import { SandboxArray, SandboxObject, type Value } from '../values.ts';
import { assignment, update } from './assignments.ts';
import { refuseForeign } from './foreign.ts';
import { call, functionValue } from './functions.ts';
import { binary, getProperty, typeOf } from './operations.ts';
import type { Code, Scope } from './scope.ts';
import { load } from './scope.ts';

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
  return refuseForeign(at);
}

/** The key of `a.b` or `a[b]`. */
export function keyOf(node: MemberExpression, scope: Scope): Code {
  if (node.computed) return expression(node.property, scope);
  if (node.property.type !== 'Identifier') {
    return refuseForeign(node.property);
  }
  const { name } = node.property;
  return () => name;
}

function member(node: MemberExpression, scope: Scope): Code {
  rejectOptional(node);
  const of = expression(node.object, scope);
  const key = keyOf(node, scope);
  return (frame) => getProperty(of(frame), key(frame));
}

function object(node: ObjectExpression, scope: Scope): Code {
  const properties = node.properties.map((property): [Code, Code] => {
    if (property.type !== 'Property' || property.kind !== 'init') {
      return refuseForeign(property, property.type === 'Property' ? 'a getter or setter' : undefined);
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

export function rejectOptional(node: Node & { optional?: boolean | null }): void {
  if (node.optional) refuseForeign(node, foreignNames.ChainExpression);
}
