import type { Field } from '../../src/sandbox/field.ts';
import { element, uniqueId } from '../element.ts';
import { applies } from './conditions.ts';
import type { Control, Form, Problem } from './control.ts';
import { inputFor } from './input.ts';
import { labelled } from './labelled.ts';
import { problemOf } from './validators.ts';

/** TEXT and SELECT. */
export function valueControl(field: Field, form: Form): Control {
  const id = uniqueId('field');
  const input = inputFor(field, form.values[field.name], { id, name: field.name }, (value) => {
    form.values[field.name] = value;
    form.changed();
  });
  const line = field.valueUnit
    ? element('div', { class: 'with-unit' }, input, element('span', {}, field.valueUnit))
    : input;
  const label = labelled(field, id, line);
  input.setAttribute('aria-describedby', label.problemId);
  return checked(field, label.element, (values) => {
    const message = problemOf(values[field.name], field.valueValidators, values);
    label.say(message);
    input.setAttribute('aria-invalid', String(Boolean(message)));
    return message ? [{ field: field.displayName ?? field.name, message, focus: () => input.focus() }] : [];
  });
}

export function checkboxControl(field: Field, form: Form): Control {
  const id = uniqueId('field');
  const input = element('input', {
    id,
    type: 'checkbox',
    checked: form.values[field.name] === true,
    onchange: () => {
      form.values[field.name] = input.checked;
      form.changed();
    },
  });
  const text = element('label', { for: id, class: 'choice' }, input, field.checkboxText ?? field.displayName);
  const { element: whole } = labelled(
    { displayName: field.checkboxText ? field.displayName : '', help: field.help },
    undefined,
    text,
  );
  return checked(field, whole, () => []);
}

/** RADIO: each choice may have fields of its own, which show while it is chosen. */
export function radioControl(field: Field, form: Form): Control {
  const name = uniqueId('field');
  const choices = (field.radioItems ?? []).map((item) => {
    const id = uniqueId('choice');
    const input = element('input', {
      id,
      type: 'radio',
      name,
      checked: form.values[field.name] === item.value,
      onchange: () => {
        form.values[field.name] = item.value;
        form.changed();
      },
    });
    const own = (item.subParams ?? []).map(form.control);
    const fields = element('div', { class: 'own-fields' }, ...own.map((control) => control.element));
    const label = element('label', { for: id, class: 'choice' }, input, item.displayValue);
    return { item, own, fields, element: element('div', {}, label, own.length > 0 && fields) };
  });
  const { element: whole } = labelled(field, undefined, ...choices.map((choice) => choice.element));
  return checked(field, whole, (values) =>
    choices.flatMap(({ item, own, fields }) => {
      fields.hidden = values[field.name] !== item.value;
      return fields.hidden ? [] : own.flatMap((control) => control.refresh(values));
    }),
  );
}

/** LABEL: a text of the template's. */
export function textControl(field: Field): Control {
  return checked(field, element('p', { class: 'form-text' }, field.displayName), () => []);
}

/** A control that hides while its conditions do not hold; what is hidden has no problems. */
export function checked(
  field: Field,
  whole: HTMLElement,
  refresh: (values: Form['values']) => Problem[],
): Control {
  return {
    element: whole,
    refresh(values) {
      whole.hidden = !applies(field.enablingConditions, values);
      return whole.hidden ? [] : refresh(values);
    },
  };
}
