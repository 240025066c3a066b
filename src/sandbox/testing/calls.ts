import { SandboxError, SandboxFunction, SandboxObject, type Value } from '../values.ts';
import { snapshot } from './equality.ts';

/** One call of an API: its arguments, as they were and as they may have become since. */
export interface Call {
  copied: Value[];
  live: Value[];
  /** Whether the template called, and not the test. */
  isTemplate: boolean;
}

/** What stands in for an API: a function or a value; from `mockObject`, an object whose members do. */
export interface Mock {
  value: Value;
  isObject: boolean;
}

/** What the APIs of one scenario did, and what stands in for them. */
export interface ApiRecord {
  /** By API name, members as `localStorage.getItem`. */
  calls: Map<string, Call[]>;
  mocks: Map<string, Mock>;
  /** Names of the mocks that are being called right now: what the test calls under such a name is the real API. */
  running: Set<string>;
  /** Once the scenario has its verdict, what its callbacks still call does nothing. */
  isOver: boolean;
}

export function newApiRecord(): ApiRecord {
  return { calls: new Map(), mocks: new Map(), running: new Set(), isOver: false };
}

export function callsOf(record: ApiRecord, name: string): Call[] {
  return record.calls.get(name) ?? [];
}

/** Notes a call under an API's name. */
export function note(record: ApiRecord, name: string, args: Value[], isTemplate = true): void {
  const calls = callsOf(record, name);
  calls.push({ copied: args.map((arg) => snapshot(arg)), live: args, isTemplate });
  record.calls.set(name, calls);
}

/**
 * An API as a scenario's code gets it from `require`: its mock where there is one, whenever that was set, else the
 * real one. Calls count for `assertApi`, the test's own too; but what a mock calls under the name that it stands in
 * for is the real API, and does not count.
 *
 * @param real gives the real API, and throws for a name that no API has
 * @param isTemplate whether the template's code asks; else the test's, and so its mocks'
 */
export function mockable(record: ApiRecord, name: string, real: () => Value, isTemplate: boolean): Value {
  const mock = record.mocks.get(name);
  const original = mock ? attempt(real) : real();
  // `mock` with a function makes a function of an API that is an object, too: templates ask for the type and call it.
  const isFunction = mock?.value instanceof SandboxFunction;
  if (mock?.isObject || (original instanceof SandboxObject && !isFunction)) {
    return withMembers(record, name, mock?.value, original, isTemplate);
  }
  return new SandboxFunction(name, (args) => {
    if (record.isOver) return undefined;
    if (!isTemplate && record.running.has(name)) return called(original, name, args);
    note(record, name, args, isTemplate);
    const current = record.mocks.get(name);
    return current ? callMock(record, name, current.value, args) : called(original, name, args);
  });
}

/** An API that is an object, with the members that a mock gives it in front of its own. */
function withMembers(
  record: ApiRecord,
  name: string,
  mock: Value,
  original: Value,
  isTemplate: boolean,
): Value {
  const object = new SandboxObject();
  const members = [original, mock].filter((from) => from instanceof SandboxObject);
  for (const key of members.flatMap((from) => from.keys())) {
    const own = original instanceof SandboxObject ? original.get(key) : undefined;
    const path = `${name}.${key}`;
    // A member may be mocked by itself too: `mock('localStorage.getItem', ...)`.
    const mocked = () => {
      const current = record.mocks.get(name)?.value;
      if (record.mocks.has(path)) return record.mocks.get(path);
      return current instanceof SandboxObject && current.has(key) ? { value: current.get(key) } : undefined;
    };
    const value = own instanceof SandboxFunction ? own : mocked()?.value;
    if (!(value instanceof SandboxFunction)) object.set(key, value);
    else {
      object.set(
        key,
        new SandboxFunction(path, (args) => {
          if (record.isOver) return undefined;
          if (!isTemplate && record.running.has(path)) return called(own, path, args);
          note(record, path, args, isTemplate);
          note(record, name, args, isTemplate);
          const current = mocked();
          return current ? callMock(record, path, current.value, args) : called(own, path, args);
        }),
      );
    }
  }
  return object;
}

function callMock(record: ApiRecord, path: string, mock: Value, args: Value[]): Value {
  if (!(mock instanceof SandboxFunction)) return mock;
  const isOutermost = !record.running.has(path);
  record.running.add(path);
  try {
    return mock.call(args);
  } finally {
    if (isOutermost) record.running.delete(path);
  }
}

function called(api: Value, name: string, args: Value[]): Value {
  if (api instanceof SandboxFunction) return api.call(args);
  throw new SandboxError(`${name} is not a function.`);
}

function attempt(real: () => Value): Value {
  try {
    return real();
  } catch {
    return undefined;
  }
}
