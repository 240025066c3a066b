import type { Field } from '../field.ts';
import { ATTRIBUTES, COLUMN_ATTRIBUTES } from './field-attributes.ts';
import { checkAttributes, checkConditions, checkItems, type IsField } from './field-parts.ts';
import type { Json, Path } from './json.ts';
import type { Report } from './problem.ts';
import { checkValidators } from './validators.ts';

/** Checks the columns of a table; `isField` tells the names that its conditions may ask for besides the columns'. */
export function checkColumns(field: Field, path: Path, isField: IsField, json: Json, report: Report): void {
  const simple = Array.isArray(field.simpleTableColumns) ? field.simpleTableColumns : [];
  const params = Array.isArray(field.paramTableColumns) ? field.paramTableColumns : [];
  const columns = [
    ...simple.map((column, index) => ({
      column,
      path: [...path, 'simpleTableColumns', index],
      known: COLUMN_ATTRIBUTES,
    })),
    ...params.map(({ param }, index) => ({
      column: param as Field,
      path: [...path, 'paramTableColumns', index, 'param'],
      known: ATTRIBUTES,
    })),
  ];
  const names = columns.map(({ column }) => column?.name);
  columns.forEach(({ column, path: own, known }, index) => {
    if (typeof column?.name !== 'string' || !column.name) {
      report.error(json.at(own), `A column of \`${field.name}\` without a name.`);
      return;
    }
    if (names.indexOf(column.name) < index) {
      report.error(json.at([...own, 'name']), `A second column \`${column.name}\` in \`${field.name}\`.`);
    }
    checkAttributes(column, known, own, json, report);
    if (column.type === 'SELECT') checkItems(column, 'selectItems', own, json, report);
    else if (known === COLUMN_ATTRIBUTES && column.type !== 'TEXT') {
      report.error(
        json.at([...own, 'type']),
        `A column is TEXT or SELECT, not ${JSON.stringify(column.type)}.`,
      );
    }
    checkValidators(column.valueValidators, [...own, 'valueValidators'], json, report);
    const conditions = (column as Field).enablingConditions;
    const isNear: IsField = (name) => names.includes(name) || isField(name);
    checkConditions(conditions, [...own, 'enablingConditions'], isNear, json, report);
  });
}
