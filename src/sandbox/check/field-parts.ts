import type { EnablingCondition, Field, TableColumn, ValueValidator } from '../field.ts';
import type { Json, Path } from './json.ts';
import type { Report } from './problem.ts';

const CONDITION_TYPES = ['EQUALS', 'NOT_EQUALS', 'PRESENT', 'NOT_PRESENT'];

/** What each validator needs in `args`; PERCENTAGE, DECIMAL and GA_TRACKING_ID are only seen in published files. */
const VALIDATOR_ARGS: Record<string, 'none' | 'pattern' | 'range'> = {
  NON_EMPTY: 'none',
  REGEX: 'pattern',
  NUMBER: 'none',
  POSITIVE_NUMBER: 'none',
  NON_NEGATIVE_NUMBER: 'none',
  PERCENTAGE: 'none',
  DECIMAL: 'none',
  GA_TRACKING_ID: 'none',
  TABLE_ROW_COUNT: 'range',
  STRING_LENGTH: 'range',
};

/** Whether a condition may ask for a name. */
export type IsField = (name: string) => boolean;

/** Attributes of fields and columns, as GTM's exports hold them. */
const ATTRIBUTES = new Set(
  `type name displayName help simpleValueType defaultValue alwaysInSummary enablingConditions valueValidators
   valueHint valueUnit lineCount textAsList canBeEmptyString notSetText macrosInSelect checkboxText selectItems
   radioItems simpleTableColumns paramTableColumns newRowButtonText newRowTitle editRowTitle groupStyle subParams
   clearOnCopy isUnique`.split(/\s+/),
);

/** Published templates hold attributes that GTM has no use for; an author may have meant another. */
export function checkAttributes(part: object, path: Path, json: Json, report: Report): void {
  for (const attribute of Object.keys(part)) {
    if (!ATTRIBUTES.has(attribute))
      report.warning(json.at([...path, attribute]), `GTM's own fields have no attribute \`${attribute}\`.`);
  }
}

export function isListed(list: unknown): list is unknown[] {
  return Array.isArray(list) && list.length > 0;
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
  if (!isListed(items)) {
    if (takesVariables) return;
    report.warning(json.at(path), `\`${field.name}\` has no ${key}: there is nothing to choose.`);
    return;
  }
  const values = items.map((item) => item?.value);
  values.forEach((value, index) => {
    const at = json.at([...path, key, index]);
    if (value === undefined) report.warning(at, 'An item without a value.');
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
      // GTM takes it, and compares with nothing.
      report.warning(
        json.at([...own, 'paramName']),
        `The condition asks for ${name}, and there is no such field.`,
      );
    }
    if (!CONDITION_TYPES.includes(condition?.type)) {
      report.error(json.at([...own, 'type']), `There is no condition ${JSON.stringify(condition?.type)}.`);
    }
  });
}

/** Checks the `valueValidators` of a field or column. */
export function checkValidators(validators: unknown, path: Path, json: Json, report: Report): void {
  if (validators === undefined) return;
  if (!Array.isArray(validators)) {
    report.error(json.at(path), 'valueValidators must be a list.');
    return;
  }
  validators.forEach((validator: ValueValidator, index) => {
    const own = [...path, index];
    const args = VALIDATOR_ARGS[validator?.type];
    if (!args) {
      report.error(json.at([...own, 'type']), `There is no validator ${JSON.stringify(validator?.type)}.`);
    }
    if (args === 'pattern') checkPattern(validator.args, own, json, report);
    if (args === 'range' && !validator.args?.length) {
      report.warning(json.at(own), `${validator.type} says in "args" how many: [least, most].`);
    }
  });
}

function checkPattern(args: ValueValidator['args'], path: Path, json: Json, report: Report): void {
  const [pattern] = args ?? [];
  if (typeof pattern !== 'string') {
    report.error(json.at(path), 'REGEX says in "args" which pattern: ["…"].');
    return;
  }
  try {
    new RegExp(pattern);
  } catch (error) {
    const message = `The pattern ${pattern} cannot be read: ${(error as Error).message}.`;
    // Other engines know inline flags: a pattern with them may work where GTM evaluates it.
    if (/^\(\?[a-z]+\)/.test(pattern)) report.warning(json.at([...path, 'args']), message);
    else report.error(json.at([...path, 'args']), message);
  }
}
