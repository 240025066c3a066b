import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A program that neither outlives us nor leaves its folder behind, also where we are killed. */
export interface Guarded {
  /** To be started instead of the program, with its arguments, in a process group of its own, our pipe as its input. */
  path: string;
  env: NodeJS.ProcessEnv;
  /** What is to be removed. */
  folder: string;
  /** Removes it, after a regular end. */
  remove: () => Promise<void>;
}

export async function guarded(program: string): Promise<Guarded> {
  const folder = await mkdtemp(join(tmpdir(), 'browser-'));
  // Windows has no shell for it: there, a program that is killed leaves its folder.
  const path = process.platform === 'win32' ? program : fileURLToPath(new URL('guarded.sh', import.meta.url));
  return {
    path,
    env: { ...process.env, GUARDED: program, GUARDED_FOLDER: folder },
    folder,
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}
