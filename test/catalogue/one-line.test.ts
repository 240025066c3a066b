import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readTemplate, type Template } from '../../src/sandbox/index.ts';
import { message, visit } from '../tag/visit.ts';

const project = mkdtempSync(join(tmpdir(), 'one-line-'));
let tag: Template;
let contract: { definitions: Record<string, { required: string[] }> };

/** Builds the tag of the copy and prints the receiver's contract. */
const script = `
import { rollup } from 'rollup';
import { tag } from './build/tag.ts';
import { trackContract } from './src/receiver/contract.ts';
const bundle = await rollup(tag);
await bundle.write(tag.output);
console.log(JSON.stringify(trackContract()));
`;

beforeAll(() => {
  const parts = ['src', 'template', 'build', 'package.json', 'babel.config.json', 'biome.json', '.gitignore'];
  for (const part of parts) cpSync(part, join(project, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'), 'junction');

  const events = join(project, 'src/catalogue/events.ts');
  const changed = readFileSync(events, 'utf8').replace(
    "required: ['query'],\n    optional: ['totalHits', 'shownHits', ",
    "required: ['query', 'shownHits'],\n    optional: ['totalHits', ",
  );
  writeFileSync(events, changed);

  writeFileSync(join(project, 'build-changed.ts'), script);
  const tsx = resolve('node_modules/tsx/dist/cli.mjs');
  const { stdout, stderr, status } = spawnSync(process.execPath, [tsx, 'build-changed.ts'], {
    cwd: project,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  contract = JSON.parse(stdout);
  tag = readTemplate(readFileSync(join(project, 'dist/template.tpl'), 'utf8'));
}, 60_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

test('a property made required in the catalogue is asked for by the tag', async () => {
  const { pushed, page, lines } = visit({}, { tag });
  expect(await pushed(message('_search', { query: 'shoes' }))).toEqual({ calls: ['failure'] });
  expect(page.requests).toEqual([]);
  expect(lines()[0]).toContain('Missing: shownHits.');
  expect(await pushed(message('_search', { query: 'shoes', shownHits: 2 }))).toEqual({ calls: ['success'] });

  expect(await visit().pushed(message('_search', { query: 'shoes' }))).toEqual({ calls: ['success'] });
});

test('the form tells the marketer so', () => {
  expect(helpOf(tag)).toContain('<b>Search</b>: query, shownHits');
});

test('the receiver refuses an event without it', () => {
  expect(contract.definitions._search?.required).toContain('shownHits');
});

/** The help of the Properties table. */
function helpOf({ parameters }: Template): string | undefined {
  const fields = parameters.flatMap((field) => [field, ...(field.subParams ?? [])]);
  return fields.find(({ name }) => name === 'properties')?.help;
}
