import { element, uniqueId } from './element.ts';

/** A choice between a few, side by side. */
export interface Segments<Value extends string> {
  element: HTMLElement;
  /** Shows another choice, without telling. */
  show(value: Value): void;
}

export function segments<Value extends string>(
  label: string,
  choices: { [value in Value]: string },
  chosen: Value,
  changed: (value: Value) => void,
): Segments<Value> {
  // The same on every load: what had the focus gets it back.
  const name = label.toLowerCase().replaceAll(' ', '-');
  const inputs = (Object.keys(choices) as Value[]).map((value) =>
    element('input', {
      type: 'radio',
      id: `${name}-${value}`,
      name,
      value,
      checked: value === chosen,
      onchange: () => changed(value),
    }),
  );
  const labels = inputs.map((input) =>
    element('label', {}, input, element('span', {}, choices[input.value as Value])),
  );
  const labelId = uniqueId('label');
  return {
    element: element(
      'div',
      { class: 'switch', role: 'radiogroup', 'aria-labelledby': labelId },
      element('span', { class: 'switch-name', id: labelId }, label),
      element('div', { class: 'segments' }, ...labels),
    ),
    show(value) {
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}
