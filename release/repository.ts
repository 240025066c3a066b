import { spawnSync } from 'node:child_process';

/** A repository on this computer. */
export interface Repository {
  folder: string;
  /** Runs git in it, and gives what git says. Throws with git's own words where git fails. */
  git(...words: string[]): string;
}

export function repository(folder: string): Repository {
  return {
    folder,
    git(...words) {
      const { status, stdout, stderr, error } = spawnSync('git', words, { cwd: folder, encoding: 'utf8' });
      if (status !== 0) {
        const said = (stderr || stdout || error?.message || '').trim();
        throw new Error(`git ${words[0]} failed in ${folder}:\n${said}`);
      }
      return stdout.trim();
    },
  };
}

/** Throws where a folder is no repository's own, holds what is not committed, or stands on no branch. */
export function checkRepository({ folder, git }: Repository): void {
  let within: string;
  try {
    within = git('rev-parse', '--show-prefix');
  } catch {
    throw new Error(`${folder} is no git repository.`);
  }
  if (within) throw new Error(`${folder} is a folder within a repository: name the repository itself.`);
  const changed = git('status', '--porcelain');
  if (changed) throw new Error(`${folder} holds what is not committed:\n${changed}`);
  if (!git('branch', '--show-current')) throw new Error(`${folder} is on no branch: git switch to its own.`);
}
