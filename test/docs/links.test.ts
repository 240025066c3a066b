import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { expect, test } from '@jest/globals';
import { guide, type Page } from './pages.ts';

interface Link {
  target: string;
  anchor: string;
}

/** Where a page's relative links and pictures lead, as paths from the project's root. */
function linksOf({ path, text }: Page): Link[] {
  return [...text.matchAll(/\]\((?!https?:)([^)\s#]*)(?:#([^)\s]+))?\)/g)].map(
    ({ 1: file = '', 2: anchor = '' }) => ({ target: file ? join(dirname(path), file) : path, anchor }),
  );
}

/** What GitHub makes of a heading: lower case, no punctuation, hyphens for spaces. */
function anchorsOf(path: string): string[] {
  const headings = readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(({ 1: heading = '' }) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test.each(guide)('what $path links to exists', (page) => {
  expect(linksOf(page).filter(({ target }) => !existsSync(target))).toEqual([]);
});

test.each(guide)('the headings that $path links to exist', (page) => {
  const anchored = linksOf(page).filter(({ target, anchor }) => anchor && target.endsWith('.md'));
  expect(anchored.filter(({ target, anchor }) => !anchorsOf(target).includes(anchor))).toEqual([]);
});

test('every page of the guide is linked from its index', () => {
  const index = guide.find(({ path }) => path === 'docs/README.md') as Page;
  const linked = [index, ...guide.filter(({ path }) => path === 'docs/developers.md')]
    .flatMap(linksOf)
    .map(({ target }) => target);
  expect(
    guide.map(({ path }) => path).filter((path) => path !== index.path && !linked.includes(path)),
  ).toEqual(['README.md'].filter((path) => !linked.includes(path)));
});
