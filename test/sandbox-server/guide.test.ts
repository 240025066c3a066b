import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readServerScenario } from '../../src/sandbox/server/read-scenario.ts';
import { runServerScenario } from '../../src/sandbox/server/scenario.ts';
import { readTemplate } from '../../src/sandbox/template.ts';

const guide = readFileSync('docs/gtm-template-server.md', 'utf8');
const blocks = [...guide.matchAll(/```\w+\n([\s\S]*?)```/g)].map(([, block = '']) => block);
const [template = '', scenario = '', outcome = ''] = blocks;

test("the guide's scenario comes out as the guide shows", async () => {
  const came = await runServerScenario(readTemplate(template), readServerScenario(scenario, 'guide'));
  expect(came).toEqual(JSON.parse(outcome));
});

test('the guide tells every key of a scenario and of its outcome', () => {
  const rows = [...guide.matchAll(/^\| `(\w+)` /gm)].map(([, key]) => key);
  const refused = /Keys are (.*)\./.exec(keysError())?.[1]?.split(', ');
  expect(rows).toEqual(expect.arrayContaining([...(refused ?? ['?']), ...Object.keys(JSON.parse(outcome))]));
});

function keysError(): string {
  try {
    readServerScenario('{"none": 1}', 'guide');
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
