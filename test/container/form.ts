import type { Field } from '../../src/sandbox/field.ts';
import { problemOf } from '../../src/sandbox/form/validators.ts';
import { shownFields as shown, type Values } from '../../src/sandbox/form/values.ts';

/** The fields that a marketer sees in a tag with these values, groups opened. */
export function shownFields(fields: Field[], values: Values): Field[] {
  return shown(fields, values).filter(({ type }) => type !== 'GROUP');
}

/** Why GTM's form would refuse a value in a field or column; undefined if it takes it. */
export function refusal(
  field: Pick<Field, 'selectItems' | 'macrosInSelect' | 'valueValidators'>,
  value: string | undefined,
  values: Values = {},
): string | undefined {
  if (field.macrosInSelect && /^\{\{.+\}\}$/.test(value ?? '')) return undefined;
  if (field.selectItems && !field.selectItems.some((item) => item.value === value)) return 'not in the list';
  return problemOf(value, field.valueValidators, values);
}
