import type { EnablingCondition } from '../../src/sandbox/field.ts';

/** What is typed into the form, by the names of the fields. */
export interface Values {
  [name: string]: unknown;
}

type Holds = (value: unknown, wanted: unknown) => boolean;

const holds: { [type in EnablingCondition['type']]: Holds } = {
  EQUALS: (value, wanted) => value === wanted,
  NOT_EQUALS: (value, wanted) => value !== wanted,
  PRESENT: (value) => !isEmpty(value),
  NOT_PRESENT: (value) => isEmpty(value),
};

/** Whether a field applies: without conditions always, else when one of them holds. */
export function applies(conditions: EnablingCondition[] | undefined, values: Values): boolean {
  if (!conditions?.length) return true;
  return conditions.some(({ type, paramName, paramValue }) => holds[type](values[paramName], paramValue));
}

/** What GTM takes for "nothing typed". */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length);
}
