import { readScenario } from './read-scenario.ts';
import { runScenario } from './scenario.ts';
import { readTemplate } from './template.ts';

interface NamedText {
  name: string;
  text: string;
}

/**
 * Plays a scenario with a template, on a page or in a server container, whichever the template is for.
 *
 * @throws an Error that names the file, the line, and what in it is wrong
 */
export async function runFile(templateFile: NamedText, scenarioFile: NamedText): Promise<object> {
  const template = readTemplate(templateFile.text, templateFile.name);
  if (template.context === 'WEB') {
    return runScenario(template, readScenario(scenarioFile.text, scenarioFile.name));
  }
  const { runServerScenario } = await import('./server/scenario.ts');
  const { readServerScenario } = await import('./server/read-scenario.ts');
  return runServerScenario(template, readServerScenario(scenarioFile.text, scenarioFile.name));
}
