import { readFile } from 'node:fs/promises';
import { readTemplate, type Template } from '../template.ts';
import { unreadable } from '../unreadable.ts';
import { covering } from './coverage.ts';
import { runTests, type TestOptions } from './index.ts';
import { type FileResult, type ReporterName, reporters, totalsOf } from './reporters.ts';
import { watching } from './watch.ts';

export interface TestCommandOptions extends TestOptions {
  reporter?: ReporterName;
  /** Whether to tell which statements of the template no scenario ran. */
  coverage?: boolean;
  /** Whether to run again whenever a file changes, until the process is ended. */
  watch?: boolean;
}

/**
 * `gtm-template test <file.tpl>...`: runs the ___TESTS___ of each file and prints what came of it.
 *
 * @returns the exit status: 0 when all passed, 1 when a scenario failed, the tests of a file cannot be read, or no
 *   scenario has the name that was asked for, 2 when a file cannot be read
 */
export async function testCommand(files: string[], options: TestCommandOptions = {}): Promise<number> {
  if (options.watch) return watching(files, () => testOnce(files, options));
  return testOnce(files, options);
}

async function testOnce(files: string[], options: TestCommandOptions): Promise<number> {
  const reporter = reporters[options.reporter ?? 'text'];
  const results: FileResult[] = [];
  let unread = 0;
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      unread++;
      console.error(unreadable(file, error));
    });
    if (text === undefined) continue;
    const result = await resultOf(file, text, options);
    results.push(result);
    const printed = reporter.file(result);
    if (printed) console.log(printed);
    if (options.bail && totalsOf(results).failed > 0) break;
  }
  // Nothing failed where nothing ran: that is no good news, and what other programs read must be there.
  if (results.length > 0 || reporter !== reporters.text) console.log(reporter.end(results));
  const { passed, failed } = totalsOf(results);
  if (unread) return 2;
  if (options.name && passed + failed === 0) {
    console.error(`No scenario has a name that matches ${options.name}.`);
    return 1;
  }
  return failed ? 1 : 0;
}

async function resultOf(file: string, text: string, options: TestCommandOptions): Promise<FileResult> {
  let template: Template | undefined;
  try {
    template = readTemplate(text, file, true);
    const { forgiven = [] } = template;
    const run = () => runTests(template as Template, options);
    if (!options.coverage) return { file, verdicts: await run(), forgiven };
    const { result, coverage } = await covering(template, run);
    return { file, verdicts: result, forgiven, coverage };
  } catch (error) {
    return { file, verdicts: [], fault: (error as Error).message, forgiven: template?.forgiven ?? [] };
  }
}
