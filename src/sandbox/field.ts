/** The fields of a template (section ___TEMPLATE_PARAMETERS___), as Google Tag Manager exports them. */

export type FieldType =
  | 'TEXT'
  | 'SELECT'
  | 'CHECKBOX'
  | 'RADIO'
  | 'SIMPLE_TABLE'
  | 'PARAM_TABLE'
  | 'GROUP'
  | 'LABEL';

/** One alternative under which a field is shown. */
export interface EnablingCondition {
  paramName: string;
  paramValue?: unknown;
  type: 'EQUALS' | 'NOT_EQUALS' | 'PRESENT' | 'NOT_PRESENT';
}

/** A rule for what a marketer may type. `args` depends on the type: a pattern, a range of rows or lengths. */
export interface ValueValidator {
  type:
    | 'NON_EMPTY'
    | 'REGEX'
    | 'NUMBER'
    | 'POSITIVE_NUMBER'
    | 'NON_NEGATIVE_NUMBER'
    | 'TABLE_ROW_COUNT'
    | 'STRING_LENGTH';
  args?: (string | number)[];
  errorMessage?: string;
  enablingConditions?: EnablingCondition[];
}

/** An item of a SELECT. */
export interface SelectItem {
  value: string | number | boolean;
  displayValue: string;
}

/** An item of a RADIO, with the fields that belong to it alone. */
export interface RadioItem extends SelectItem {
  help?: string;
  subParams?: Field[];
}

/** A column of a SIMPLE_TABLE; the code finds it as `row.<name>`. */
export interface TableColumn {
  name: string;
  displayName?: string;
  type: 'TEXT' | 'SELECT';
  defaultValue?: unknown;
  isUnique?: boolean;
  valueHint?: string;
  selectItems?: SelectItem[];
  macrosInSelect?: boolean;
  valueValidators?: ValueValidator[];
}

/** One field; the code finds its value as `data.<name>`, wherever the field is nested. */
export interface Field {
  type: FieldType;
  name: string;
  displayName?: string;
  help?: string;
  simpleValueType?: boolean;
  defaultValue?: unknown;
  alwaysInSummary?: boolean;
  enablingConditions?: EnablingCondition[];
  valueValidators?: ValueValidator[];
  valueHint?: string;
  valueUnit?: string;
  lineCount?: number;
  textAsList?: boolean;
  canBeEmptyString?: boolean;
  notSetText?: string;
  macrosInSelect?: boolean;
  checkboxText?: string;
  selectItems?: SelectItem[];
  radioItems?: RadioItem[];
  simpleTableColumns?: TableColumn[];
  paramTableColumns?: { param: Field; isUnique?: boolean }[];
  newRowButtonText?: string;
  newRowTitle?: string;
  editRowTitle?: string;
  groupStyle?: 'ZIPPY_CLOSED' | 'ZIPPY_OPEN' | 'NO_ZIPPY' | 'ZIPPY_OPEN_ON_PARAM';
  subParams?: Field[];
}
