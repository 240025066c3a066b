import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { build } from '../../playground/start/build.ts';

async function inProject(config: string, run: (root: string) => Promise<void>): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'build-'));
  await writeFile(join(root, 'rollup.config.mjs'), config);
  await writeFile(join(root, 'source.js'), 'export default 1;\n');
  await run(root);
  await rm(root, { recursive: true });
}

const config = (input: string) => `export default { input: '${input}', output: { file: 'dist/out.js' } };`;

test('each file is told when it is done', async () => {
  await inProject(config('source.js'), async (root) => {
    const done: string[] = [];
    await build((file) => done.push(file), root);
    expect(done).toEqual(['dist/out.js']);
  });
});

test('a failure shows what the build said', async () => {
  await inProject(config('missing.js'), async (root) => {
    await expect(build(() => {}, root)).rejects.toThrow(/^The build failed:\n\n[\s\S]*missing\.js/);
  });
});
