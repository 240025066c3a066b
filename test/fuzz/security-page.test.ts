import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const page = readFileSync('SECURITY.md', 'utf8');
const references = [...page.matchAll(/`((?:test|trials|template)\/[^`]+)`: "([^"]+)"/g)];

test('SECURITY.md names tests', () => {
  expect(references.length).toBeGreaterThan(20);
});

test.each(references.map(([, file, name]) => [name, file]))('"%s" is in %s', (name, file) => {
  expect(readFileSync(file as string, 'utf8')).toContain(name);
});
