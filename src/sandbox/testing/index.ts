import { createPage } from '../page.ts';
import { readPermissions } from '../permissions/index.ts';
import { createSandbox, type Sandbox } from '../run.ts';
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
  const freshSandbox = await sandboxesOf(template);
  for (const scenario of tests.scenarios) {
    verdicts.push(await runScenario(template, tests.setup, scenario, freshSandbox()));
  }
  return verdicts;
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
