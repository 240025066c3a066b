import type { AssignmentExpression, Expression, MemberExpression, UpdateExpression } from 'acorn';
import type { Value } from '../values.ts';
import { expression, keyOf } from './expressions.ts';
import { refuseForeign } from './foreign.ts';
import { add, binary, getProperty, setProperty } from './operations.ts';
import type { Code, Frame, Scope } from './scope.ts';
import { load, store } from './scope.ts';

/** `a = b`, `a.b = c` and the compound forms. */
export function assignment(node: AssignmentExpression, scope: Scope): Code {
  const { left, operator } = node;
  const name = left.type === 'Identifier' ? left.name : '';
  const right = expression(node.right, scope, name);
  const combine = operator === '=' ? undefined : combining(operator.slice(0, -1));
  if (left.type === 'MemberExpression') return toMember(left, right, combine, scope);
  if (left.type !== 'Identifier') return refuseForeign(left);
  const set = store(name, scope);
  const old = load(name, scope);
  return (frame) => {
    const value = combine ? combine(old(frame), right, frame) : right(frame);
    set(frame, value);
    return value;
  };
}

/** `a++` and its kin. `++` adds 1 as `+` does: the text "5" becomes "51". */
export function update(node: UpdateExpression, scope: Scope): Code {
  const next = (value: Value) => (node.operator === '++' ? add(value, 1) : (value as number) - 1);
  const target: Expression = node.argument;
  if (target.type === 'MemberExpression') {
    const of = expression(target.object, scope);
    const key = keyOf(target, scope);
    return (frame) => {
      const [object, name] = [of(frame), key(frame)];
      const old = getProperty(object, name);
      const value = setProperty(object, name, next(old));
      return node.prefix ? value : old;
    };
  }
  if (target.type !== 'Identifier') throw new SyntaxError(`${target.type} cannot be counted up or down.`);
  const old = load(target.name, scope);
  const set = store(target.name, scope);
  return (frame) => {
    const before = old(frame);
    const after = next(before);
    set(frame, after);
    return node.prefix ? after : before;
  };
}

type Combine = (old: Value, right: Code, frame: Frame) => Value;

function combining(operator: string): Combine {
  if (operator === '&&') return (old, right, frame) => old && right(frame);
  if (operator === '||') return (old, right, frame) => old || right(frame);
  if (operator === '??') return (old, right, frame) => old ?? right(frame);
  return (old, right, frame) => binary(operator, () => old, right)(frame);
}

function toMember(left: MemberExpression, right: Code, combine: Combine | undefined, scope: Scope): Code {
  const of = expression(left.object, scope);
  const key = keyOf(left, scope);
  return (frame) => {
    const [object, name] = [of(frame), key(frame)];
    const value = combine ? combine(getProperty(object, name), right, frame) : right(frame);
    return setProperty(object, name, value);
  };
}
