import type { Section } from '../template.ts';
import { readTests } from '../testing/scenarios.ts';
import { inFile } from './json.ts';
import type { Report } from './problem.ts';
import { parseCode } from './syntax-tree.ts';

/** Checks ___TESTS___: YAML that GTM can read, and code that parses. */
export function checkTests({ text, line }: Section, report: Report): void {
  const tests = readTests(text, line);
  if ('fault' in tests) {
    report.error(tests, tests.fault);
    return;
  }
  const checkCode = (code: string, codeLine: number, what: string) => {
    const tree = parseCode(code);
    if ('fault' in tree)
      report.warning(inFile({ line: codeLine }, tree.at), `${what} cannot be parsed: ${tree.fault}.`);
  };
  checkCode(tests.setup, tests.setupLine, 'The setup');
  const odd = tests.scenarios.find(({ name }) => !/^[\p{L}\p{N}_ -]*$/u.test(name));
  if (odd) {
    report.note(
      { line: odd.line, column: 1 },
      `"${odd.name}": letters, digits, spaces, "-" and "_" are what GTM suggests for a scenario's name.`,
    );
  }
  for (const { name, code, codeLine } of tests.scenarios) checkCode(code, codeLine, `"${name}"`);
}
