import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** Code formatted as the rest of the project; `path` decides by which rules. Throws with what the formatter says. */
export function format(code: string, path: string): string {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [biome, 'format', `--stdin-file-path=${path}`],
    { input: code, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The code could not be formatted: ${error?.message ?? stderr}`);
  return stdout;
}
