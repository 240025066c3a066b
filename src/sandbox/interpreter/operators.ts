import { SandboxArray, SandboxFunction, SandboxObject, type Value } from '../values.ts';
import type { Code } from './scope.ts';

type Operation = (left: never, right: never) => Value;

/** Binary operators. Objects compare and join by their text, as everywhere in JavaScript. */
const operations: Readonly<Record<string, (left: Code, right: Code) => Code>> = {
  '===': (left, right) => (frame) => left(frame) === right(frame),
  '!==': (left, right) => (frame) => left(frame) !== right(frame),
  '+': (left, right) => (frame) => (left(frame) as number) + (right(frame) as number),
  '<': (left, right) => (frame) => (left(frame) as number) < (right(frame) as number),
  '>': (left, right) => (frame) => (left(frame) as number) > (right(frame) as number),
  '<=': (left, right) => (frame) => (left(frame) as number) <= (right(frame) as number),
  '>=': (left, right) => (frame) => (left(frame) as number) >= (right(frame) as number),
  // biome-ignore lint/suspicious/noDoubleEquals: it is the operator that is being made.
  '==': plain((left, right) => left == right),
  // biome-ignore lint/suspicious/noDoubleEquals: it is the operator that is being made.
  '!=': plain((left, right) => left != right),
  '-': plain((left: number, right: number) => left - right),
  '*': plain((left: number, right: number) => left * right),
  '/': plain((left: number, right: number) => left / right),
  '%': plain((left: number, right: number) => left % right),
  '**': plain((left: number, right: number) => left ** right),
  '&': plain((left, right) => Number(left) & Number(right)),
  '|': plain((left, right) => Number(left) | Number(right)),
  '^': plain((left, right) => Number(left) ^ Number(right)),
  '<<': plain((left, right) => Number(left) << Number(right)),
  '>>': plain((left, right) => Number(left) >> Number(right)),
  '>>>': plain((left, right) => Number(left) >>> Number(right)),
  in: plain((key: Value, of: Value) => {
    const holds = of instanceof SandboxObject || of instanceof SandboxArray || of instanceof SandboxFunction;
    return holds && of.has(String(key));
  }),
};

export function binary(operator: string, left: Code, right: Code): Code {
  const make = operations[operator];
  if (!make) throw new SyntaxError(`${operator} is not part of the sandbox's language.`);
  return make(left, right);
}

function plain(operation: Operation): (left: Code, right: Code) => Code {
  const apply = operation as (left: Value, right: Value) => Value;
  return (left, right) => (frame) => apply(left(frame), right(frame));
}
