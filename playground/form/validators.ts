import type { Field, TableColumn, ValueValidator } from '../../src/sandbox/field.ts';
import { applies, isEmpty, type Values } from './conditions.ts';
import { shownFields } from './values.ts';

type Arguments = (string | number)[];

/** Whether a value passes. GTM's rules: a pattern must match the whole value; a range without an end has none. */
const passes: { [type in ValueValidator['type']]: (value: unknown, args: Arguments) => boolean } = {
  NON_EMPTY: (value) => !isEmpty(value),
  REGEX: (value, [pattern]) => isEmpty(value) || new RegExp(`^(?:${pattern})$`).test(String(value)),
  NUMBER: (value) => isEmpty(value) || isVariable(value) || !Number.isNaN(Number(value)),
  POSITIVE_NUMBER: (value) => isEmpty(value) || isVariable(value) || Number(value) > 0,
  NON_NEGATIVE_NUMBER: (value) => isEmpty(value) || isVariable(value) || Number(value) >= 0,
  TABLE_ROW_COUNT: (value, args) => isWithin(Array.isArray(value) ? value.length : 0, args),
  STRING_LENGTH: (value, args) => isVariable(value) || isWithin(String(value ?? '').length, args),
};

const defaultMessages: { [type in ValueValidator['type']]: string } = {
  NON_EMPTY: 'This must not be empty.',
  REGEX: 'This has not the form that is needed.',
  NUMBER: 'This must be a number.',
  POSITIVE_NUMBER: 'This must be a number above 0.',
  NON_NEGATIVE_NUMBER: 'This must be 0 or more.',
  TABLE_ROW_COUNT: 'The table has too few or too many rows.',
  STRING_LENGTH: 'This is too short or too long.',
};

/** The first rule that a value breaks, in the template's words; undefined when it breaks none. */
export function problemOf(
  value: unknown,
  validators: ValueValidator[] = [],
  values: Values = {},
): string | undefined {
  const broken = validators.find(
    (rule) => applies(rule.enablingConditions, values) && !passes[rule.type](value, rule.args ?? []),
  );
  return broken && (broken.errorMessage || defaultMessages[broken.type]);
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

/** What GTM would not save, of the fields that show. */
export function problemsOf(fields: Field[], values: Values): Problem[] {
  const checked = shownFields(fields, values).filter(({ type }) => /TEXT|SELECT|TABLE/.test(type));
  return checked.flatMap((field) => {
    const message = problemOf(values[field.name], field.valueValidators, values);
    const own = { id: inputId(field.name), field: field.displayName ?? field.name, message };
    const rows = field.type.endsWith('TABLE') ? (values[field.name] as Values[]) : [];
    const cells = rows.flatMap((row, index) =>
      columnsOf(field).map((column) => ({
        id: inputId(field.name, index, column.name),
        field: column.displayName ?? column.name,
        message: cellProblem(column, rows, row),
      })),
    );
    return [own, ...cells].flatMap(({ message: said, ...place }) =>
      said ? [{ ...place, message: said }] : [],
    );
  });
}

/** The ID of a field's input; of a table, its button that adds a row, or one of its cells. */
export function inputId(...place: (string | number)[]): string {
  return ['field', ...place].join('-');
}

/** The columns of either kind of table. */
export function columnsOf({ simpleTableColumns, paramTableColumns = [] }: Field): TableColumn[] {
  const ofParams = paramTableColumns.map(
    ({ param, isUnique }): TableColumn => ({
      ...param,
      type: param.type === 'SELECT' ? 'SELECT' : 'TEXT',
      isUnique,
    }),
  );
  return simpleTableColumns ?? ofParams;
}

/** A GTM variable: its value is not known before the tag fires. */
function isVariable(value: unknown): boolean {
  return /\{\{.+\}\}/.test(String(value));
}

function isWithin(number: number, [least, most]: Arguments): boolean {
  return number >= Number(least ?? 0) && number <= Number(most ?? Number.POSITIVE_INFINITY);
}
