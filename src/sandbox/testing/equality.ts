import { OpaqueValue, SandboxArray, SandboxFunction, SandboxObject, type Value } from '../values.ts';

/**
 * Whether two values are equal as GTM's test API compares them: by what they hold, through arrays and objects;
 * functions are equal to themselves alone. A property that is undefined counts as absent.
 */
export function areEqual(one: Value, other: Value, within: [Value, Value][] = []): boolean {
  if (one === other || (isNaNValue(one) && isNaNValue(other))) return true;
  if (within.some(([left, right]) => left === one && right === other)) return true;
  const inside: [Value, Value][] = [...within, [one, other]];
  const sameAt = (left: SandboxArray | SandboxObject, right: SandboxArray | SandboxObject) => (key: string) =>
    areEqual(left.get(key), right.get(key), inside);

  if (one instanceof SandboxArray && other instanceof SandboxArray) {
    return (
      one.values.length === other.values.length &&
      [...one.values.keys()].map(String).every(sameAt(one, other))
    );
  }
  if (one instanceof SandboxObject && other instanceof SandboxObject) {
    return [...new Set([...one.keys(), ...other.keys()])].every(sameAt(one, other));
  }
  if (one instanceof OpaqueValue && other instanceof OpaqueValue) return one.value === other.value;
  return false;
}

/** A copy that later changes do not reach; functions stay themselves. */
export function snapshot(value: Value, copies = new Map<Value, Value>()): Value {
  if (!(value instanceof SandboxArray || value instanceof SandboxObject)) return value;
  const made = copies.get(value);
  if (made) return made;
  const copy = value instanceof SandboxArray ? new SandboxArray() : new SandboxObject();
  copies.set(value, copy);
  for (const key of value.keys()) copy.set(key, snapshot(value.get(key), copies));
  return copy;
}

/** A value as a reader of a failed assertion wants to see it. */
export function shown(value: Value, within: Value[] = []): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof SandboxFunction) return 'a function';
  if (!(value instanceof SandboxArray || value instanceof SandboxObject)) return String(value);
  if (within.includes(value)) return '(itself)';
  const inside = [...within, value];
  if (value instanceof SandboxArray) {
    return `[${Array.from(value.values, (element) => shown(element, inside)).join(', ')}]`;
  }
  const properties = value.keys().map((key) => `${named(key)}: ${shown(value.get(key), inside)}`);
  return properties.length ? `{${properties.join(', ')}}` : '{}';
}

function named(key: string): string {
  return /^[\w$]+$/.test(key) ? key : JSON.stringify(key);
}

function isNaNValue(value: Value): boolean {
  return typeof value === 'number' && Number.isNaN(value);
}
