import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startReceiver } from '../../src/receiver/index.ts';
import { readTemplate } from '../../src/sandbox/index.ts';
import { fields, goals, trackingKey } from '../../start/fields.ts';
import { play } from '../../start/play.ts';
import { rowsOf } from '../../start/rows.ts';
import { shoeShop } from '../../start/session.ts';
import { table } from '../../start/table.ts';
import { blocks } from './pages.ts';

const isTTY = process.stdout.isTTY;
let printed = '';

beforeAll(async () => {
  process.stdout.isTTY = false;
  const receiver = await startReceiver({ keys: [trackingKey], goals });
  const template = readTemplate(readFileSync('dist/template.tpl', 'utf8'));
  printed = table((await play(shoeShop, template, fields, receiver)).flatMap(rowsOf), 130);
  await receiver.close();
});
afterAll(() => {
  process.stdout.isTTY = isTTY;
});

test('the rows in the README are what npm start prints', () => {
  const shown = blocks.filter(({ where, code }) => where.startsWith('README') && code.includes('✓'));
  const rows = shown.flatMap(({ code }) => code.trimEnd().split('\n'));
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.filter((row) => !printed.split('\n').includes(row))).toEqual([]);
});

test('the README has the files of dist/ that there are', () => {
  const readme = readFileSync('README.md', 'utf8');
  const files = readdirSync('dist', { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? entry.name : [],
  );
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => !readme.includes(`\`${file}\``))).toEqual([]);
  expect(files.filter((file) => readFileSync(`dist/${file}`).length === 0)).toEqual([]);
});
