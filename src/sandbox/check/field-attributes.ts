/** What GTM's exports hold for fields: the vocabulary that the checks know. */

export const FIELD_TYPES: readonly string[] = [
  'TEXT',
  'SELECT',
  'CHECKBOX',
  'RADIO',
  'SIMPLE_TABLE',
  'PARAM_TABLE',
  'GROUP',
  'LABEL',
];

export const GROUP_STYLES: readonly string[] = [
  'ZIPPY_CLOSED',
  'ZIPPY_OPEN',
  'NO_ZIPPY',
  'ZIPPY_OPEN_ON_PARAM',
];

export const CONDITION_TYPES: readonly string[] = ['EQUALS', 'NOT_EQUALS', 'PRESENT', 'NOT_PRESENT'];

export const COLUMN_ATTRIBUTES: readonly string[] = [
  'name',
  'displayName',
  'type',
  'defaultValue',
  'isUnique',
  'valueHint',
  'valueValidators',
  'selectItems',
  'macrosInSelect',
  'notSetText',
  'help',
  'enablingConditions',
];

/** Attributes of fields, whatever the type. */
export const ATTRIBUTES: readonly string[] = [
  'type',
  'name',
  'displayName',
  'help',
  'simpleValueType',
  'defaultValue',
  'alwaysInSummary',
  'enablingConditions',
  'valueValidators',
  'valueHint',
  'valueUnit',
  'lineCount',
  'textAsList',
  'canBeEmptyString',
  'notSetText',
  'macrosInSelect',
  'checkboxText',
  'selectItems',
  'radioItems',
  'simpleTableColumns',
  'paramTableColumns',
  'newRowButtonText',
  'newRowTitle',
  'editRowTitle',
  'groupStyle',
  'subParams',
  'clearOnCopy',
];
