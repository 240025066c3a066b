/** What GTM would not save, in the template's words. */

import type { Field, TableColumn, ValueValidator } from '../field.ts';
import { applies, isEmpty, shownFields, type Values } from './values.ts';

type Arguments = (string | number)[];
type Rule = [passes: (value: unknown, args: Arguments) => boolean, message: string];

/** Whether a value passes. GTM's rules: a pattern must match the whole value; a range without an end has none. */
const rules: { [type in ValueValidator['type']]: Rule } = {
  NON_EMPTY: [(value) => !isEmpty(value), 'This must not be empty.'],
  REGEX: [
    (value, [pattern]) => isEmpty(value) || new RegExp(`^(?:${pattern})$`).test(String(value)),
    'This has not the form that is needed.',
  ],
  NUMBER: [number((value) => !Number.isNaN(value)), 'This must be a number.'],
  POSITIVE_NUMBER: [number((value) => value > 0), 'This must be a number above 0.'],
  NON_NEGATIVE_NUMBER: [number((value) => value >= 0), 'This must be 0 or more.'],
  TABLE_ROW_COUNT: [
    (value, args) => isWithin(Array.isArray(value) ? value.length : 0, args),
    'The table has too few or too many rows.',
  ],
  STRING_LENGTH: [
    (value, args) => isVariable(value) || isWithin(String(value ?? '').length, args),
    'This is too short or too long.',
  ],
};

function number(passes: (value: number) => boolean): Rule[0] {
  return (value) => isEmpty(value) || isVariable(value) || passes(Number(value));
}

/** A GTM variable: its value is not known before the tag fires. */
function isVariable(value: unknown): boolean {
  return /\{\{.+\}\}/.test(String(value));
}

function isWithin(count: number, [least = 0, most = Number.POSITIVE_INFINITY]: Arguments): boolean {
  return count >= Number(least) && count <= Number(most);
}

/** The first rule that a value breaks; undefined when it breaks none. */
export function problemOf(
  value: unknown,
  validators: ValueValidator[] = [],
  values: Values = {},
): string | undefined {
  const broken = validators.find(
    ({ type, args = [], enablingConditions }) =>
      applies(enablingConditions, values) && !rules[type][0](value, args),
  );
  return broken && (broken.errorMessage || rules[broken.type][1]);
}

/** What is wrong with one cell of a table. @param rows all rows, since a column may have to be unique */
export function cellProblem(column: TableColumn, rows: Values[], row: Values): string | undefined {
  const value = row[column.name];
  const problem = problemOf(value, column.valueValidators, row);
  if (problem || !column.isUnique || isEmpty(value)) return problem;
  const isRepeated = rows.some((other) => other !== row && other[column.name] === value);
  return isRepeated ? 'This stands in another row already.' : undefined;
}

export interface Problem {
  /** The ID of the input where it is. */
  id: string;
  /** The field's name on the page. */
  field: string;
  message: string;
}

/** What is wrong with the fields that show. */
export function problemsOf(fields: Field[], values: Values): Problem[] {
  return shownFields(fields, values).flatMap(({ name, displayName, valueValidators, simpleTableColumns }) => {
    const rows = (simpleTableColumns ? values[name] : []) as Values[];
    const cells = rows.flatMap((row, index) =>
      (simpleTableColumns ?? []).map((column) => ({
        id: inputId(name, index, column.name),
        field: column.displayName ?? column.name,
        message: cellProblem(column, rows, row) ?? '',
      })),
    );
    const message = problemOf(values[name], valueValidators, values) ?? '';
    const own = { id: inputId(name), field: displayName ?? name, message };
    return [own, ...cells].filter((problem) => problem.message);
  });
}

/** The ID of a field's input; of a table, its button that adds a row, or one of its cells. */
export function inputId(...place: (string | number)[]): string {
  return ['field', ...place].join('-');
}
