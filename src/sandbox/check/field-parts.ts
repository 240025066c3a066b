import type { EnablingCondition, Field, TableColumn } from '../field.ts';
import { CONDITION_TYPES } from './field-attributes.ts';
import type { Json, Path } from './json.ts';
import type { Report } from './problem.ts';

/** Whether a condition may ask for a name. */
export type IsField = (name: string) => boolean;

/** Attributes that nothing of GTM's carries. */
export function checkAttributes(
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
export function checkItems(
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

/** Conditions under which a field or column is shown. */
export function checkConditions(
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
