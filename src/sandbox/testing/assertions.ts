import { SandboxError, SandboxFunction, SandboxObject, type Value } from '../values.ts';
import { type ApiRecord, callsOf } from './calls.ts';
import { areEqual, shown } from './equality.ts';
import { matchers, mismatch } from './matchers.ts';

/** What a scenario has found out so far. */
export interface Findings {
  apis: ApiRecord;
  /** The first failed assertion, wherever it was made: an error in a callback goes no further. */
  failure?: string;
  /** Expected calls that had not been made yet: asked again when everything asynchronous is over. */
  awaited: (() => string | undefined)[];
}

/** What `assertApi(name)` gives. */
export function apiAssertions(findings: Findings, name: string): Value {
  const calls = () => callsOf(findings.apis, name);
  const isCalledWith = (args: Value[]) =>
    calls().some(({ copied, live }) => [copied, live].some((given) => areLike(given, args)));
  const made = () =>
    calls().length
      ? `was called with ${calls()
          .map(({ copied }) => `(${list(copied)})`)
          .join(', ')}`
      : 'was not called';
  const await_ = (check: () => string | undefined) => {
    if (check()) findings.awaited.push(check);
    return undefined;
  };
  const awaitLast = (check: () => string | undefined) => {
    findings.awaited.push(check);
    return undefined;
  };
  return methodsOf(`assertApi('${name}')`, {
    // A number asks how often it is called until the scenario is over.
    wasCalled: ([times]) =>
      typeof times === 'number'
        ? awaitLast(() =>
            calls().length === times
              ? undefined
              : `expected ${name} to be called ${times} times, but it was called ${calls().length} times`,
          )
        : await_(() => (calls().length ? undefined : `expected ${name} to be called, but it was not`)),
    wasNotCalled: () =>
      calls().length ? fail(findings, `expected ${name} not to be called, but it ${made()}`) : undefined,
    wasCalledWith: (args) =>
      await_(() =>
        isCalledWith(args)
          ? undefined
          : `expected ${name} to be called with (${list(args)}), but it ${made()}`,
      ),
    wasNotCalledWith: (args) =>
      isCalledWith(args)
        ? fail(findings, `expected ${name} not to be called with (${list(args)}), but it was`)
        : undefined,
  });
}

/** What `assertThat(actual, message?)` gives. */
export function valueAssertions(findings: Findings, actual: Value, message: Value): Value {
  const prefix = message === undefined ? '' : `${String(message)}: `;
  const methods = Object.entries(matchers).map(([name, matcher]) => {
    const assertion = (expected: Value[]) => {
      const failure = mismatch(matcher, actual, expected);
      return failure === undefined ? undefined : fail(findings, prefix + failure);
    };
    return [name, assertion] as const;
  });
  return methodsOf('assertThat', Object.fromEntries(methods));
}

/** An object of assertions; each gives the object back, so that they can be chained. */
function methodsOf(name: string, methods: Record<string, (args: Value[]) => Value>): SandboxObject {
  const object = new SandboxObject();
  for (const [method, call] of Object.entries(methods)) {
    const chained = (args: Value[]) => {
      call(args);
      return object;
    };
    object.set(method, new SandboxFunction(`${name}.${method}`, chained));
  }
  return object;
}

/** Ends the scenario. The failure is kept too, since the sandbox swallows what a callback throws. */
export function fail(findings: Findings, message: string): never {
  findings.failure ??= message;
  throw new SandboxError(message);
}

/** An argument that is undefined counts as left out. */
function areLike(given: Value[], expected: Value[]): boolean {
  const longer = given.length > expected.length ? given : expected;
  return longer.every((_, index) => areEqual(given[index], expected[index]));
}

function list(values: Value[]): string {
  return values.map((value) => shown(value)).join(', ');
}
