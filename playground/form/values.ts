import type { Field } from '../../src/sandbox/field.ts';
import { applies, isEmpty, type Values } from './conditions.ts';

/** Every field that holds a value, also those within groups and choices. */
function valueFields(fields: Field[]): Field[] {
  return fields.flatMap((field) => {
    const inside = [...(field.subParams ?? []), ...(field.radioItems ?? []).flatMap(subParams)];
    return [...(field.type === 'GROUP' || field.type === 'LABEL' ? [] : [field]), ...valueFields(inside)];
  });
}

function subParams({ subParams: own = [] }: { subParams?: Field[] }): Field[] {
  return own;
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
  const data: Values = {};
  for (const field of fields) {
    if (!applies(field.enablingConditions, values)) continue;
    if (field.type !== 'GROUP' && field.type !== 'LABEL' && !isEmpty(values[field.name])) {
      data[field.name] = values[field.name];
    }
    const chosen = field.radioItems?.find(({ value }) => value === values[field.name]);
    Object.assign(data, tagData([...(field.subParams ?? []), ...(chosen?.subParams ?? [])], values));
  }
  return data;
}
