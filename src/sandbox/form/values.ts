/** What is typed into a form of GTM's fields, which of them apply, and what a tag gets of it. */

import type { EnablingCondition, Field } from '../field.ts';

/** What is typed, by the names of the fields. */
export interface Values {
  [name: string]: unknown;
}

/** What GTM takes for "nothing typed". */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length);
}

const holds: { [type in EnablingCondition['type']]: (value: unknown, wanted: unknown) => boolean } = {
  EQUALS: (value, wanted) => value === wanted,
  NOT_EQUALS: (value, wanted) => value !== wanted,
  PRESENT: (value) => !isEmpty(value),
  NOT_PRESENT: isEmpty,
};

/** Whether a field applies: without conditions always, else when one of them holds. */
export function applies(conditions: EnablingCondition[] = [], values: Values): boolean {
  const one = ({ type, paramName, paramValue }: EnablingCondition) =>
    holds[type](values[paramName], paramValue);
  return !conditions.length || conditions.some(one);
}

/** Whether a field holds a value, rather than other fields or a text. */
const isValueField = ({ type }: Field) => type !== 'GROUP' && type !== 'LABEL';

/** Every field, also those within groups and choices. */
function allFields(fields: Field[]): Field[] {
  return fields.flatMap((field) => {
    const inside = [field, ...(field.radioItems ?? [])].flatMap(({ subParams = [] }) => subParams);
    return [field, ...allFields(inside)];
  });
}

/** The fields that show: those whose conditions hold, and of a RADIO those of the choice alone. */
export function shownFields(fields: Field[], values: Values): Field[] {
  const shown = fields.filter((field) => applies(field.enablingConditions, values));
  return shown.flatMap((field) => {
    const chosen = field.radioItems?.find(({ value }) => value === values[field.name]);
    const inside = [...(field.subParams ?? []), ...(chosen?.subParams ?? [])];
    return [field, ...shownFields(inside, values)];
  });
}

/** The form as GTM opens it for a new tag, with some values filled in. */
export function initialValues(fields: Field[], filledIn: Values = {}): Values {
  const held = allFields(fields).filter(isValueField);
  return Object.fromEntries(
    held.map(({ name, type, defaultValue }) => {
      const value = filledIn[name] ?? defaultValue;
      const isTable = type.endsWith('TABLE');
      return [name, isTable ? structuredClone(Array.isArray(value) ? value : []) : value];
    }),
  );
}

/**
 * What the tag's code gets as `data`: of the fields that show, those that hold a value. A text that is empty is absent,
 * and so is a table without rows.
 */
export function tagData(fields: Field[], values: Values): Values {
  const held = shownFields(fields, values).filter(isValueField);
  return Object.fromEntries(
    held.map(({ name }) => [name, values[name]]).filter(([, value]) => !isEmpty(value)),
  );
}

/**
 * GTM's Data Layer Variables, as if each were named for its path: `{{search.term}}` reads the data layer at that path. On its own
 * it brings the value in its own type; within a text it becomes part of the text.
 * @param read the data layer's value at a path
 */
export function resolveVariables(value: unknown, read: (path: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveVariables(item, read));
  if (typeof value === 'object' && value !== null) {
    const resolved = Object.entries(value).map(([key, item]) => [key, resolveVariables(item, read)]);
    return Object.fromEntries(resolved);
  }
  if (typeof value !== 'string') return value;
  const whole = /^\s*\{\{([^{}]+)\}\}\s*$/.exec(value)?.[1];
  if (whole) return read(whole.trim());
  return value.replaceAll(/\{\{([^{}]+)\}\}/g, (_all, path: string) => String(read(path.trim()) ?? ''));
}
