import { readFileSync, realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { version } from '../catalogue/version.ts';
import { type ReporterName, reporters } from './testing/reporters.ts';
import { unreadable } from './unreadable.ts';

const USAGE = `gtm-template: runs and checks templates of Google Tag Manager, without Google Tag Manager

  gtm-template test <file.tpl>...                 run the templates' own tests
      --name PATTERN      only scenarios whose name matches, a regular expression
      --bail              stop at the first that fails
      --watch             run again whenever a file changes
      --coverage          tell which statements of the template never ran
      --reporter NAME     text (default), json or junit
  gtm-template check <file.tpl>...                report what Google Tag Manager would refuse, and what breaks there
      --gallery           also what the Community Template Gallery asks for, and the files beside the template
      --reporter NAME     text (default) or json
  gtm-template run <file.tpl> <scenario.json>     play a scenario, print what the template did as JSON
  gtm-template --help, --version

Exit status: 0 done, 1 errors or failed tests found, 2 called wrongly or a file that cannot be read.`;

/** The command line is not as it should be. */
class WrongCall extends Error {}

/**
 * The command line of the sandbox.
 *
 * @returns the exit status
 */
export async function main(args: string[]): Promise<number> {
  try {
    return await dispatch(args);
  } catch (error) {
    if (!(error instanceof WrongCall)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    return 2;
  }
}

function dispatch([command, ...args]: string[]): Promise<number> | number {
  // Wherever it stands: whoever asks for help wants nothing else.
  if (['--help', '-h'].some((flag) => command === flag || args.includes(flag))) command = 'help';
  switch (command) {
    case 'run':
      return run(args);
    case 'check':
      return check(args);
    case 'test':
      return test(args);
    case 'help':
      console.log(USAGE);
      return 0;
    case '--version':
      console.log(version);
      return 0;
    case undefined:
      throw new WrongCall('Which command?');
  }
  throw new WrongCall(`There is no command ${command}.`);
}

async function test(args: string[]): Promise<number> {
  const { values, files } = read(args, {
    name: { type: 'string' },
    bail: { type: 'boolean' },
    watch: { type: 'boolean' },
    coverage: { type: 'boolean' },
    reporter: { type: 'string' },
  });
  const { testCommand } = await import('./testing/command.ts');
  const name = typeof values.name === 'string' ? patternOf(values.name) : undefined;
  return testCommand(files, {
    reporter: reporterOf(values.reporter, Object.keys(reporters)),
    ...(name && { name }),
    bail: values.bail === true,
    watch: values.watch === true,
    coverage: values.coverage === true,
  });
}

async function check(args: string[]): Promise<number> {
  const { values, files } = read(args, { gallery: { type: 'boolean' }, reporter: { type: 'string' } });
  const { checkCommand } = await import('./check/command.ts');
  const isJson = reporterOf(values.reporter, ['text', 'json']) === 'json';
  return checkCommand(files, { gallery: values.gallery === true, json: isJson });
}

async function run(args: string[]): Promise<number> {
  const { files } = read(args, {});
  const [templateFile, scenarioFile, ...others] = files;
  if (!templateFile || !scenarioFile || others.length > 0)
    throw new WrongCall('run takes a template and a scenario.');
  const { runFile } = await import('./run-file.ts');
  const outcome = await runFile(
    { name: templateFile, text: textOf(templateFile) },
    { name: scenarioFile, text: textOf(scenarioFile) },
  );
  console.log(JSON.stringify(outcome, null, 2));
  return 0;
}

/** Takes the flags from a command's arguments; unknown ones are an error. */
function read(
  args: string[],
  options: NonNullable<ParseArgsConfig['options']>,
): { values: Record<string, unknown>; files: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length === 0) throw new WrongCall('Which template?');
    return { values, files: positionals };
  } catch (error) {
    throw new WrongCall((error as Error).message.replace(/\. To specify a positional.*$/s, '.'));
  }
}

function reporterOf(given: unknown, known: string[]): ReporterName {
  const name = typeof given === 'string' ? given : 'text';
  if (!known.includes(name))
    throw new WrongCall(`There is no reporter ${name}; there are ${known.join(', ')}.`);
  return name as ReporterName;
}

function patternOf(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch (error) {
    throw new WrongCall(`--name: ${(error as Error).message}.`);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(unreadable(file, error));
  }
}

/** Whether this file is what was started, be it through a link as package managers make them. */
function isStarted(): boolean {
  const [, started] = process.argv;
  return started !== undefined && import.meta.url === pathToFileURL(realpathSync(started)).href;
}

if (isStarted()) {
  // Whoever reads the output may have had enough, as `head` has.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  // Nothing may wait for it here: in the one file of the build, what is imported only when needed comes after this.
  main(process.argv.slice(2)).then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 2;
    },
  );
}
