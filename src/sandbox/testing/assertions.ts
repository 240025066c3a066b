import { here, type Place, traceOf } from '../interpreter/index.ts';
import { SandboxArray, SandboxError, SandboxFunction, SandboxObject, type Value } from '../values.ts';
import { type ApiRecord, callsOf } from './calls.ts';
import { areEqual, shown } from './equality.ts';
import { matchers, mismatch } from './matchers.ts';

/** What a scenario has found out so far. */
export interface Findings {
  apis: ApiRecord;
  /** The first failed assertion, wherever it was made: an error in a callback goes no further. */
  failure?: Failure;
  /** Expected calls that had not been made yet: asked again when everything asynchronous is over. */
  awaited: Awaited[];
}

/** Why a scenario failed. */
export interface Failure {
  message: string;
  /** The statement that found it out, and those that it came through. */
  trace: readonly Place[];
  compared?: Compared;
}

/** Two values that should have been equal. */
export interface Compared {
  expected: Value;
  actual: Value;
}

/** An expectation that may still come true. */
export interface Awaited {
  /** What is still missing. */
  check: () => string | undefined;
  /** Where it is expected. */
  at: Place | undefined;
  compared?: () => Compared | undefined;
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
  const awaitLast = (check: Awaited['check'], compared?: Awaited['compared']) => {
    findings.awaited.push({ check, at: here(), ...(compared && { compared }) });
    return undefined;
  };
  const await_ = (check: Awaited['check'], compared?: Awaited['compared']) =>
    check() ? awaitLast(check, compared) : undefined;
  // Where the API was called once, its arguments are worth comparing.
  const onlyCall = (args: Value[]): Compared | undefined => {
    const [call, ...others] = calls();
    if (!call || others.length > 0) return undefined;
    return { expected: unwrapped(args), actual: unwrapped(call.copied) };
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
      await_(
        () =>
          isCalledWith(args)
            ? undefined
            : `expected ${name} to be called with (${list(args)}), but it ${made()}`,
        () => onlyCall(args),
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
      if (failure === undefined) return undefined;
      const compared = comparing.has(name) ? { expected: expected[0], actual } : undefined;
      return fail(findings, prefix + failure, compared);
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

/** Matchers that compare one value with one other. */
const comparing = new Set(['isEqualTo', 'isStrictlyEqualTo']);

/** Ends the scenario. The failure is kept too, since the sandbox swallows what a callback throws. */
export function fail(findings: Findings, message: string, compared?: Compared): never {
  const error = new SandboxError(message);
  const at = here();
  findings.failure ??= {
    message,
    get trace() {
      return at ? [at, ...traceOf(error).slice(1)] : traceOf(error);
    },
    ...(compared && { compared }),
  };
  throw error;
}

function unwrapped(args: Value[]): Value {
  return args.length === 1 ? args[0] : new SandboxArray(args);
}

/** An argument that is undefined counts as left out. */
function areLike(given: Value[], expected: Value[]): boolean {
  const longer = given.length > expected.length ? given : expected;
  return longer.every((_, index) => areEqual(given[index], expected[index]));
}

function list(values: Value[]): string {
  return values.map((value) => shown(value)).join(', ');
}
