import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { version } from '../../src/catalogue/version.ts';

test('tag and companion carry the version of package.json', () => {
  const { version: published } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(version).toBe(published);
  expect(readFileSync('dist/template.tpl', 'utf8')).toContain(`companion === '${published}'`);
  expect(readFileSync('dist/companion.js', 'utf8')).toContain(`version:"${published}"`);
});

test.each(['template.tpl', 'search-page.tpl'])('the notes of %s say the version', (file) => {
  expect(readFileSync(`dist/${file}`, 'utf8')).toContain(`\n___NOTES___\n\nVersion ${version}. `);
});
