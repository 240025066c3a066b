import type { EnablingCondition, Field, TableColumn, ValueValidator } from '../field.ts';
import {
  ATTRIBUTES,
  COLUMN_ATTRIBUTES,
  CONDITION_TYPES,
  FIELD_TYPES,
  GROUP_STYLES,
} from './field-attributes.ts';
import type { Json, Path } from './json.ts';
import type { Report } from './problem.ts';
import { checkValidators } from './validators.ts';

/** A field with its place in the section. */
export interface PlacedField {
  field: Field;
  path: Path;
}

const SIMPLE_VALUES = ['TEXT', 'SELECT', 'CHECKBOX', 'RADIO'];

/**
 * Checks ___TEMPLATE_PARAMETERS___.
 *
 * @returns every field, nested ones too, in the order of the file
 */
export function checkFields(json: Json, report: Report): PlacedField[] {
  if (!Array.isArray(json.value)) {
    report.error(json.at([]), '___TEMPLATE_PARAMETERS___ must be a list of fields.');
    return [];
  }
  const fields = placedFields(json.value, []);
  const names = new Map<string, PlacedField>();
  for (const placed of fields) {
    const { field, path } = placed;
    const { name } = field;
    if (typeof name !== 'string' || !name) report.error(json.at(path), 'A field without a name.');
    else if (names.has(name)) {
      const first = json.at(names.get(name)?.path ?? []).line;
      report.error(json.at([...path, 'name']), `A second field \`${name}\`; the first is on line ${first}.`);
    } else names.set(name, placed);
  }
  for (const { field, path } of fields) {
    checkField(field, path, json, report);
    checkConditions(
      field.enablingConditions,
      [...path, 'enablingConditions'],
      (name) => names.has(name),
      json,
      report,
    );
    checkColumns(field, path, (name) => names.has(name), json, report);
  }
  return fields;
}

/** Every field of a list, those in groups and under radio items too. Columns are no fields of their own. */
export function placedFields(list: unknown, path: Path): PlacedField[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((field: Field, index) => {
    const own = [...path, index];
    if (typeof field !== 'object' || field === null) return [];
    const radioItems = Array.isArray(field.radioItems) ? field.radioItems : [];
    return [
      { field, path: own },
      ...placedFields(field.subParams, [...own, 'subParams']),
      ...radioItems.flatMap((item, at) =>
        placedFields(item?.subParams, [...own, 'radioItems', at, 'subParams']),
      ),
    ];
  });
}

function checkField(field: Field, path: Path, json: Json, report: Report): void {
  if (!FIELD_TYPES.includes(field.type)) {
    const known = FIELD_TYPES.join(', ');
    report.error(
      json.at([...path, 'type']),
      `No field has the type ${JSON.stringify(field.type)}; GTM knows ${known}.`,
    );
    return;
  }
  checkAttributes(field, ATTRIBUTES, path, json, report);
  if (SIMPLE_VALUES.includes(field.type) && field.simpleValueType !== true) {
    report.warning(json.at(path), `\`${field.name}\` has no "simpleValueType": true.`);
  }
  if (field.type === 'SELECT') checkItems(field, 'selectItems', path, json, report);
  if (field.type === 'RADIO') checkItems(field, 'radioItems', path, json, report);
  if (field.type === 'SIMPLE_TABLE') expectList(field, 'simpleTableColumns', path, json, report);
  if (field.type === 'PARAM_TABLE') expectList(field, 'paramTableColumns', path, json, report);
  if (field.groupStyle !== undefined && !GROUP_STYLES.includes(field.groupStyle)) {
    report.error(
      json.at([...path, 'groupStyle']),
      `There is no groupStyle ${JSON.stringify(field.groupStyle)}.`,
    );
  }
  checkValidators(field.valueValidators, [...path, 'valueValidators'], json, report);
}

function checkAttributes(
  part: object,
  known: readonly string[],
  path: Path,
  json: Json,
  report: Report,
): void {
  for (const attribute of Object.keys(part)) {
    if (!known.includes(attribute))
      report.error(json.at([...path, attribute]), `No field has an attribute \`${attribute}\`.`);
  }
}

/** The items to choose from, and whether the default is one of them. */
function checkItems(
  field: Field | TableColumn,
  key: 'selectItems' | 'radioItems',
  path: Path,
  json: Json,
  report: Report,
): void {
  const items = (field as Field)[key];
  const takesVariables = 'macrosInSelect' in field && field.macrosInSelect === true;
  if (!Array.isArray(items) || items.length === 0) {
    if (takesVariables) return;
    report.error(json.at(path), `\`${field.name}\` has no ${key}: there is nothing to choose.`);
    return;
  }
  const values = items.map((item) => item?.value);
  values.forEach((value, index) => {
    const at = json.at([...path, key, index]);
    if (value === undefined) report.error(at, 'An item without a value.');
    else if (values.indexOf(value) < index) report.warning(at, `A second item ${JSON.stringify(value)}.`);
  });
  const { defaultValue } = field;
  if (defaultValue === undefined || defaultValue === '' || takesVariables) return;
  if (!values.some((value) => String(value) === String(defaultValue))) {
    report.warning(
      json.at([...path, 'defaultValue']),
      `The default ${JSON.stringify(defaultValue)} is none of the items.`,
    );
  }
}

function expectList(field: Field, key: keyof Field, path: Path, json: Json, report: Report): void {
  const columns = field[key];
  if (Array.isArray(columns) && columns.length) return;
  report.error(json.at(path), `\`${field.name}\` has no ${key}: a table without columns.`);
}

function checkColumns(field: Field, path: Path, isField: IsField, json: Json, report: Report): void {
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

type IsField = (name: string) => boolean;

function checkConditions(
  conditions: EnablingCondition[] | undefined,
  path: Path,
  isField: IsField,
  json: Json,
  report: Report,
): void {
  if (!Array.isArray(conditions)) return;
  conditions.forEach((condition, index) => {
    const own = [...path, index];
    if (!isField(condition?.paramName)) {
      const name = JSON.stringify(condition?.paramName);
      report.error(
        json.at([...own, 'paramName']),
        `The condition asks for ${name}, and there is no such field.`,
      );
    }
    if (!CONDITION_TYPES.includes(condition?.type)) {
      report.error(json.at([...own, 'type']), `There is no condition ${JSON.stringify(condition?.type)}.`);
    }
  });
}

export type { ValueValidator };
