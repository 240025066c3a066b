import { readFile } from 'node:fs/promises';
import { checkTemplate } from './index.ts';
import { printed } from './problem.ts';

/**
 * `npm run tpl -- check <file.tpl>...`: prints every problem as `file:line:column error|warning message`, and how many
 * there are.
 *
 * @returns the exit status: 0 without errors, 1 with errors, 2 when a file cannot be read
 */
export async function checkCommand(files: string[]): Promise<number> {
  if (files.length === 0) {
    console.error('Which template? npm run tpl -- check <file.tpl>...');
    return 2;
  }
  let errors = 0;
  let warnings = 0;
  let unreadable = 0;
  for (const file of files) {
    try {
      const problems = checkTemplate(await readFile(file, 'utf8'), file);
      for (const problem of problems) console.log(printed(problem));
      errors += problems.filter(({ severity }) => severity === 'error').length;
      warnings += problems.filter(({ severity }) => severity === 'warning').length;
    } catch (error) {
      unreadable++;
      console.error(`${file}: cannot be read: ${(error as Error).message}`);
    }
  }
  console.log(`${counted(errors, 'error')}, ${counted(warnings, 'warning')}`);
  if (unreadable) return 2;
  return errors ? 1 : 0;
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
