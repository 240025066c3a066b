import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { stringify } from 'yaml';

/** A line that begins a scenario and names it. */
const heading = /^\/\/ Scenario: (.+)$/m;

/** The scenarios of one file: everything below a heading up to the next. */
function scenariosOf(text: string, file: string) {
  const [before = '', ...parts] = text.split(heading);
  if (before.trim() !== '') throw new Error(`${file}: code before the first "// Scenario: name".`);
  return Array.from({ length: parts.length / 2 }, (_, i) => ({
    name: parts[2 * i] as string,
    code: (parts[2 * i + 1] as string).trim(),
  }));
}

/**
 * The section ___TESTS___: `setup.js` of the folder, run before each scenario, and the scenarios of its other files.
 * @returns YAML as GTM's editor reads it
 */
export function testsSection(folder: string): string {
  const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r\n', '\n');
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .sort();
  const scenarios = files
    .filter((file) => basename(file) !== 'setup.js')
    .flatMap((file) => scenariosOf(read(file), `${folder}/${file}`));
  const setup = files.includes('setup.js') ? read('setup.js').trim() : '';
  return stringify({ scenarios, setup }, { lineWidth: 0, blockQuote: 'literal' });
}
