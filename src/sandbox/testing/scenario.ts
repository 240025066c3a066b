import { escapingErrors, parseCode, traceOf, within } from '../interpreter/index.ts';
import { SERVER_GLOBALS } from '../language.ts';
import { execute, type Sandbox } from '../run.ts';
import { SandboxPromise } from '../server/promise.ts';
import type { Template } from '../template.ts';
import { SandboxError, SandboxFunction, SandboxObject, type Value } from '../values.ts';
import { apiAssertions, type Failure, type Findings, fail, valueAssertions } from './assertions.ts';
import { mockable, newApiRecord, note } from './calls.ts';
import { detailsOf, type FailureDetails, joined } from './failure.ts';
import type { Scenario, Tests } from './scenarios.ts';

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
  /** Of one that failed: where, and what there was to see. */
  details?: FailureDetails;
}

/**
 * Runs one scenario: the setup, then its code, then whatever both left to do later.
 *
 * @param sandbox a fresh one: a page without history and the template's permissions
 */
export async function runScenario(
  template: Template,
  { setup, setupLines }: Omit<Tests, 'scenarios'>,
  scenario: Scenario,
  sandbox: Sandbox,
): Promise<Verdict> {
  const { name, code } = scenario;
  const trial: Trial = { template, sandbox, apis: newApiRecord(), awaited: [], testApi: {} };
  trial.testApi = testApi(trial);
  const escaped = await escapingErrors(async () => {
    try {
      within(LONGEST_RUN, () => runTest(setup, code, trial));
    } catch (error) {
      reporting(trial)(error);
    }
    await settledOrTired(sandbox.page.settled());
  });
  const { apis } = trial;
  apis.isOver = true;
  const failure = trial.failure ?? stillMissing(trial);
  if (!failure) return { name, passed: true };
  const circumstances = { template, scenario, setup: { code: setup, lines: setupLines }, apis, escaped };
  return { name, passed: false, message: failure.message, details: detailsOf(failure, circumstances) };
}

/** The first expectation that has not come true. */
function stillMissing({ awaited }: Trial): Failure | undefined {
  for (const { check, at, compared } of awaited) {
    const message = check();
    if (message === undefined) continue;
    const values = compared?.();
    return { message, trace: at ? [at] : [], ...(values && { compared: values }) };
  }
  return undefined;
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
  const globals = { runCode: run, ...trial.testApi, ...freeNames(trial, false) };
  const require = (name: string) => (name === 'runCode' ? run : requireFor(trial, name, false));
  const whole = joined(setup, code);
  execute(isCode(whole) ? whole : [setup, code], trial.sandbox, { globals, require });
}

/** Whether code can be parsed. */
export function isCode(code: string): boolean {
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

/** What stands in for the test's own callbacks, and for what: a test may run the code twice with the same fields. */
const standIns = new WeakMap<SandboxFunction, SandboxFunction | undefined>();

/** Runs the template's code with the field values that a test gives it; a variable's value comes back. */
function runCode(trial: Trial, fields: Value): Value {
  const { template, apis } = trial;
  const data = fields instanceof SandboxObject ? fields : new SandboxObject();
  if (template.kind !== 'MACRO') {
    for (const name of ['gtmOnSuccess', 'gtmOnFailure']) {
      const given = data.get(name);
      const known = given instanceof SandboxFunction ? given : undefined;
      const own = known && standIns.has(known) ? standIns.get(known) : known;
      const callback = new SandboxFunction(name, (args) => {
        note(apis, name, args);
        return own?.call(args);
      });
      standIns.set(callback, own);
      data.set(name, callback);
    }
  }
  const value = execute(template.code, trial.sandbox, {
    globals: { data, ...freeNames(trial, true) },
    require: (name) => requireFor(trial, name, true),
  });
  return value instanceof SandboxPromise ? value.heardBy(reporting(trial)) : value;
}

/** Names that the code finds without declaring them, besides those of web containers. */
function freeNames(trial: Trial, isTemplate: boolean): Record<string, Value> {
  const names = trial.template.context === 'SERVER' ? SERVER_GLOBALS : [];
  return Object.fromEntries(names.map((name) => [name, requireFor(trial, name, isTemplate)]));
}

/** What the test's own code leaves for later must not fail unheard: an assertion would never be made. */
function reporting(trial: Trial): (error: unknown) => void {
  return (error) => {
    trial.failure ??= {
      message: messageOf(error),
      trace: traceOf(error),
    };
  };
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof SyntaxError ? `Cannot be parsed: ${error.message}` : error.message;
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
