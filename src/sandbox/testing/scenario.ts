import { within } from '../interpreter/deadline.ts';
import { parseCode } from '../interpreter/index.ts';
import { execute, type Sandbox } from '../run.ts';
import type { Template } from '../template.ts';
import { SandboxError, SandboxFunction, SandboxObject, type Value } from '../values.ts';
import { type ApiRecord, callsOf, mockable, newApiRecord, note } from './calls.ts';
import { areEqual, shown } from './equality.ts';
import { matchers, mismatch } from './matchers.ts';
import type { Scenario } from './scenarios.ts';

/** How long a scenario's code may run, in milliseconds. */
const LONGEST = 5000;

/** What a scenario found out. */
export interface Verdict {
  name: string;
  passed: boolean;
  /** Why it failed: the assertion with what was expected and what was found, or the error. */
  message?: string;
}

/** One scenario while it runs. */
interface Trial {
  template: Template;
  sandbox: Sandbox;
  apis: ApiRecord;
  /** The first failed assertion, wherever it was made: an error in a callback goes no further. */
  failure?: string;
  /** Expected calls that had not been made yet: asked again when everything asynchronous is over. */
  awaited: (() => string | undefined)[];
}

/**
 * Runs one scenario: the setup, then its code, then whatever both left to do later.
 *
 * @param sandbox a fresh one: a page without history and the template's permissions
 */
export async function runScenario(
  template: Template,
  setup: string,
  { name, code }: Scenario,
  sandbox: Sandbox,
): Promise<Verdict> {
  const trial: Trial = { template, sandbox, apis: newApiRecord(), awaited: [] };
  try {
    within(LONGEST, () => runTest(setup, code, trial));
  } catch (error) {
    trial.failure ??= (error as Error).message;
  }
  await sandbox.page.settled();
  const message =
    trial.failure ?? trial.awaited.map((check) => check()).find((failure) => failure !== undefined);
  return message === undefined ? { name, passed: true } : { name, passed: false, message };
}

/**
 * Setup and scenario are one code, so that functions of the setup find what the scenario declares; where both declare
 * the same name, the scenario's own code finds its own.
 */
function runTest(setup: string, code: string, trial: Trial): void {
  const globals = testApi(trial);
  const require = (name: string) => requireFor(trial, name, false);
  const whole = `${setup}\n${code}`;
  execute(isCode(whole) ? whole : [setup, code], trial.sandbox, { globals, require });
}

function isCode(code: string): boolean {
  try {
    parseCode(code);
    return true;
  } catch {
    return false;
  }
}

/** The names that test code finds without declaring them. */
function testApi(trial: Trial): Record<string, Value> {
  const { apis } = trial;
  const named = (name: string, call: (args: Value[]) => Value) => new SandboxFunction(name, call);
  return {
    runCode: named('runCode', ([data]) => runCode(trial, data)),
    mock: named('mock', ([name, value]) => {
      apis.mocks.set(String(name), value);
      return undefined;
    }),
    mockObject: named('mockObject', ([name, value]) => {
      if (!(value instanceof SandboxObject))
        throw new SandboxError('mockObject takes the name of an API and an object.');
      apis.mocks.set(String(name), value);
      return undefined;
    }),
    assertApi: named('assertApi', ([name]) => apiAssertions(trial, String(name))),
    assertThat: named('assertThat', ([actual, message]) => valueAssertions(trial, actual, message)),
    fail: named('fail', ([message]) =>
      fail(trial, message === undefined ? 'fail() was called' : String(message)),
    ),
  };
}

/** Runs the template's code with the field values that a test gives it; a variable's value comes back. */
function runCode(trial: Trial, fields: Value): Value {
  const { template, apis } = trial;
  const data = fields instanceof SandboxObject ? fields : new SandboxObject();
  if (template.kind !== 'MACRO') {
    for (const name of ['gtmOnSuccess', 'gtmOnFailure']) {
      const own = data.get(name);
      const callback = new SandboxFunction(name, (args) => {
        note(apis, name, args);
        return own instanceof SandboxFunction ? own.call(args) : undefined;
      });
      data.set(name, callback);
    }
  }
  return execute(template.code, trial.sandbox, {
    globals: { data },
    require: (name) => requireFor(trial, name, true),
  });
}

function requireFor({ apis, sandbox }: Trial, name: string, isTemplate: boolean): Value {
  return mockable(apis, name, () => sandbox.require(name), isTemplate);
}

function apiAssertions(trial: Trial, name: string): Value {
  const calls = () => callsOf(trial.apis, name);
  const isCalledWith = (args: Value[]) =>
    calls().some(({ copied, live }) => [copied, live].some((given) => areLike(given, args)));
  const made = () =>
    calls().length
      ? `was called with ${calls()
          .map(({ copied }) => `(${list(copied)})`)
          .join(', ')}`
      : 'was not called';
  const await_ = (check: () => string | undefined) => {
    if (check()) trial.awaited.push(check);
    return undefined;
  };
  return methodsOf(`assertApi('${name}')`, {
    wasCalled: () =>
      await_(() => (calls().length ? undefined : `expected ${name} to be called, but it was not`)),
    wasNotCalled: () =>
      calls().length ? fail(trial, `expected ${name} not to be called, but it ${made()}`) : undefined,
    wasCalledWith: (args) =>
      await_(() =>
        isCalledWith(args)
          ? undefined
          : `expected ${name} to be called with (${list(args)}), but it ${made()}`,
      ),
    wasNotCalledWith: (args) =>
      isCalledWith(args)
        ? fail(trial, `expected ${name} not to be called with (${list(args)}), but it was`)
        : undefined,
  });
}

function valueAssertions(trial: Trial, actual: Value, message: Value): Value {
  const prefix = message === undefined ? '' : `${String(message)}: `;
  const methods = Object.entries(matchers).map(([name, matcher]) => {
    const assertion = (expected: Value[]) => {
      const failure = mismatch(matcher, actual, expected);
      return failure === undefined ? undefined : fail(trial, prefix + failure);
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
function fail(trial: Trial, message: string): never {
  trial.failure ??= message;
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
