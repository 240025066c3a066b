import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { build } from '../../start/build.ts';

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'build-'));
  await writeFile(join(folder, 'source.js'), 'export default 1;\n');
  await run(folder);
  await rm(folder, { recursive: true });
}

const options = (folder: string, input: string) => ({
  input: join(folder, input),
  output: { file: join(folder, 'out.js') },
});

test('the file is there once it is done', async () => {
  await inFolder(async (folder) => {
    await build(options(folder, 'source.js'));
    expect(await readFile(join(folder, 'out.js'), 'utf8')).toContain('export { source as default }');
  });
});

test('a failure names the file, and shows what the build said', async () => {
  await inFolder(async (folder) => {
    await expect(build(options(folder, 'missing.js'))).rejects.toThrow(
      /out\.js could not be built:\n\n[\s\S]*missing\.js/,
    );
  });
});
