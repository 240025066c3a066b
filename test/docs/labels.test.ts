import { expect, test } from '@jest/globals';
import { tags } from '../../src/container/tags.ts';
import { constants } from '../../src/container/values.ts';
import type { Field } from '../../src/sandbox/field.ts';
import { fields as searchPageFields } from '../../template/search-page/fields.ts';
import { fields } from '../../template/tag/fields.ts';
import { guide, prose } from './pages.ts';

/** What a marketer reads in the form: names of fields, of their columns, and what can be chosen. */
function labelsOf(field: Field): (string | undefined)[] {
  return [
    field.displayName,
    ...(field.selectItems ?? []).map(({ displayValue }) => displayValue),
    ...(field.simpleTableColumns ?? []).flatMap((column) => [
      column.displayName,
      ...(column.selectItems ?? []).map(({ displayValue }) => displayValue),
    ]),
    ...(field.subParams ?? []).flatMap(labelsOf),
  ];
}

const known = [
  ...[...fields, ...searchPageFields].flatMap(labelsOf),
  ...tags('', '').map(({ name }) => name),
  ...Object.values(constants).map(({ name }) => name),
];

/** Pages about the work on the project speak of no form. */
const ofTheForm = guide.filter(({ path }) => !/performance|releasing|docs\/README/.test(path));

test.each(ofTheForm)('words in bold in $path stand so in the form or in the container', (page) => {
  const bold = [...prose(page).matchAll(/\*\*(.+?)\*\*/g)].map(([, words]) => words);
  expect(bold.filter((words) => !known.includes(words))).toEqual([]);
});

test('every field has its place in the guide', () => {
  const text = guide.map((page) => prose(page)).join();
  const names = fields.flatMap((field) => (field.type === 'GROUP' ? (field.subParams ?? []) : [field]));
  expect(names.filter(({ displayName }) => !text.includes(`**${displayName}**`))).toEqual([]);
});

test('every tag of the container is explained', () => {
  const setUp = guide.find(({ path }) => path === 'docs/set-up.md')?.text ?? '';
  expect(tags('', '').filter(({ name }) => !setUp.includes(`**${name}**`))).toEqual([]);
});
