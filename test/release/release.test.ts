import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { withVersion } from '../../release/metadata.ts';
import { type Release, release } from '../../release/release.ts';
import { repository } from '../../release/repository.ts';

const earlier = 'a'.repeat(40);
const metadata = `homepage: "https://www.example.com/"
documentation: "https://www.example.com/docs/"
versions:
  # The newest first.
  - sha: "${earlier}"
    changeNotes: |-
      First release.
`;

/** Builds as far as a release looks at it: the template holds the version, metadata.yaml is copied. */
const build = `
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
mkdirSync('dist', { recursive: true });
writeFileSync('dist/template.tpl', 'template ' + version + '\\n');
writeFileSync('dist/search-page.tpl', 'reader\\n');
for (const [from, to] of [['LICENSE', 'LICENSE'], ['template/metadata.yaml', 'metadata.yaml']])
  copyFileSync(from, 'dist/' + to);
`;

const nothing = 'node --version';
const manifest = {
  name: 'throw-away',
  version: '1.0.0',
  private: true,
  scripts: { build: 'node build.mjs', lint: nothing, types: nothing, test: nothing, tpl: nothing },
};

let folder: string;
const here = () => join(folder, 'project');
const gallery = () => join(folder, 'gallery');
const text = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');

function write(path: string, content: string | object): void {
  const isText = typeof content === 'string';
  writeFileSync(join(here(), path), isText ? content : `${JSON.stringify(content, null, 2)}\n`);
}

function commit(at: string): void {
  const { git } = repository(at);
  git('add', '--all');
  git('commit', '--message', 'As it was');
}

function start(at: string): void {
  mkdirSync(at);
  const { git } = repository(at);
  git('init', '--initial-branch', 'main');
  git('config', 'user.name', 'Somebody');
  git('config', 'user.email', 'somebody@example.com');
}

/** Releases, and gives the steps that were told. */
function run(changes: Partial<Release> = {}): string[] {
  const steps: string[] = [];
  const defaults = { version: '1.1.0', here: here(), gallery: gallery(), today: '2026-11-21', quiet: true };
  release({ ...defaults, say: (step) => steps.push(step), ...changes });
  return steps;
}

const subjects = (at: string) => repository(at).git('log', '--reverse', '--format=%s').split('\n').slice(1);
const state = () =>
  [here(), gallery()].map((at) => {
    const { git } = repository(at);
    return [git('rev-parse', 'HEAD'), git('status', '--porcelain'), git('tag', '--list')];
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
  start(here());
  write('package.json', manifest);
  write('package-lock.json', { name: 'throw-away', version: '1.0.0', lockfileVersion: 3, packages: {} });
  write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n\n- Hears searches.\n\n## 1.0.0\n\nFirst release.\n');
  write('LICENSE', 'The licence.\n');
  write('build.mjs', build);
  mkdirSync(join(here(), 'template'));
  write('template/metadata.yaml', metadata);
  commit(here());
  start(gallery());
  copyFileSync(join(here(), 'LICENSE'), join(gallery(), 'LICENSE'));
  commit(gallery());
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a release is two commits here and two in the gallery, the second naming the first', () => {
  const steps = run();
  expect(subjects(here())).toEqual(['Release 1.1.0', "Name the gallery's commit of 1.1.0"]);
  expect(subjects(gallery())).toEqual(['Release 1.1.0', 'Publish 1.1.0']);

  const template = repository(gallery()).git('rev-parse', 'HEAD~1');
  expect(repository(gallery()).git('show', `${template}:template.tpl`)).toBe('template 1.1.0');
  expect(parse(text('gallery', 'metadata.yaml')).versions).toEqual([
    { sha: template, changeNotes: '- Hears searches.' },
    { sha: earlier, changeNotes: 'First release.' },
  ]);
  expect(text('gallery', 'metadata.yaml')).toBe(text('project', 'template', 'metadata.yaml'));
  expect(text('gallery', 'metadata.yaml')).toContain('  # The newest first.\n  - sha: "');

  expect(text('project', 'CHANGELOG.md')).toContain(
    '\n## 1.1.0 (2026-11-21)\n\n- Hears searches.\n\n## 1.0.0\n',
  );
  expect(JSON.parse(text('project', 'package.json')).version).toBe('1.1.0');
  expect(JSON.parse(text('project', 'package-lock.json')).version).toBe('1.1.0');

  const { git } = repository(here());
  expect(git('rev-parse', 'v1.1.0^{commit}')).toBe(git('rev-parse', 'HEAD'));
  for (const [, uncommitted] of state()) expect(uncommitted).toBe('');
  expect(steps.findIndex((step) => step.includes('npm test'))).toBeLessThan(
    steps.findIndex((step) => step.startsWith('Commit here')),
  );
});

test('a version that is set already, and has no tag yet, is released', () => {
  write('package.json', { ...manifest, version: '1.1.0' });
  write('CHANGELOG.md', text('project', 'CHANGELOG.md').replace('Unreleased', '1.1.0'));
  commit(here());
  run();
  expect(subjects(here()).slice(-2)).toEqual(['Release 1.1.0', "Name the gallery's commit of 1.1.0"]);
  expect(text('project', 'CHANGELOG.md')).toContain('\n## 1.1.0 (2026-11-21)\n');
});

test('the first release takes the place of the zeros', () => {
  const sha = 'b'.repeat(40);
  const first = withVersion(metadata.replace(earlier, '0'.repeat(40)), sha, 'First:\n- it works');
  expect(parse(first).versions).toEqual([{ sha, changeNotes: 'First:\n- it works' }]);
});

test('a dry run says every step and does none', () => {
  const before = state();
  const steps = run({ dryRun: true });
  expect(state()).toEqual(before);
  expect(steps[0]).toBe('Would: Set the version 1.1.0 in package.json and package-lock.json');
  expect(steps).toHaveLength(15);
});

test.each(['build', 'test'])('where npm %s fails, nothing is committed', (script) => {
  write('package.json', { ...manifest, scripts: { ...manifest.scripts, [script]: 'node no-such-file' } });
  commit(here());
  const commits = () => state().map(([head, , tags]) => [head, tags]);
  const before = commits();
  expect(() => run()).toThrow(new RegExp(`^npm (run )?${script}.* failed. Nothing is committed`));
  expect(commits()).toEqual(before);
});

describe('it does not begin where', () => {
  const cases: [string, () => Partial<Release>, string][] = [
    ['the version is none', () => ({ version: '1.1' }), 'A version has the form 1.1.0, not 1.1.'],
    ['the version is an earlier one', () => ({ version: '0.10.0' }), '0.10.0 comes before 1.0.0'],
    [
      'something is not committed here',
      () => {
        write('new.txt', 'new');
        return {};
      },
      'project holds what is not committed:\n?? new.txt',
    ],
    [
      'something is not committed in the gallery',
      () => {
        writeFileSync(join(gallery(), 'LICENSE'), 'Another.');
        return {};
      },
      'gallery holds what is not committed',
    ],
    [
      'the version has its tag',
      () => {
        repository(here()).git('tag', 'v1.1.0');
        return {};
      },
      'There is a tag v1.1.0 already.',
    ],
    [
      'the changelog says nothing of it',
      () => {
        write('CHANGELOG.md', '# Changelog\n\n## 1.0.0\n\nFirst release.\n');
        commit(here());
        return {};
      },
      'CHANGELOG.md has no section "## Unreleased" or "## 1.1.0"',
    ],
    [
      'its section of the changelog is empty',
      () => {
        write('CHANGELOG.md', '# Changelog\n\n## 1.1.0\n\n## 1.0.0\n\nFirst release.\n');
        commit(here());
        return {};
      },
      'The section "## 1.1.0" of CHANGELOG.md is empty',
    ],
    ['the gallery is no repository', () => ({ gallery: tmpdir() }), 'is no git repository.'],
    [
      'the gallery is this repository',
      () => ({ gallery: here() }),
      'The gallery has a repository of its own',
    ],
    [
      'the gallery is a folder of a repository',
      () => ({ gallery: join(here(), 'template') }),
      'is a folder within a repository',
    ],
    [
      'the gallery is on no branch',
      () => {
        repository(gallery()).git('checkout', '--detach');
        return {};
      },
      'gallery is on no branch',
    ],
  ];

  test.each(cases)('%s', (_case, arrange, reason) => {
    const changes = arrange();
    const before = state();
    const steps: string[] = [];
    expect(() => run({ ...changes, say: (step) => steps.push(step) })).toThrow(reason);
    expect(steps).toEqual([]);
    expect(state()).toEqual(before);
  });
});
