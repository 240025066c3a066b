import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { filledIn, values } from './built.ts';

const script = fileURLToPath(new URL('../../src/container/cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'container-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The command as somebody types it. */
function container(...words: string[]): { code: number | null; out: string; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, ...words], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { code: status, out: stdout, said: stderr };
}

const options = [
  ...[
    '--host',
    values.analyticsHost,
    '--key',
    values.trackingKey,
    '--language',
    'en',
    '--model',
    'ShopModel',
  ],
  ...['--chat-goal', values.chatGoal, '--phone-goal', values.phoneGoal],
];

test('it writes the container, filled in and narrowed, and says where it may send', () => {
  const file = join(folder, 'container.json');
  const { code, out, said } = container(...options, '--site', 'www.example.com', '--out', file);
  expect({ code, said }).toEqual({ code: 0, said: '' });
  const hosts = [`https://${values.analyticsHost}/api/v2/track/*`, 'https://www.example.com/*'];
  for (const host of hosts) expect(out).toContain(host);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(filledIn({}, hosts));
});

test('a file that is there is replaced with --force only', () => {
  const file = join(folder, 'mine.json');
  writeFileSync(file, 'mine');
  const refused = container(...options, '--out', file);
  expect(refused.code).toBe(2);
  expect(refused.said).toContain('it exists; replace it with --force');
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect(container(...options, '--out', file, '--force').code).toBe(0);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(filledIn());
});

test('with a bad value nothing is written', () => {
  const file = join(folder, 'none.json');
  const { code, said } = container(...options, '--pixel', 'ftp://x', '--out', file);
  expect(code).toBe(2);
  expect(said).toMatch(/^--pixel must be a path[\s\S]*--help/);
  expect(existsSync(file)).toBe(false);
});

test('a path that cannot be written to is named with the reason', () => {
  const nowhere = join(folder, 'no', 'container.json');
  expect(container(...options, '--out', nowhere)).toMatchObject({
    code: 2,
    said: expect.stringContaining(`${nowhere} cannot be written: its folder does not exist.`),
  });
  expect(container(...options, '--out', folder, '--force')).toMatchObject({
    code: 2,
    said: expect.stringContaining('it is a folder'),
  });
});

test('--help says what there is', () => {
  expect(container('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--phone-goal GOAL') });
});
