import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unreadable } from '../unreadable.ts';
import { checkGallery, type Surroundings } from './gallery.ts';
import { checkTemplate } from './index.ts';
import { type Problem, printed } from './problem.ts';

export interface CheckOptions {
  /** Whether to check what the Community Template Gallery asks for, too. */
  gallery?: boolean;
  /** Whether to print the problems as a JSON list. */
  json?: boolean;
}

/**
 * `gtm-template check <file.tpl>...`: prints every problem as `file:line:column error|warning|note message`, and how many
 * there are.
 *
 * @returns the exit status: 0 without errors, 1 with errors, 2 when a file cannot be read
 */
export async function checkCommand(
  files: string[],
  { gallery = false, json = false }: CheckOptions = {},
): Promise<number> {
  const problems: Problem[] = [];
  let unread = 0;
  for (const file of files) {
    try {
      const text = await readFile(file, 'utf8');
      const found = checkTemplate(text, file);
      if (gallery) found.push(...checkGallery(text, file, surroundingsOf(file)));
      if (!json) for (const problem of found) console.log(printed(problem));
      problems.push(...found);
    } catch (error) {
      unread++;
      console.error(unreadable(file, error));
    }
  }
  const count = (wanted: Problem['severity']) =>
    problems.filter(({ severity }) => severity === wanted).length;
  const [errors, notes] = [count('error'), count('note')];
  const sum = [counted(errors, 'error'), counted(count('warning'), 'warning')];
  if (notes) sum.push(counted(notes, 'note'));
  if (json) console.log(JSON.stringify(problems, null, 2));
  // No errors in no files is no good news.
  else if (unread < files.length) console.log(sum.join(', '));
  if (unread) return 2;
  return errors ? 1 : 0;
}

/** The files beside a template, and its repository's commits. */
function surroundingsOf(file: string): Surroundings {
  const folder = dirname(file);
  const beside = (name: string) => {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      return undefined;
    }
  };
  return {
    metadata: beside('metadata.yaml'),
    license: beside('LICENSE'),
    templateIn(commit) {
      try {
        return execFileSync('git', ['show', `${commit}:./template.tpl`], {
          cwd: folder,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        });
      } catch {
        return undefined;
      }
    },
  };
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
