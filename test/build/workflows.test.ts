import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

const folder = new URL('../../.github/workflows/', import.meta.url);
const workflows = readdirSync(folder).map((file) => ({
  file,
  text: readFileSync(new URL(file, folder), 'utf8'),
}));

// A tag can be moved to other code, a commit cannot.
test.each(workflows)('$file uses actions by commit, and says which version that is', ({ text }) => {
  const used = text.match(/uses:.*/g) ?? [];
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((line) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual(
    [],
  );
});

test.each(workflows)('$file may read the repository, and nothing more', ({ text }) => {
  const { permissions, jobs } = parse(text) as { permissions: unknown; jobs: Record<string, object> };
  expect(permissions).toEqual({ contents: 'read' });
  expect(Object.values(jobs).filter((job) => 'permissions' in job)).toEqual([]);
});
