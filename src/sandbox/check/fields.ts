import type { Field } from '../field.ts';
import { checkColumns } from './columns.ts';
import { ATTRIBUTES, FIELD_TYPES, GROUP_STYLES } from './field-attributes.ts';
import { checkAttributes, checkConditions, checkItems } from './field-parts.ts';
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

function expectList(field: Field, key: keyof Field, path: Path, json: Json, report: Report): void {
  const columns = field[key];
  if (Array.isArray(columns) && columns.length) return;
  report.error(json.at(path), `\`${field.name}\` has no ${key}: a table without columns.`);
}
