import type { EnablingCondition, Field } from '../../src/sandbox/field.ts';

/** The fields that a marketer sees in a tag with these values, groups opened. */
export function shownFields(fields: Field[], values: Record<string, unknown>): Field[] {
  const holds = ({ paramName, paramValue, type }: EnablingCondition) =>
    (values[paramName] === paramValue) === (type === 'EQUALS');
  return fields
    .filter((field) => !field.enablingConditions?.length || field.enablingConditions.some(holds))
    .flatMap((field) => (field.subParams ? shownFields(field.subParams, values) : [field]));
}

/** Why GTM's form would refuse a value in a field or column; undefined if it takes it. */
export function refusal(
  field: Pick<Field, 'selectItems' | 'valueValidators'>,
  value: string | undefined,
): string | undefined {
  if (field.selectItems && !field.selectItems.some((item) => item.value === value)) return 'not in the list';
  return field.valueValidators?.find(({ type, args }) => {
    if (type === 'NON_EMPTY') return !value;
    if (type === 'REGEX') return !new RegExp(`^(?:${args?.[0]})$`).test(value ?? '');
    throw new Error(`The test does not know the validator ${type}.`);
  })?.errorMessage;
}
