import type { Field } from '../../src/sandbox/field.ts';
import { applies, isEmpty, type Values } from './conditions.ts';

/** Whether a field holds a value, rather than other fields or a text. */
function isValueField({ type }: Field): boolean {
  return type !== 'GROUP' && type !== 'LABEL';
}

/** Every field that holds a value, also those within groups and choices. */
function valueFields(fields: Field[]): Field[] {
  return fields.flatMap((field) => {
    const inside = [
      ...(field.subParams ?? []),
      ...(field.radioItems ?? []).flatMap((item) => item.subParams ?? []),
    ];
    return [...(isValueField(field) ? [field] : []), ...valueFields(inside)];
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
  return Object.fromEntries(
    valueFields(fields).map((field) => {
      const value = filledIn[field.name] ?? field.defaultValue;
      const isTable = field.type.endsWith('TABLE');
      return [field.name, isTable ? structuredClone(Array.isArray(value) ? value : []) : value];
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
