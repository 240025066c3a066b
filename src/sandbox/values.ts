/**
 * The values that sandboxed code works with. Objects, arrays and functions are not the page's: they have no prototype,
 * their keys keep the order in which they came, and freezing makes later writes silently ineffective.
 */

export type Value =
  | undefined
  | null
  | boolean
  | number
  | string
  | SandboxObject
  | SandboxArray
  | SandboxFunction
  | OpaqueValue;

/** What an object, an array and a function have in common: named properties, and being frozen or not. */
abstract class Properties {
  abstract toString(): string;

  frozen = false;
  protected named: Map<string, Value> | undefined;

  get(key: string): Value {
    return this.named?.get(key);
  }

  set(key: string, value: Value): void {
    if (this.frozen) return;
    this.named ??= new Map();
    this.named.set(key, value);
  }

  has(key: string): boolean {
    return this.named?.has(key) ?? false;
  }

  remove(key: string): void {
    if (!this.frozen) this.named?.delete(key);
  }

  keys(): string[] {
    return this.named ? [...this.named.keys()] : [];
  }

  freeze(): void {
    this.frozen = true;
  }
}

export class SandboxObject extends Properties {
  override toString(): string {
    return '[object Object]';
  }
}

export class SandboxArray extends Properties {
  readonly values: Value[];

  constructor(values: Value[] = []) {
    super();
    this.values = values;
  }

  override get(key: string | number): Value {
    if (key === 'length') return this.values.length;
    return isIndex(key) ? this.values[Number(key)] : super.get(String(key));
  }

  override set(key: string | number, value: Value): void {
    if (this.frozen) return;
    if (key === 'length') {
      if (!isIndex(value)) throw new SandboxError('RangeError: Length property must be a valid integer.');
      this.values.length = Number(value);
    } else if (isIndex(key)) this.values[Number(key)] = value;
    else super.set(String(key), value);
  }

  override has(key: string | number): boolean {
    return isIndex(key) ? Object.hasOwn(this.values, Number(key)) : super.has(String(key));
  }

  override remove(key: string | number): void {
    if (isIndex(key)) {
      if (!this.frozen) delete this.values[Number(key)];
    } else super.remove(String(key));
  }

  /** Named properties come before the indices. */
  override keys(): string[] {
    return [...super.keys(), ...Object.keys(this.values)];
  }

  override freeze(): void {
    super.freeze();
    Object.freeze(this.values);
  }

  override toString(): string {
    return joined(this, []);
  }
}

/** What a function does: its arguments in, its value out; a thrown error aborts the tag. */
export type Body = (args: Value[]) => Value;

export class SandboxFunction extends Properties {
  readonly name: string;
  readonly call: Body;

  constructor(name: string, call: Body) {
    super();
    this.name = name;
    this.call = call;
  }

  override toString(): string {
    return this.name;
  }
}

/** A value of the page that the sandbox may hold and hand on, but not look into (a caught error, for one). */
export class OpaqueValue {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }

  toString(): string {
    return String(this.value);
  }
}

/** What strings' methods ask of a regular expression. */
export interface TextPattern {
  match(text: string): Value;
  replace(text: string, by: Value): Value;
  search(text: string): Value;
}

/** A regular expression that an API made: strings' methods take it, and code cannot look into it. */
export class PatternValue extends OpaqueValue {
  readonly pattern: TextPattern;

  constructor(pattern: TextPattern) {
    super(pattern);
    this.pattern = pattern;
  }
}

/** What aborts a tag. The message is the one that GTM's runtime gives. */
export class SandboxError extends Error {}

/** Whether a key names an element of an array: a whole number from 0, or its plain decimal spelling. */
function isIndex(key: unknown): key is number | string {
  if (typeof key === 'number') return key >= 0 && Number.isFinite(key) && key % 1 === 0;
  return typeof key === 'string' && key[0] !== '-' && key === String(Number.parseInt(key, 10));
}

/** A fresh object of the sandbox with these properties. */
export function objectOf(properties: Record<string, Value>): SandboxObject {
  const object = new SandboxObject();
  for (const [key, value] of Object.entries(properties)) object.set(key, value);
  return object;
}

function joined(array: SandboxArray, outer: SandboxArray[]): string {
  if (outer.includes(array)) return '';
  const within = [...outer, array];
  return Array.from(array.values, (value) => {
    if (value === null || value === undefined) return '';
    return value instanceof SandboxArray ? joined(value, within) : String(value);
  }).join(',');
}
