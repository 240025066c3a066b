import { describe, expect, test } from '@jest/globals';
import type { Field, TableColumn } from '../../src/sandbox/field.ts';
import { cellProblem, problemOf } from '../../src/sandbox/form/validators.ts';
import { applies, initialValues, resolveVariables, tagData } from '../../src/sandbox/form/values.ts';
import { fields } from '../../template/tag/fields.ts';

describe('a field applies', () => {
  const values = { action: 'goal', key: '' };

  test('always, without conditions', () => {
    expect(applies(undefined, values)).toBe(true);
    expect(applies([], values)).toBe(true);
  });

  test('when one of its conditions holds', () => {
    const one = { paramName: 'action', paramValue: 'route', type: 'EQUALS' } as const;
    const other = { paramName: 'action', paramValue: 'route', type: 'NOT_EQUALS' } as const;
    expect(applies([one], values)).toBe(false);
    expect(applies([one, other], values)).toBe(true);
  });

  test('by whether another field holds anything', () => {
    expect(applies([{ paramName: 'key', type: 'PRESENT' }], values)).toBe(false);
    expect(applies([{ paramName: 'key', type: 'NOT_PRESENT' }], values)).toBe(true);
  });
});

describe('a validator', () => {
  const message = (type: string, value: unknown, args: (string | number)[] = []) =>
    problemOf(value, [{ type: type as 'REGEX', args, errorMessage: 'no' }]);

  test.each([
    ['NON_EMPTY', '', 'x', []],
    ['REGEX', 'a1', 'a', ['[a-z]']],
    ['NUMBER', 'x', '1.5', []],
    ['POSITIVE_NUMBER', '0', '1', []],
    ['NON_NEGATIVE_NUMBER', '-1', '0', []],
    ['STRING_LENGTH', 'abc', 'ab', [1, 2]],
    ['TABLE_ROW_COUNT', [], [{}], [1, 3]],
  ])('%s refuses %j and takes %j', (type, refused, taken, args) => {
    expect(message(type, refused, args)).toBe('no');
    expect(message(type, taken, args)).toBeUndefined();
  });

  test('of a number lets a GTM variable pass: nobody knows its value yet', () => {
    expect(message('NUMBER', '{{Page}}')).toBeUndefined();
  });

  test("of the template's own fields says in the template's words what is missing", () => {
    const group = fields.find(({ name }) => name === 'searchStax');
    const key = group?.subParams?.find(({ name }) => name === 'trackingKey');
    expect(problemOf('', key?.valueValidators)).toMatch(/^Fill in the tracking key/);
    expect(problemOf('abc', key?.valueValidators)).toBeUndefined();
  });

  test('of a unique column refuses a value that another row holds', () => {
    const column: TableColumn = { name: 'property', type: 'TEXT', isUnique: true };
    const rows = [{ property: 'query' }, { property: 'query' }, { property: '' }, { property: '' }];
    expect(rows.map((row) => Boolean(cellProblem(column, rows, row)))).toEqual([true, true, false, false]);
  });
});

describe('the tag gets', () => {
  const form: Field[] = [
    { type: 'SELECT', name: 'kind', defaultValue: 'a' },
    { type: 'TEXT', name: 'always', defaultValue: 'x' },
    {
      type: 'GROUP',
      name: 'group',
      enablingConditions: [{ paramName: 'kind', paramValue: 'b', type: 'EQUALS' }],
      subParams: [{ type: 'TEXT', name: 'onlyB', defaultValue: 'y' }],
    },
    { type: 'SIMPLE_TABLE', name: 'rows' },
  ];

  test('the defaults of the fields that apply; an empty text and a table without rows are absent', () => {
    const values = initialValues(form);
    expect(values).toEqual({ kind: 'a', always: 'x', onlyB: 'y', rows: [] });
    expect(tagData(form, values)).toEqual({ kind: 'a', always: 'x' });
    expect(tagData(form, { ...values, kind: 'b', always: '' })).toEqual({ kind: 'b', onlyB: 'y' });
  });

  test('of a RADIO the fields of the choice alone', () => {
    const radio: Field = {
      type: 'RADIO',
      name: 'way',
      radioItems: [
        { value: 1, displayValue: 'One', subParams: [{ type: 'TEXT', name: 'one', defaultValue: '1' }] },
        { value: 2, displayValue: 'Two', subParams: [{ type: 'TEXT', name: 'two', defaultValue: '2' }] },
      ],
    };
    expect(tagData([radio], initialValues([radio], { way: 2 }))).toEqual({ way: 2, two: '2' });
  });

  test('a table of its own for each form: what is typed never reaches the defaults', () => {
    const filledIn = { rows: [{ event: 'a' }] };
    (initialValues(form, filledIn).rows as unknown[]).push({});
    expect(filledIn.rows).toHaveLength(1);
  });
});

describe('a variable', () => {
  const read = (path: string) => ({ 'search.hits': 0, term: 'boots' })[path];

  test('on its own brings the value in its own type', () => {
    expect(resolveVariables({ a: '{{search.hits}}', b: [{ c: '{{ term }}' }] }, read)).toEqual({
      a: 0,
      b: [{ c: 'boots' }],
    });
  });

  test('within a text becomes part of it', () => {
    expect(resolveVariables('q={{term}}&n={{search.hits}}&x={{nothing}}', read)).toBe('q=boots&n=0&x=');
  });
});
