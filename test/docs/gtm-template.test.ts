import { expect, test } from '@jest/globals';
import { runFile } from '../../src/sandbox/run-file.ts';
import { blocks } from './pages.ts';

test('the server template that the guide plays does what the guide shows', async () => {
  const [template, scenario, outcome] = blocks
    .filter(({ where }) => where.startsWith('docs/gtm-template-server.md'))
    .map(({ where, code }) => ({ name: where, text: code }));
  if (!template || !scenario || !outcome) throw new Error('The page shows no template with its scenario.');

  const played = await runFile(template, scenario);

  expect(JSON.parse(JSON.stringify(played))).toEqual(JSON.parse(outcome.text));
});
