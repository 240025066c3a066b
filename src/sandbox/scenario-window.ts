/** A call of one of the functions that a scenario put into `window`. */
export interface WindowCall {
  /** Its path, such as `fbq` or `analytics.track`. */
  name: string;
  args: unknown[];
}

/** A function in a scenario: `{"$function": "name", "returns": ...}`. */
interface WrittenFunction {
  $function: string;
  returns?: unknown;
}

/**
 * The `window` that a scenario describes.
 *
 * @param calls where calls of its functions are noted
 */
export function windowOf(written: Record<string, unknown>, calls: WindowCall[]): Record<string, unknown> {
  const made = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(made);
    if (value === null || typeof value !== 'object') return value;
    if (isFunction(value)) {
      const { $function: name, returns } = value;
      return (...args: unknown[]) => {
        calls.push({ name, args: args.map(shown) });
        return made(returns);
      };
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, made(item)]));
  };
  return made(written) as Record<string, unknown>;
}

/** Whether a part of a scenario's `window` stands for a function. */
export function isFunction(value: object): value is WrittenFunction {
  return typeof (value as { $function?: unknown }).$function === 'string';
}

/** A value as JSON can say it: what it has no word for is named. */
export function shown(value: unknown): unknown {
  const outer: unknown[] = [];
  const copy = (from: unknown): unknown => {
    if (typeof from === 'function') return '(function)';
    if (from === undefined) return null;
    if (typeof from === 'number' && !Number.isFinite(from)) return `(${from})`;
    if (from === null || typeof from !== 'object') return from;
    if (outer.includes(from)) return '(itself)';
    outer.push(from);
    const made = Array.isArray(from)
      ? from.map(copy)
      : Object.fromEntries(
          Object.entries(from).flatMap(([key, item]) => (item === undefined ? [] : [[key, copy(item)]])),
        );
    outer.pop();
    return made;
  };
  return copy(value);
}
