import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const { resolve } = createRequire(import.meta.url);

/**
 * Builds dist/, as `npm run build` does.
 * @param progress called with each file that is done and the time that it took ("1.2s")
 * @param root the folder with rollup's configuration
 * @throws an error that shows what the build had to say
 */
export async function build(
  progress: (file: string, time: string) => void,
  root = fileURLToPath(new URL('../../', import.meta.url)),
): Promise<void> {
  const child = spawn(process.execPath, [resolve('tsx/cli'), resolve('rollup/dist/bin/rollup'), '--config'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  const said: string[] = [];
  const listen = (line: string) => {
    said.push(line);
    const created = /^created (.+) in (.+)$/.exec(line);
    if (created) progress(created[1] ?? '', created[2] ?? '');
  };
  createInterface({ input: child.stdout }).on('line', listen);
  createInterface({ input: child.stderr }).on('line', listen);
  const code = await new Promise((ended, failed) => child.on('close', ended).on('error', failed));
  if (code !== 0) throw new Error(`The build failed:\n\n${said.join('\n').trim()}`);
}
