import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { testsSection } from '../../build/tests-section.ts';

interface Tests {
  scenarios: { name: string; code: string }[];
  setup: string;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tests-section-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

test('each heading begins a scenario, files follow one another by name, setup.js is the setup', () => {
  write('b.js', '// Scenario: Third\nthree();\n');
  write(
    'a.js',
    "// Scenario: First - it's so\none();\n\n// a comment\n\n// Scenario: Second\ntwo('a: \"b\"');\n",
  );
  write('setup.js', '// Before each.\nmock();\n');
  write('notes.md', 'no test');
  const { scenarios, setup } = parse(testsSection(folder)) as Tests;
  expect(scenarios.map(({ name, code }) => [name, code.trim()])).toEqual([
    ["First - it's so", 'one();\n\n// a comment'],
    ['Second', 'two(\'a: "b"\');'],
    ['Third', 'three();'],
  ]);
  expect(setup.trim()).toBe('// Before each.\nmock();');
});

test('Windows line ends are read', () => {
  write('a.js', '// Scenario: First\r\none();\r\ntwo();\r\n');
  const { scenarios } = parse(testsSection(folder)) as Tests;
  expect(scenarios.map(({ name, code }) => [name, code.trim()])).toEqual([['First', 'one();\ntwo();']]);
});

test('code before the first heading is refused, with the file', () => {
  write('a.js', 'one();\n// Scenario: First\n');
  expect(() => testsSection(folder)).toThrow(/a\.js: code before the first "\/\/ Scenario: name"\./);
});
