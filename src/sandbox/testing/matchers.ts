import { SandboxArray, SandboxFunction, SandboxObject, type Value } from '../values.ts';
import { areEqual, shown } from './equality.ts';

/** One method of `assertThat(actual)`. */
export interface Matcher {
  /** What it expects, to follow "expected … to"; given the arguments as they are shown. */
  expects: (shownArguments: string) => string;
  holds: (actual: Value, expected: Value[]) => boolean;
}

const isTrue = (actual: Value) => actual === true;
const isFalse = (actual: Value) => actual === false;
const isNaNNumber = (actual: Value) => typeof actual === 'number' && Number.isNaN(actual);
const isInfinite = (actual: Value) =>
  actual === Number.POSITIVE_INFINITY || actual === Number.NEGATIVE_INFINITY;
const isList = (actual: Value): actual is SandboxArray => actual instanceof SandboxArray;

function lengthOf(actual: Value): number | undefined {
  if (typeof actual === 'string') return actual.length;
  return isList(actual) ? actual.values.length : undefined;
}

function has(actual: Value, expected: Value): boolean {
  if (typeof actual === 'string') return actual.includes(String(expected));
  return isList(actual) && actual.values.some((element) => areEqual(element, expected));
}

/** Whether two lists hold the same values in whatever order. */
function holdsExactly(actual: Value, expected: Value[]): boolean {
  if (!isList(actual) || actual.values.length !== expected.length) return false;
  const left = [...actual.values];
  return expected.every((value) => {
    const index = left.findIndex((element) => areEqual(element, value));
    if (index < 0) return false;
    left.splice(index, 1);
    return true;
  });
}

/** Numbers and strings, as the code's own `<` compares them. */
function compared(
  actual: Value,
  [expected]: Value[],
  accepts: (one: number, other: number) => boolean,
): boolean {
  if (typeof actual === 'string' && typeof expected === 'string') {
    return accepts(actual < expected ? -1 : Number(actual > expected), 0);
  }
  return accepts(Number(actual), Number(expected));
}

/** Every method of `assertThat(actual, message?)`, by its name. */
export const matchers: Readonly<Record<string, Matcher>> = {
  isUndefined: { expects: () => 'be undefined', holds: (actual) => actual === undefined },
  isDefined: { expects: () => 'be defined', holds: (actual) => actual !== undefined },
  isNull: { expects: () => 'be null', holds: (actual) => actual === null },
  isNotNull: { expects: () => 'not be null', holds: (actual) => actual !== null },
  isFalse: { expects: () => 'be false', holds: isFalse },
  isTrue: { expects: () => 'be true', holds: isTrue },
  isFalsy: { expects: () => 'be falsy', holds: (actual) => !actual },
  isTruthy: { expects: () => 'be truthy', holds: (actual) => Boolean(actual) },
  isNaN: { expects: () => 'be NaN', holds: isNaNNumber },
  isNotNaN: { expects: () => 'not be NaN', holds: (actual) => !isNaNNumber(actual) },
  isInfinity: { expects: () => 'be infinite', holds: isInfinite },
  isNotInfinity: { expects: () => 'not be infinite', holds: (actual) => !isInfinite(actual) },
  isEqualTo: {
    expects: (value) => `equal ${value}`,
    holds: (actual, [expected]) => areEqual(actual, expected),
  },
  isNotEqualTo: {
    expects: (value) => `differ from ${value}`,
    holds: (actual, [expected]) => !areEqual(actual, expected),
  },
  isAnyOf: {
    expects: (values) => `equal any of ${values}`,
    holds: (actual, expected) => expected.some((value) => areEqual(actual, value)),
  },
  isNoneOf: {
    expects: (values) => `equal none of ${values}`,
    holds: (actual, expected) => !expected.some((value) => areEqual(actual, value)),
  },
  isStrictlyEqualTo: {
    expects: (value) => `be strictly equal to ${value}`,
    holds: (actual, [expected]) => actual === expected,
  },
  isNotStrictlyEqualTo: {
    expects: (value) => `not be strictly equal to ${value}`,
    holds: (actual, [expected]) => actual !== expected,
  },
  isGreaterThan: {
    expects: (value) => `be greater than ${value}`,
    holds: (actual, expected) => compared(actual, expected, (one, other) => one > other),
  },
  isGreaterThanOrEqualTo: {
    expects: (value) => `be greater than or equal to ${value}`,
    holds: (actual, expected) => compared(actual, expected, (one, other) => one >= other),
  },
  isLessThan: {
    expects: (value) => `be less than ${value}`,
    holds: (actual, expected) => compared(actual, expected, (one, other) => one < other),
  },
  isLessThanOrEqualTo: {
    expects: (value) => `be less than or equal to ${value}`,
    holds: (actual, expected) => compared(actual, expected, (one, other) => one <= other),
  },
  contains: {
    expects: (values) => `contain ${values}`,
    holds: (actual, expected) =>
      lengthOf(actual) !== undefined && expected.every((value) => has(actual, value)),
  },
  doesNotContain: {
    expects: (values) => `contain none of ${values}`,
    holds: (actual, expected) =>
      lengthOf(actual) !== undefined && !expected.some((value) => has(actual, value)),
  },
  containsExactly: { expects: (values) => `hold exactly ${values} in any order`, holds: holdsExactly },
  doesNotContainExactly: {
    expects: (values) => `hold other values than ${values}`,
    holds: (actual, expected) => isList(actual) && !holdsExactly(actual, expected),
  },
  hasLength: {
    expects: (value) => `have the length ${value}`,
    holds: (actual, [expected]) => lengthOf(actual) !== undefined && lengthOf(actual) === expected,
  },
  isEmpty: { expects: () => 'be empty', holds: (actual) => lengthOf(actual) === 0 },
  isNotEmpty: {
    expects: () => 'be a text or list that is not empty',
    holds: (actual) => (lengthOf(actual) ?? 0) > 0,
  },
  isArray: { expects: () => 'be an array', holds: isList },
  isBoolean: { expects: () => 'be a boolean', holds: (actual) => typeof actual === 'boolean' },
  isFunction: { expects: () => 'be a function', holds: (actual) => actual instanceof SandboxFunction },
  isNumber: { expects: () => 'be a number', holds: (actual) => typeof actual === 'number' },
  isObject: { expects: () => 'be an object', holds: (actual) => actual instanceof SandboxObject },
  isString: { expects: () => 'be a string', holds: (actual) => typeof actual === 'string' },
};

/** Why a matcher does not hold, or undefined where it does. */
export function mismatch(matcher: Matcher, actual: Value, expected: Value[]): string | undefined {
  if (matcher.holds(actual, expected)) return undefined;
  const wanted = matcher.expects(expected.map((value) => shown(value)).join(', '));
  return `expected ${shown(actual)} to ${wanted}`;
}
