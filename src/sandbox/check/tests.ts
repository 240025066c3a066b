import { testApis } from '../apis/testing.ts';
import { SERVER_GLOBALS } from '../language.ts';
import type { Section } from '../template.ts';
import { joined } from '../testing/failure.ts';
import { readTests, type Tests } from '../testing/scenarios.ts';
import type { ApiTable } from './api-use.ts';
import { aborts, referencesOf } from './names.ts';
import type { Report } from './problem.ts';
import { parseCode, positionOf } from './syntax-tree.ts';

/**
 * Checks ___TESTS___: YAML that GTM can read, code that parses, and that it requires the APIs that it uses.
 *
 * @param known the APIs of the kind of container that the template is for
 */
export function checkTests({ text, line }: Section, known: ApiTable, report: Report): void {
  const tests = readTests(text, line);
  if ('fault' in tests) {
    report.error(tests, tests.fault);
    return;
  }
  const checkCode = (code: string, lines: readonly number[], what: string) => {
    const tree = parseCode(code);
    if (!('fault' in tree)) return;
    const at = { line: lines[tree.at.line - 1] ?? line, column: tree.at.column };
    report.warning(at, `${what} cannot be parsed: ${tree.fault}.`);
  };
  checkCode(tests.setup, tests.setupLines, 'The setup');
  const odd = tests.scenarios.find(({ name }) => !/^[\p{L}\p{N}_ -]*$/u.test(name));
  if (odd) {
    report.note(
      { line: odd.line, column: 1 },
      `"${odd.name}": letters, digits, spaces, "-" and "_" are what GTM suggests for a scenario's name.`,
    );
  }
  for (const { name, code, codeLines } of tests.scenarios) checkCode(code, codeLines, `"${name}"`);
  checkRequired(tests, known, report);
}

/** APIs that a test uses without requiring them: only those of the tests themselves are there by name. */
function checkRequired({ setup, setupLines, scenarios }: Tests, known: ApiTable, report: Report): void {
  const there = new Set<string>([...Object.keys(testApis), ...SERVER_GLOBALS]);
  for (const { code, codeLines } of scenarios) {
    // The setup and a scenario are one code.
    const tree = parseCode(joined(setup, code));
    if ('fault' in tree) continue;
    const lines = [...setup.split('\n').map((_text, index) => setupLines[index]), ...codeLines];
    for (const found of referencesOf(tree.program)) {
      const { node, declaration } = found;
      if (declaration || there.has(node.name) || !Object.hasOwn(known, node.name) || !aborts(found)) continue;
      const { line, column } = positionOf(node);
      report.warning(
        { line: lines[line - 1] ?? codeLines[0] ?? 1, column },
        `A test uses \`${node.name}\` without requiring it: \`const ${node.name} = require('${node.name}');\``,
      );
    }
  }
}
