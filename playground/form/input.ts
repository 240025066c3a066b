import type { Field, SelectItem } from '../../src/sandbox/field.ts';
import { type Attributes, element } from '../element.ts';

/** What a person types or chooses in, and what it says. */
export type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The part of a field, or of a table's column, that an input needs. */
export type InputField = Pick<Field, 'valueHint' | 'notSetText' | 'lineCount' | 'selectItems'> & {
  type: string;
};

/**
 * The input for a TEXT or SELECT.
 * @param changed called with the new value: texts as typed, a SELECT's value in its own type
 */
export function inputFor(
  field: InputField,
  value: unknown,
  attributes: Attributes,
  changed: (value: unknown) => void,
): Input {
  if (field.type === 'SELECT') {
    return select(field.selectItems ?? [], value, field.notSetText, attributes, changed);
  }
  const typed = {
    ...attributes,
    value: value === undefined || value === null ? '' : String(value),
    placeholder: field.notSetText ?? field.valueHint,
    autocomplete: 'off',
    spellcheck: 'false',
    oninput: (event: Event) => changed((event.target as HTMLInputElement).value),
  };
  return (field.lineCount ?? 1) > 1
    ? element('textarea', { ...typed, rows: field.lineCount })
    : element('input', { ...typed, type: 'text' });
}

function select(
  items: SelectItem[],
  value: unknown,
  notSetText: string | undefined,
  attributes: Attributes,
  changed: (value: unknown) => void,
): HTMLSelectElement {
  const isSet = items.some((item) => item.value === value);
  const options = items.map((item, index) =>
    element('option', { value: index, selected: item.value === value }, item.displayValue),
  );
  const unset = element('option', { value: -1, selected: true }, notSetText ?? 'Choose…');
  return element(
    'select',
    {
      ...attributes,
      onchange: (event) => changed(items[Number((event.target as HTMLSelectElement).value)]?.value ?? ''),
    },
    (!isSet || notSetText) && unset,
    ...options,
  );
}
