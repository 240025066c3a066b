import type { EnablingCondition, Field } from '../../src/sandbox/field.ts';

type Values = Record<string, unknown>;

/** Whether a field is shown, or a rule applies, in a tag with these values. */
function applies(
  { enablingConditions: alternatives }: { enablingConditions?: EnablingCondition[] },
  values: Values,
) {
  const holds = ({ paramName, paramValue, type }: EnablingCondition) =>
    (values[paramName] === paramValue) === (type === 'EQUALS');
  return !alternatives?.length || alternatives.some(holds);
}

/** The fields that a marketer sees in a tag with these values, groups opened. */
export function shownFields(fields: Field[], values: Values): Field[] {
  return fields
    .filter((field) => applies(field, values))
    .flatMap((field) => (field.subParams ? shownFields(field.subParams, values) : [field]));
}

/** Why GTM's form would refuse a value in a field or column; undefined if it takes it. */
export function refusal(
  field: Pick<Field, 'selectItems' | 'macrosInSelect' | 'valueValidators'>,
  value: string | undefined,
  values: Values = {},
): string | undefined {
  if (field.macrosInSelect && /^\{\{.+\}\}$/.test(value ?? '')) return undefined;
  if (field.selectItems && !field.selectItems.some((item) => item.value === value)) return 'not in the list';
  const rules = field.valueValidators?.filter((rule) => applies(rule, values));
  return rules?.find(({ type, args }) => {
    if (type === 'NON_EMPTY') return !value;
    if (type === 'REGEX') return !new RegExp(`^(?:${args?.[0]})$`).test(value ?? '');
    throw new Error(`The test does not know the validator ${type}.`);
  })?.errorMessage;
}
