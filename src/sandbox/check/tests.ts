import type { Section } from '../template.ts';
import { readTests } from '../testing/scenarios.ts';
import type { Report } from './problem.ts';
import { parseCode } from './syntax-tree.ts';

/** Checks ___TESTS___: YAML that GTM can read, and code that parses. */
export function checkTests({ text, line }: Section, report: Report): void {
  const tests = readTests(text, line);
  if ('fault' in tests) {
    report.error(tests, tests.fault);
    return;
  }
  const setup = parseCode(tests.setup);
  if ('fault' in setup) report.warning({ line, column: 1 }, `The setup cannot be parsed: ${setup.fault}.`);
  const odd = tests.scenarios.find(({ name }) => !/^[\p{L}\p{N}_ -]*$/u.test(name));
  if (odd) {
    report.warning(
      { line: odd.line, column: 1 },
      `"${odd.name}": letters, digits, spaces, "-" and "_" are what GTM suggests for a scenario's name.`,
    );
  }
  for (const { name, code, line: at } of tests.scenarios) {
    const tree = parseCode(code);
    if ('fault' in tree)
      report.warning({ line: at, column: 1 }, `"${name}" cannot be parsed: ${tree.fault}.`);
  }
}
