import { parseCode, within } from '../interpreter/index.ts';
import { execute, type Sandbox } from '../run.ts';
import { SandboxPromise } from '../server/promise.ts';
import type { Template } from '../template.ts';
import { SandboxError, SandboxFunction, SandboxObject, type Value } from '../values.ts';
import { apiAssertions, type Findings, fail, valueAssertions } from './assertions.ts';
import { mockable, newApiRecord, note } from './calls.ts';
import type { Scenario } from './scenarios.ts';

/** How long a scenario's code may run, in milliseconds. */
const LONGEST_RUN = 2000;

/** How long to wait for what comes later: a template may ask for ever whether something is there. */
const LONGEST_WAIT = 1000;

/** One scenario while it runs. */
interface Trial extends Findings {
  template: Template;
  sandbox: Sandbox;
  /** The test API by its names: test code finds it without declaring it, a template's own code may require it. */
  testApi: Record<string, Value>;
}

/** What a scenario found out. */
export interface Verdict {
  name: string;
  passed: boolean;
  /** Why it failed: the assertion with what was expected and what was found, or the error. */
  message?: string;
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
  const trial: Trial = { template, sandbox, apis: newApiRecord(), awaited: [], testApi: {} };
  trial.testApi = testApi(trial);
  try {
    within(LONGEST_RUN, () => runTest(setup, code, trial));
  } catch (error) {
    trial.failure ??= (error as Error).message;
  }
  await settledOrTired(sandbox.page.settled());
  trial.apis.isOver = true;
  const message =
    trial.failure ?? trial.awaited.map((check) => check()).find((failure) => failure !== undefined);
  return message === undefined ? { name, passed: true } : { name, passed: false, message };
}

async function settledOrTired(settled: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tired = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT);
  });
  await Promise.race([settled, tired]);
  clearTimeout(timer);
}

/**
 * Setup and scenario are one code, so that functions of the setup find what the scenario declares; where both declare
 * the same name, the scenario's own code finds its own.
 */
function runTest(setup: string, code: string, trial: Trial): void {
  const run = new SandboxFunction('runCode', ([data]) => runCode(trial, data));
  const globals = { runCode: run, ...trial.testApi };
  const require = (name: string) => (name === 'runCode' ? run : requireFor(trial, name, false));
  // A setup may end without its semicolon, and a scenario begin with a bracket.
  const whole = `${setup}\n;${code}`;
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

/** What sets up mocks and asserts. */
function testApi(trial: Trial): Record<string, Value> {
  const { apis } = trial;
  const named = (name: string, call: (args: Value[]) => Value) => new SandboxFunction(name, call);
  return {
    mock: named('mock', ([name, value]) => {
      apis.mocks.set(String(name), { value, isObject: false });
      return undefined;
    }),
    mockObject: named('mockObject', ([name, value]) => {
      if (!(value instanceof SandboxObject))
        throw new SandboxError('mockObject takes the name of an API and an object.');
      apis.mocks.set(String(name), { value, isObject: true });
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
  const value = execute(template.code, trial.sandbox, {
    globals: { data },
    require: (name) => requireFor(trial, name, true),
  });
  return value instanceof SandboxPromise ? value.heardBy(reporting(trial)) : value;
}

/** What the test's own code leaves for later must not fail unheard: an assertion would never be made. */
function reporting(trial: Trial): (error: unknown) => void {
  return (error) => {
    trial.failure ??= error instanceof Error ? error.message : String(error);
  };
}

/** `callLater` as the test's own code has it. */
function laterHeard(trial: Trial): Value {
  const { apis, sandbox } = trial;
  const callLater = mockable(apis, 'callLater', () => sandbox.require('callLater'), false) as SandboxFunction;
  const report = reporting(trial);
  return new SandboxFunction('callLater', ([callback, ...rest]) => {
    if (!(callback instanceof SandboxFunction)) return callLater.call([callback, ...rest]);
    const heard = new SandboxFunction(callback.name, (args) => {
      try {
        return callback.call(args);
      } catch (error) {
        report(error);
        throw error;
      }
    });
    return callLater.call([heard, ...rest]);
  });
}

function requireFor(trial: Trial, name: string, isTemplate: boolean): Value {
  const { apis, sandbox, testApi } = trial;
  if (Object.hasOwn(testApi, name)) return testApi[name];
  if (name === 'callLater' && !isTemplate) return laterHeard(trial);
  // A mock of Promise is for the template: the test's own promises, that mocks give back, stay real.
  if (name === 'Promise' && !isTemplate) return sandbox.require(name);
  return mockable(apis, name, () => sandbox.require(name), isTemplate);
}
