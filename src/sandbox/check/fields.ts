import type { Field } from '../field.ts';
import {
  checkAttributes,
  checkConditions,
  checkItems,
  checkValidators,
  type IsField,
  isListed,
} from './field-parts.ts';
import type { Json, Path } from './json.ts';
import type { Report } from './problem.ts';

/** A field with its place in the section. */
export interface PlacedField {
  field: Field;
  path: Path;
}

const TYPES = ['TEXT', 'SELECT', 'CHECKBOX', 'RADIO', 'SIMPLE_TABLE', 'PARAM_TABLE', 'GROUP', 'LABEL'];
const GROUP_STYLES = ['ZIPPY_CLOSED', 'ZIPPY_OPEN', 'NO_ZIPPY', 'ZIPPY_OPEN_ON_PARAM'];

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
  const isField: IsField = (name) => names.has(name);
  for (const { field, path } of fields) {
    checkField(field, path, json, report);
    checkConditions(field.enablingConditions, [...path, 'enablingConditions'], isField, json, report);
    checkColumns(field, path, isField, json, report);
  }
  return fields;
}

/** Every field of a list, those in groups and under radio items too. Columns are no fields of their own. */
function placedFields(list: unknown, path: Path): PlacedField[] {
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
  const { type, groupStyle } = field;
  if (!TYPES.includes(type)) {
    const message = `No field has the type ${JSON.stringify(type)}; GTM knows ${TYPES.join(', ')}.`;
    report.error(json.at([...path, 'type']), message);
    return;
  }
  checkAttributes(field, path, json, report);
  if (type === 'SELECT') checkItems(field, 'selectItems', path, json, report);
  if (type === 'RADIO') checkItems(field, 'radioItems', path, json, report);
  for (const [table, key] of [
    ['SIMPLE_TABLE', 'simpleTableColumns'],
    ['PARAM_TABLE', 'paramTableColumns'],
  ] as const) {
    if (type === table && !isListed(field[key]))
      report.warning(json.at(path), `\`${field.name}\` has no ${key}: a table without columns.`);
  }
  if (groupStyle !== undefined && !GROUP_STYLES.includes(groupStyle)) {
    report.error(json.at([...path, 'groupStyle']), `There is no groupStyle ${JSON.stringify(groupStyle)}.`);
  }
  checkValidators(field.valueValidators, [...path, 'valueValidators'], json, report);
}

/** Checks the columns of a table; conditions may ask for the columns beside them, and for the fields. */
function checkColumns(field: Field, path: Path, isField: IsField, json: Json, report: Report): void {
  const simple = Array.isArray(field.simpleTableColumns) ? field.simpleTableColumns : [];
  const params = Array.isArray(field.paramTableColumns) ? field.paramTableColumns : [];
  const columns = [
    ...simple.map((column, index) => ({
      column,
      path: [...path, 'simpleTableColumns', index],
      types: ['TEXT', 'SELECT'],
    })),
    ...params.map(({ param }, index) => ({
      column: param as Field,
      path: [...path, 'paramTableColumns', index, 'param'],
      types: TYPES,
    })),
  ];
  const names = columns.map(({ column }) => column?.name);
  const isNear: IsField = (name) => names.includes(name) || isField(name);
  columns.forEach(({ column, path: own, types }, index) => {
    if (typeof column?.name !== 'string' || !column.name) {
      report.error(json.at(own), `A column of \`${field.name}\` without a name.`);
      return;
    }
    if (names.indexOf(column.name) < index) {
      report.error(json.at([...own, 'name']), `A second column \`${column.name}\` in \`${field.name}\`.`);
    }
    checkAttributes(column, own, json, report);
    if (column.type === 'SELECT') checkItems(column, 'selectItems', own, json, report);
    else if (!types.includes(column.type)) {
      const message = `A column is ${types.join(' or ')}, not ${JSON.stringify(column.type)}.`;
      report.error(json.at([...own, 'type']), message);
    }
    checkValidators(column.valueValidators, [...own, 'valueValidators'], json, report);
    const conditions = (column as Field).enablingConditions;
    checkConditions(conditions, [...own, 'enablingConditions'], isNear, json, report);
  });
}
