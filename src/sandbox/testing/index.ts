import { compile, traceOf } from '../interpreter/index.ts';
import { createPage } from '../page.ts';
import { readPermissions } from '../permissions/index.ts';
import { createSandbox, type Sandbox } from '../run.ts';
import type { Template } from '../template.ts';
import { joined } from './failure.ts';
import { isCode, runScenario, type Verdict } from './scenario.ts';
import { readTests, type Tests } from './scenarios.ts';

export type { Verdict } from './scenario.ts';
export { readTests } from './scenarios.ts';

export interface TestOptions {
  /** Only scenarios whose name it matches. */
  name?: RegExp;
  /** Whether to stop at the first that fails. */
  bail?: boolean;
}

/**
 * Runs the scenarios of a template's ___TESTS___ as GTM's editor does, each on a page of its own.
 *
 * @returns one verdict a scenario, in their order
 * @throws an Error naming file and line, where the tests, or the code that they test, cannot be read
 */
export async function runTests(template: Template, { name, bail }: TestOptions = {}): Promise<Verdict[]> {
  const tests = readableTests(template);
  const verdicts: Verdict[] = [];
  const freshSandbox = await sandboxesOf(template);
  for (const scenario of tests.scenarios) {
    if (name && !name.test(scenario.name)) continue;
    const verdict = await runScenario(template, tests, scenario, freshSandbox());
    verdicts.push(verdict);
    if (bail && !verdict.passed) break;
  }
  return verdicts;
}

/** What would fail every scenario in the same words is said once. */
function readableTests({ file, tests: text, testsLine, code, codeLine }: Template): Tests {
  const tests = readTests(text, testsLine);
  if ('fault' in tests) throw new Error(`${file}:${tests.line}: ${tests.fault}`);
  if (tests.scenarios.length === 0) return tests;
  rejectUnreadable(code, 'code', file, (line) => codeLine + line - 1);
  if (tests.scenarios.every((scenario) => !isCode(joined(tests.setup, scenario.code))))
    rejectUnreadable(tests.setup, 'setup', file, (line) => tests.setupLines[line - 1]);
  return tests;
}

function rejectUnreadable(
  code: string,
  what: string,
  file: string,
  lineInFile: (line: number) => number | undefined,
): void {
  try {
    compile([code], []);
  } catch (error) {
    const [at] = traceOf(error);
    const { message } = error as Error;
    throw new Error(
      `${file}:${lineInFile(at?.line ?? 1)}: The ${what} cannot be parsed: ${message.replace(/\.$/, '')}.`,
    );
  }
}

/** Makes the page, or the server container, of a scenario. Only those who test server templates load what they need. */
async function sandboxesOf(template: Template): Promise<() => Sandbox> {
  if (template.context === 'SERVER') {
    const { createTestSandbox } = await import('../server/run.ts');
    return () => createTestSandbox(template);
  }
  const permissions = readPermissions(template.permissions);
  return () => createSandbox({ page: createPage({ preview: true }), permissions });
}
