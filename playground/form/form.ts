/** The tag's form as GTM shows it, made from the fields of any template (section ___TEMPLATE_PARAMETERS___). */

import type { Field, FieldType } from '../../src/sandbox/field.ts';
import { element, fill } from '../element.ts';
import type { Values } from './conditions.ts';
import type { Control, Form, Problem } from './control.ts';
import { checkboxControl, radioControl, textControl, valueControl } from './field.ts';
import { groupControl } from './group.ts';
import { tableControl } from './table.ts';
import { initialValues, tagData } from './values.ts';

const controls: { [type in FieldType]: (field: Field, form: Form) => Control } = {
  TEXT: valueControl,
  SELECT: valueControl,
  CHECKBOX: checkboxControl,
  RADIO: radioControl,
  SIMPLE_TABLE: tableControl,
  PARAM_TABLE: tableControl,
  GROUP: groupControl,
  LABEL: textControl,
};

export interface TagForm {
  element: HTMLElement;
  /** What was typed, by field; hidden fields included. */
  values(): Values;
  /** What the tag's code gets. */
  data(): Values;
  problems(): Problem[];
  /** Starts again with the template's defaults and some values filled in. */
  reset(filledIn: Values): void;
}

/**
 * @param filledIn values that differ from the template's defaults
 * @param changed called with what is typed, once at first and after every change
 */
export function tagForm(fields: Field[], filledIn: Values, changed: (values: Values) => void): TagForm {
  const body = element('div', { class: 'form-fields' });
  const summary = element('div', { class: 'form-problems', role: 'status' });
  let values: Values = {};
  let problems: Problem[] = [];

  function reset(filled: Values): void {
    values = initialValues(fields, filled);
    const form: Form = { values, changed: refresh, control: (field) => controls[field.type](field, form) };
    const made = fields.map(form.control);
    fill(body, ...made.map((control) => control.element));
    function refresh(): void {
      problems = made.flatMap((control) => control.refresh(values));
      fill(summary, problems.length > 0 && problemList(problems));
      changed(values);
    }
    refresh();
  }

  reset(filledIn);
  return {
    element: element(
      'form',
      { class: 'tag-form', onsubmit: (event) => event.preventDefault() },
      body,
      summary,
    ),
    values: () => values,
    data: () => tagData(fields, values),
    problems: () => problems,
    reset,
  };
}

function problemList(problems: Problem[]): HTMLElement {
  const links = problems.map(({ field, message, focus }) =>
    element(
      'li',
      {},
      element('button', { type: 'button', class: 'link', onclick: focus }, field),
      ` ${message}`,
    ),
  );
  return element(
    'div',
    { class: 'notice bad' },
    element('p', {}, 'GTM would not save this tag. Here it runs all the same, so that you see what it says.'),
    element('ul', {}, ...links),
  );
}
