import { OpaqueValue, SandboxArray, SandboxFunction, SandboxObject, type Value } from './values.ts';

/**
 * A deep copy of a sandbox value for the page. Functions become page functions that copy their arguments in and their
 * result out, with copies of their properties (`fbq.queue`); cycles stay cycles; an opaque value becomes undefined.
 */
export function toPage(value: Value): unknown {
  if (value === null || typeof value !== 'object') return value;
  const copies = new Map<Value, unknown>();
  const copy = (from: Value): unknown => {
    if (from === null || typeof from !== 'object') return from;
    if (copies.has(from)) return copies.get(from);
    if (from instanceof OpaqueValue) return undefined;
    const to = emptyFor(from) as Record<string, unknown>;
    copies.set(from, to);
    for (const key of from.keys()) define(to, key, copy(from.get(key)));
    return to;
  };
  return copy(value);
}

/** What the page gets for a function, an array or an object, before its properties. */
function emptyFor(from: SandboxFunction | SandboxArray | SandboxObject): unknown {
  if (from instanceof SandboxArray) return [];
  if (from instanceof SandboxObject) return {};
  return (...args: unknown[]) => toPage(from.call(args.map((arg) => toSandbox(arg))));
}

/**
 * A deep copy of a page value for the sandbox. Only plain things cross: class instances, DOM nodes, Date, Map, symbols
 * and big integers become undefined; functions are wrapped.
 */
export function toSandbox(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const copies = new Map<unknown, Value>();
  const copy = (from: unknown): Value => {
    if (from === null) return null;
    if (typeof from === 'string' || typeof from === 'number' || typeof from === 'boolean') return from;
    if (copies.has(from)) return copies.get(from);
    if (typeof from === 'function') {
      const wrapped = new SandboxFunction('', (args) => toSandbox(callPage(from, from, args.map(toPage))));
      copies.set(from, wrapped);
      for (const [key, value] of Object.entries(from)) wrapped.set(key, copy(value));
      return wrapped;
    }
    if (Array.isArray(from) || isArguments(from)) {
      const array = new SandboxArray();
      copies.set(from, array);
      for (const key of Object.keys(from)) array.set(key, copy((from as Record<string, unknown>)[key]));
      return array;
    }
    if (!isPlain(from)) return undefined;
    // GTM asks the object itself for its own keys, so data with a key of that name aborts the copy.
    if (Object.hasOwn(from, 'hasOwnProperty') && typeof from.hasOwnProperty !== 'function') {
      throw new TypeError('g.hasOwnProperty is not a function');
    }
    const object = new SandboxObject();
    copies.set(from, object);
    for (const key of Object.keys(from)) object.set(key, copy(from[key]));
    return object;
  };
  return copy(value);
}

/** An object literal of whichever window, or one without a prototype; nothing that a class or the DOM made. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== 'object') return false;
  if (/^\[object (Boolean|Number|String|Array|Date|RegExp)\]$/.test(Object.prototype.toString.call(value))) {
    return false;
  }
  const object = value as Record<string, unknown>;
  try {
    if (object.nodeType || object === object.window) return false;
    const made = object.constructor as { prototype: object } | undefined;
    if (made && !Object.hasOwn(object, 'constructor') && !Object.hasOwn(made.prototype, 'isPrototypeOf')) {
      return false;
    }
    let last: string | undefined;
    for (const key in object) last = key;
    return last === undefined || Object.hasOwn(object, last);
  } catch {
    return false;
  }
}

function isArguments(value: unknown): value is ArrayLike<unknown> & object {
  if (value === null || typeof value !== 'object') return false;
  return Object.prototype.toString.call(value) === '[object Arguments]' || Object.hasOwn(value, 'callee');
}

/** Sets an own property whatever its name is: `__proto__` too is only a key here. */
function define(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  } else object[key] = value;
}

/** Calls of the page's functions that run right now. */
let calls = 0;

/** Calls a function of the page for sandboxed code. */
export function callPage(called: unknown, self: unknown, args: unknown[]): unknown {
  calls++;
  try {
    return Reflect.apply(called as (...args: unknown[]) => unknown, self, args);
  } finally {
    calls--;
  }
}

/** Whether a function of the page runs right now because sandboxed code called it. */
export function isCalledBySandbox(): boolean {
  return calls > 0;
}
