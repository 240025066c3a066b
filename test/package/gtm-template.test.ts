import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const project = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'gtm-template-'));
const isWindows = process.platform === 'win32';
const npm = (args: string[], cwd: string) =>
  execFileSync(isWindows ? 'npm.cmd' : 'npm', args, {
    cwd,
    encoding: 'utf8',
    shell: isWindows,
    stdio: 'pipe',
  });

const command = join(folder, 'node_modules', 'searchstax-sitecore-gtm', 'dist', 'gtm-template.mjs');
const run = (...args: string[]) =>
  spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: 'utf8' });

beforeAll(() => {
  npm(['pack', '--ignore-scripts', '--pack-destination', folder], project);
  const [packed = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), '{"name": "somewhere-else", "private": true}');
  npm(['install', '--offline', '--no-audit', '--no-fund', `./${packed}`], folder);
  for (const name of ['order-ping', 'first-match'])
    cpSync(join(project, `test/data/templates/${name}.tpl`), join(folder, `${name}.tpl`));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

test('the package is small, and brings nothing else along', () => {
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'searchstax-sitecore-gtm',
  ]);
  expect(readdirSync(join(dirname(command), '..')).sort()).toEqual([
    'LICENSE',
    'README.md',
    'dist',
    'docs',
    'package.json',
  ]);
});

test('its command is there under its name', () => {
  const name = join(folder, 'node_modules', '.bin', isWindows ? 'gtm-template.cmd' : 'gtm-template');
  expect(existsSync(name)).toBe(true);
  if (!isWindows) chmodSync(name, 0o755);
  const { stdout, status } = spawnSync(name, ['--help'], { cwd: folder, encoding: 'utf8', shell: isWindows });
  expect(stdout).toContain('gtm-template test <file.tpl>...');
  expect(status).toBe(0);
});

test("tests a template's scenarios, on plain Node", () => {
  const { stdout, stderr, status } = run('test', '--coverage', 'order-ping.tpl', 'first-match.tpl');
  expect(stderr).toBe('');
  expect(stdout).toContain('✓ Sends the shop');
  expect(stdout).toMatch(/5 passed, 0 failed\n$/);
  expect(status).toBe(0);
});

test('checks a template, for the gallery too', () => {
  const { stdout, status } = run('check', '--gallery', 'order-ping.tpl');
  expect(stdout).toContain('order-ping.tpl:1:1 error There is no LICENSE beside the template.');
  expect(status).toBe(1);
});

test('plays a scenario', () => {
  writeFileSync(
    join(folder, 'order.json'),
    JSON.stringify({ fields: { shop: 'a', amount: 'none' }, respond: 'load' }),
  );
  const { stdout, status } = run('run', 'order-ping.tpl', 'order.json');
  expect(JSON.parse(stdout)).toMatchObject({
    firings: [{ event: 'gtm.js', outcome: 'success' }],
    requests: ['https://orders.example.com/ping?shop=a'],
  });
  expect(status).toBe(0);
});

test('says what is wrong with a call, without a stack trace', () => {
  const { stderr, status } = run('test', '--colour', 'order-ping.tpl');
  expect(stderr).toContain("Unknown option '--colour'");
  expect(stderr).not.toContain('    at ');
  expect(status).toBe(2);
});

test('ends without a word when nobody reads its output any more', async () => {
  const child = spawn(process.execPath, [command, 'test', ...Array(500).fill('order-ping.tpl')], {
    cwd: folder,
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  await new Promise((resolve) => child.on('close', resolve));
  expect(complaint).toBe('');
});

test('--watch runs the tests again when the file changes', async () => {
  const watched = join(folder, 'first-match.tpl');
  const child = spawn(process.execPath, [command, 'test', '--watch', 'first-match.tpl'], { cwd: folder });
  let output = '';
  const shows = (wanted: RegExp) =>
    new Promise<void>((resolve) => {
      const look = () => wanted.test(output) && resolve();
      child.stdout.on('data', look);
      look();
    });
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  try {
    await shows(/2 passed, 0 failed[\s\S]*Waiting for changes/);
    writeFileSync(watched, readFileSync(watched, 'utf8').replace('isEqualTo(5)', 'isEqualTo(9)'));
    await shows(/1 passed, 1 failed/);
  } finally {
    child.kill();
  }
}, 30_000);
