import { SandboxArray, SandboxError, SandboxFunction, type Value } from '../values.ts';

type Method = (array: SandboxArray, args: Value[]) => Value;

/** The methods of arrays. Callbacks get element, index and array; elements added meanwhile are not visited. */
export const arrayMethods: Readonly<Record<string, Method>> = {
  concat: ({ values }, args) =>
    new SandboxArray([
      ...values,
      ...args.flatMap((arg) => (arg instanceof SandboxArray ? [...arg.values] : [arg])),
    ]),
  every: (array, [test]) => !visit(array, (value, index) => !call(test, value, index, array)),
  some: (array, [test]) => visit(array, (value, index) => Boolean(call(test, value, index, array))),
  filter(array, [test]) {
    const kept: Value[] = [];
    visit(array, (_value, index) => {
      if (call(test, array.values[index], index, array)) kept.push(array.values[index]);
    });
    return new SandboxArray(kept);
  },
  forEach(array, [callback]) {
    visit(array, (value, index) => {
      call(callback, value, index, array);
    });
    return undefined;
  },
  map(array, [callback]) {
    const mapped: Value[] = [];
    visit(array, (value, index) => {
      mapped[index] = call(callback, value, index, array);
    });
    return new SandboxArray(mapped);
  },
  hasOwnProperty: (array: SandboxArray, [key]: Value[]) => array.has(String(key)),
  indexOf({ values }, [wanted, from]) {
    let start = from === undefined ? 0 : Number(from);
    if (start < 0) start = Math.max(values.length + start, 0);
    for (let index = start; index < values.length; index++) {
      if (Object.hasOwn(values, index) && values[index] === wanted) return index;
    }
    return -1;
  },
  lastIndexOf({ values }, [wanted, from]) {
    const last = values.length - 1;
    const given = from as number;
    const start = from === undefined ? last : given < 0 ? values.length + given : Math.min(given, last);
    for (let index = start; index >= 0; index--) {
      if (Object.hasOwn(values, index) && values[index] === wanted) return index;
    }
    return -1;
  },
  join: ({ values }, [separator]) => Array.from(values).join(separator as string | undefined),
  pop: ({ values }) => values.pop(),
  push: ({ values }, args) => values.push(...args),
  shift: ({ values }) => values.shift(),
  unshift: ({ values }, args) => values.unshift(...args),
  reduce: (array, [callback, start]) => reduce(array, callback, start, 'Reduce', false),
  reduceRight: (array, [callback, start]) => reduce(array, callback, start, 'ReduceRight', true),
  // A frozen array stays as it is, without an error.
  reverse(array) {
    if (!array.frozen) array.values.reverse();
    return array;
  },
  slice({ values }, [from, to]) {
    const { length } = values;
    const bound = (given: Value, otherwise: number) => {
      if (given === undefined) return otherwise;
      return (given as number) < 0
        ? Math.max(length + (given as number), 0)
        : Math.min(given as number, length);
    };
    const start = bound(from, 0);
    const part: Value[] = [];
    for (let index = start; index < Math.max(start, bound(to, length)); index++) part.push(values[index]);
    return new SandboxArray(part);
  },
  sort(array, [compare]) {
    if (array.frozen) return array;
    if (compare === undefined) array.values.sort();
    else array.values.sort((a, b) => Number(call(compare, a, b)));
    return array;
  },
  splice({ values }, [start, count, ...added]) {
    if (count === undefined && added.length === 0) return new SandboxArray(values.splice(start as number));
    return new SandboxArray(values.splice(start as number, (count as number) || 0, ...added));
  },
  toString: (array: SandboxArray) => array.toString(),
};

function reduce(array: SandboxArray, callback: Value, start: Value, name: string, fromEnd: boolean): Value {
  const indices = Object.keys(array.values).map(Number);
  if (fromEnd) indices.reverse();
  let result = start;
  if (start === undefined) {
    const first = indices.shift();
    if (first === undefined) throw new SandboxError(`TypeError: ${name} on List with no elements.`);
    result = array.values[first];
  }
  for (const index of indices) {
    if (Object.hasOwn(array.values, index))
      result = call(callback, result, array.values[index], index, array);
  }
  return result;
}

/** Walks the elements that are there, holes left out; stops where the callback says true. */
function visit(array: SandboxArray, at: (value: Value, index: number) => unknown): boolean {
  const { values } = array;
  const { length } = values;
  for (let index = 0; index < length && index < values.length; index++) {
    if (Object.hasOwn(values, index) && at(values[index], index) === true) return true;
  }
  return false;
}

function call(callback: Value, ...args: Value[]): Value {
  if (callback instanceof SandboxFunction) return callback.call(args);
  if (callback === undefined || callback === null) {
    throw new SandboxError(`Cannot read properties of ${callback} (reading 'invoke')`);
  }
  throw new SandboxError('b.invoke is not a function');
}
