/**
 * What docs/releasing.md describes: here the version, its heading in the changelog, a build, every check and a commit;
 * in the gallery's repository the template, then, since only now its commit has a name, that name in both.
 */

import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { released } from './changelog.ts';
import { withVersion } from './metadata.ts';
import { checkRepository, repository } from './repository.ts';

export interface Release {
  /** Such as 1.1.0. */
  version: string;
  /** The folders of this project and of the gallery's repository. */
  here: string;
  gallery: string;
  /** What is new, in the gallery's words; what CHANGELOG.md says, without it. */
  notes?: string;
  /** Says what would be done, and does nothing. */
  dryRun?: boolean;
  /** The day of the release, as 2026-11-21. */
  today: string;
  /** Is told each step before it is done. */
  say: (step: string) => void;
  /** Keeps what the checks print to itself. */
  quiet?: boolean;
}

const templates = ['dist/template.tpl', 'dist/search-page.tpl'];

/** Everything that must hold before a release, in the order of what it costs. */
const checks = [
  ['run', 'lint'],
  ['run', 'types'],
  ...templates.flatMap((file) => [
    ['run', 'tpl', '--', 'check', file],
    ['run', 'tpl', '--', 'test', file],
  ]),
  ['test'],
];

/** Whether a version comes after another. */
function isLater(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split('.').map(Number)) as [number[], number[]];
  const at = a.findIndex((number, index) => number !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

/**
 * Makes a release. Pushes nothing.
 * @throws an Error that says what does not hold; what was done until then has been said
 */
export function release({ version, here, gallery, today, say, ...options }: Release): void {
  const [own, other] = [repository(here), repository(gallery)];
  const file = (name: string) => join(here, name);
  const read = (name: string) => readFileSync(file(name), 'utf8').replaceAll('\r\n', '\n');

  function npm(...words: string[]): void {
    const { status, stdout, stderr } = spawnSync('npm', words, {
      cwd: here,
      encoding: 'utf8',
      stdio: options.quiet ? 'pipe' : 'inherit',
      shell: process.platform === 'win32',
    });
    if (status === 0) return;
    const said = [stdout, stderr].filter(Boolean).join('\n');
    throw new Error(
      `npm ${words.join(' ')} failed. Nothing is committed; git checkout -- . puts everything back.\n${said}`,
    );
  }

  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`A version has the form 1.1.0, not ${version}.`);
  const { version: current } = JSON.parse(read('package.json')) as { version: string };
  // The version now may be one that was set, and not released yet.
  if (isLater(current, version)) throw new Error(`${version} comes before ${current}, the version now.`);
  checkRepository(own);
  if (own.git('tag', '--list', `v${version}`)) throw new Error(`There is a tag v${version} already.`);
  const changelog = released(read('CHANGELOG.md'), version, today);
  checkRepository(other);
  if (realpathSync(here) === realpathSync(gallery)) {
    throw new Error('The gallery has a repository of its own: name its folder, not this one.');
  }

  let sha = '';
  const steps: [says: string, act: () => void][] = [
    [
      `Set the version ${version} in package.json and package-lock.json`,
      () => npm('version', version, '--no-git-tag-version', '--allow-same-version'),
    ],
    [
      `Date its section of CHANGELOG.md: ${version} (${today})`,
      () => writeFileSync(file('CHANGELOG.md'), changelog.text),
    ],
    ['Build dist/', () => npm('run', 'build')],
    ...checks.map((words): [string, () => void] => [`Check: npm ${words.join(' ')}`, () => npm(...words)]),
    [
      `Commit here: Release ${version}`,
      () => {
        own.git('add', '--all');
        own.git('commit', '--message', `Release ${version}`);
        own.git('tag', `v${version}`);
      },
    ],
    [
      `Commit template.tpl and LICENSE in ${gallery}: Release ${version}`,
      () => {
        for (const name of ['template.tpl', 'LICENSE'])
          copyFileSync(file(`dist/${name}`), join(gallery, name));
        other.git('add', 'template.tpl', 'LICENSE');
        other.git('commit', '--message', `Release ${version}`);
        sha = other.git('rev-parse', 'HEAD');
      },
    ],
    [
      "Name that commit in template/metadata.yaml, build, commit here: Name the gallery's commit",
      () => {
        const metadata = withVersion(read('template/metadata.yaml'), sha, options.notes ?? changelog.notes);
        writeFileSync(file('template/metadata.yaml'), metadata);
        npm('run', 'build');
        own.git('add', '--all');
        own.git('commit', '--message', `Name the gallery's commit of ${version}`);
        own.git('tag', '--force', `v${version}`);
      },
    ],
    [
      `Commit metadata.yaml in ${gallery}: Publish ${version}`,
      () => {
        copyFileSync(file('dist/metadata.yaml'), join(gallery, 'metadata.yaml'));
        other.git('add', 'metadata.yaml');
        other.git('commit', '--message', `Publish ${version}`);
      },
    ],
    [
      'See that the named commit holds the template',
      () => {
        if (other.git('show', `${sha}:template.tpl`) !== read('dist/template.tpl').trim()) {
          throw new Error(`The commit ${sha} of ${gallery} does not hold dist/template.tpl.`);
        }
      },
    ],
  ];
  for (const [says, act] of steps) {
    say(options.dryRun ? `Would: ${says}` : says);
    if (!options.dryRun) act();
  }
}
