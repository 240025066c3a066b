import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const script = fileURLToPath(new URL('../../start/cli.ts', import.meta.url));

/** The command as somebody types it, up to where it would build. */
function start(...words: string[]): { code: number | null; out: string; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, ...words], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { code: status, out: stdout, said: stderr.trim() };
}

test('an option that does not exist is named, beside those that do', () => {
  const { code, said } = start('--prot', '8080');
  expect(code).toBe(1);
  expect(said).toMatch(/^Unknown option '--prot'\n[\s\S]*--port N/);
});

test('a port that is taken is told before anything is built', async () => {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  expect(start('--port', String(port), '--once')).toEqual({
    code: 1,
    out: '',
    said: `The port ${port} is taken: choose another with --port`,
  });
  server.close();
});

test('--help says what there is', () => {
  expect(start('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--once') });
});
