import { createPage } from '../page.ts';
import { readPermissions } from '../permissions/index.ts';
import { createSandbox } from '../run.ts';
import type { Template } from '../template.ts';
import { runScenario, type Verdict } from './scenario.ts';
import { readTests } from './scenarios.ts';

export type { Verdict } from './scenario.ts';
export { readTests } from './scenarios.ts';

/**
 * Runs the scenarios of a template's ___TESTS___ as GTM's editor does, each on a page of its own.
 *
 * @returns one verdict a scenario, in their order
 * @throws an Error naming file and line, where the tests cannot be read
 */
export async function runTests(template: Template): Promise<Verdict[]> {
  const tests = readTests(template.tests, template.testsLine);
  if ('fault' in tests) throw new Error(`${template.file}:${tests.line}: ${tests.fault}`);
  const verdicts: Verdict[] = [];
  for (const scenario of tests.scenarios) {
    const page = createPage({ preview: true });
    const sandbox = createSandbox({ page, permissions: readPermissions(template.permissions) });
    verdicts.push(await runScenario(template, tests.setup, scenario, sandbox));
  }
  return verdicts;
}
