import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { readScenario } from './read-scenario.ts';
import { runScenario } from './scenario.ts';
import { readTemplate } from './template.ts';

const USAGE = `Usage:
  npm run --silent tpl -- run <file.tpl> <scenario.json>   run a tag through a scenario, print what it did as JSON
  npm run --silent tpl -- check <file.tpl>...              report what Google Tag Manager would refuse
  npm run --silent tpl -- test <file.tpl>...               run the templates' own tests

Exit status: 0 done, 1 errors or failed tests found, 2 called wrongly or a file that cannot be read.`;

/**
 * The command line of the sandbox.
 *
 * @returns the exit status
 */
export async function main([command, ...files]: string[]): Promise<number> {
  switch (command) {
    case 'run':
      if (files.length === 2) return run(files[0] as string, files[1] as string);
      break;
    case 'check':
      if (files.length > 0) return (await import('./check/command.ts')).checkCommand(files);
      break;
    case 'test':
      if (files.length > 0) return (await import('./testing/command.ts')).testCommand(files);
      break;
    case '--help':
    case '-h':
      console.log(USAGE);
      return 0;
  }
  console.error(USAGE);
  return 2;
}

async function run(templateFile: string, scenarioFile: string): Promise<number> {
  const template = readTemplate(read(templateFile), templateFile);
  if (template.context === 'SERVER') {
    const { runServerScenario } = await import('./server/scenario.ts');
    const { readServerScenario } = await import('./server/read-scenario.ts');
    const scenario = readServerScenario(read(scenarioFile), scenarioFile);
    console.log(JSON.stringify(await runServerScenario(template, scenario), null, 2));
    return 0;
  }
  const scenario = readScenario(read(scenarioFile), scenarioFile);
  console.log(JSON.stringify(await runScenario(template, scenario), null, 2));
  return 0;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? error}.`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
