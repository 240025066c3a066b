import { readFile } from 'node:fs/promises';
import { readTemplate } from '../template.ts';
import { runTests } from './index.ts';

/**
 * `npm run tpl -- test <file.tpl>...`: runs the ___TESTS___ of each file and prints a line for each scenario, why one
 * failed beneath it, and `N passed, N failed` at the end.
 *
 * @returns the exit status: 0 when all passed, 1 when a scenario failed, 2 when a file or its tests cannot be read
 */
export async function testCommand(files: string[]): Promise<number> {
  if (files.length === 0) {
    console.error('Which template? npm run tpl -- test <file.tpl>...');
    return 2;
  }
  let passed = 0;
  let failed = 0;
  let unreadable = 0;
  for (const file of files) {
    console.log(file);
    try {
      const verdicts = await runTests(readTemplate(await readFile(file, 'utf8'), file));
      if (verdicts.length === 0) console.log('  no scenarios');
      for (const verdict of verdicts) {
        console.log(`  ${verdict.passed ? '✓' : '✗'} ${verdict.name}`);
        if (!verdict.passed) console.log(`      ${verdict.message}`);
      }
      passed += verdicts.filter((verdict) => verdict.passed).length;
      failed += verdicts.filter((verdict) => !verdict.passed).length;
    } catch (error) {
      unreadable++;
      console.error(`  ${(error as Error).message}`);
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  if (unreadable) return 2;
  return failed ? 1 : 0;
}
