import { expect, test } from '@jest/globals';
import { rows, titles, unverified } from '../../build/docs/widgets.ts';
import { generated } from '../../build/docs.ts';
import { guide } from './pages.ts';

test.each(guide)('the generated parts of $path are as the sources have them: npm run docs', ({ text }) => {
  expect(text).toBe(generated(text));
});

test('a page that asks for a part which does not exist is an error that names those which do', () => {
  expect(() => generated('<!-- generated: nothing -->\n<!-- /generated -->')).toThrow(
    /no part "nothing".*widgets/,
  );
});

test('every widget has a title, and every title a widget', () => {
  expect(Object.keys(titles).sort()).toEqual([...new Set(rows.map(({ provider }) => provider))].sort());
});

test('what is called unverified is something that a widget is heard by', () => {
  const announcements = rows.flatMap(({ open, start }) => [open, start]);
  expect(unverified.filter((announcement) => !announcements.includes(announcement))).toEqual([]);
});
