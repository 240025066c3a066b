import { toPage, toSandbox } from '../border.ts';
import { methods } from '../language.ts';
import {
  PatternValue,
  SandboxArray,
  SandboxError,
  SandboxFunction,
  SandboxObject,
  type Value,
} from '../values.ts';
import { arrayMethods } from './arrays.ts';
import type { Code } from './scope.ts';

const stringMethods: ReadonlySet<string> = new Set(methods.string);

/** Reads `object[key]`. Numbers and booleans have no properties, strings their length and characters. */
export function getProperty(object: Value, key: Value): Value {
  if (object instanceof SandboxObject) return object.get(String(key));
  if (object instanceof SandboxArray) return object.get(typeof key === 'number' ? key : String(key));
  if (object === undefined || object === null) {
    throw new SandboxError(`TypeError: Cannot read properties of ${object} (reading '${key}')`);
  }
  if (typeof object === 'string') {
    if (key === 'length') return object.length;
    return /^(0|[1-9]\d*)$/.test(String(key)) ? object[Number(key)] : undefined;
  }
  return object instanceof SandboxFunction ? object.get(String(key)) : undefined;
}

/** Writes `object[key]`; on a string, number or boolean nothing happens. */
export function setProperty(object: Value, key: Value, value: Value): Value {
  if (object === undefined || object === null) {
    throw new SandboxError(`TypeError: Can't set property ${key} of ${object}.`);
  }
  if (object instanceof SandboxArray) object.set(typeof key === 'number' ? key : String(key), value);
  else if (object instanceof SandboxObject || object instanceof SandboxFunction)
    object.set(String(key), value);
  return value;
}

/** Calls `object[key](...args)`, with the type's methods where the object has no such property of its own. */
export function callMethod(object: Value, key: Value, args: Value[]): Value {
  const name = String(key);
  if (object === undefined || object === null) {
    throw new SandboxError(`TypeError: Can't read property ${name} of ${object}.`);
  }
  if (typeof object === 'string') return callOnString(object, name, args);
  if (typeof object === 'number' || typeof object === 'boolean') return callOnNumber(object, name, args);
  if (!('get' in object)) {
    if (name === 'toString') return object.toString();
    throw new SandboxError(`TypeError: Object has no '${name}' property.`);
  }
  if (object.has(name)) {
    const own = object.get(name);
    if (own instanceof SandboxFunction) return own.call(args);
    throw new SandboxError(`TypeError: ${name} is not a function`);
  }
  if (object instanceof SandboxArray) {
    const method = Object.hasOwn(arrayMethods, name) ? arrayMethods[name] : undefined;
    if (method) return method(object, args);
  } else {
    if (name === 'toString') return object.toString();
    if (name === 'hasOwnProperty') return object.has(String(args[0]));
  }
  throw new SandboxError(`TypeError: Object has no '${name}' property.`);
}

/** `+`, which joins as soon as one side is no number. */
export function add(left: Value, right: Value): Value {
  return (left as number) + (right as number);
}

/** What `for (key in value)` visits: a string's positions are numbers, everything else is a string. */
export function keysOf(value: Value): Value[] {
  if (typeof value === 'string') return Array.from({ length: value.length }, (_, index) => index);
  if (value instanceof SandboxObject || value instanceof SandboxArray || value instanceof SandboxFunction) {
    return value.keys();
  }
  return [];
}

/** What `for (element of value)` visits, one by one as the array stands then. */
export function* elementsOf(value: Value): Generator<Value> {
  if (typeof value === 'string') {
    for (let index = 0; index < value.length; index++) yield value[index];
  } else if (value instanceof SandboxArray) {
    for (let index = 0; index < value.values.length; index++) yield value.values[index];
  } else throw new SandboxError('The value is not iterable.');
}

export function typeOf(value: Value): string {
  return value instanceof SandboxFunction ? 'function' : typeof value;
}

function callOnString(text: string, name: string, args: Value[]): Value {
  if (!stringMethods.has(name)) throw new SandboxError(`TypeError: ${name} is not a function`);
  const [first, second] = args;
  if (first instanceof PatternValue) {
    if (name === 'replace') return first.pattern.replace(text, second);
    if (name === 'match' || name === 'search') return first.pattern[name](text);
  }
  const method = text[name as 'concat'] as (...given: unknown[]) => unknown;
  return toSandbox(method.apply(text, args.map(toPage)));
}

function callOnNumber(value: number | boolean, name: string, [radix]: Value[]): Value {
  if (name !== 'toString') throw new SandboxError(`TypeError: ${value}.${name} is not a function.`);
  if (typeof value === 'boolean' || radix === undefined) return value.toString();
  try {
    return value.toString(Number(radix));
  } catch {
    return value.toString();
  }
}

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
