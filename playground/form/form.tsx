/** The tag's form as GTM shows it, made from the fields of any template (section ___TEMPLATE_PARAMETERS___). */

import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import type { Field, FieldType } from '../../src/sandbox/field.ts';
import { Button } from '../button.tsx';
import { applies, isEmpty, type Values } from './conditions.ts';
import { type FieldProps, type Form, Input, Labelled, Problem } from './inputs.tsx';
import { TableField } from './table.tsx';
import { inputId, problemsOf } from './validators.ts';

const kinds: { [type in FieldType]: ComponentType<FieldProps> } = {
  TEXT: ValueField,
  SELECT: ValueField,
  CHECKBOX: CheckboxField,
  RADIO: RadioField,
  SIMPLE_TABLE: TableField,
  PARAM_TABLE: TableField,
  GROUP: Group,
  LABEL: ({ field }) => <p class="form-text">{field.displayName}</p>,
};

interface Props {
  fields: Field[];
  values: Values;
  changed(values: Values): void;
}

export function TagForm({ fields, values, changed }: Props) {
  const problems = problemsOf(fields, values);
  const form: Form = {
    values,
    problems: new Map(problems.map(({ id, message }) => [id, message])),
    set: (name, value) => changed({ ...values, [name]: value }),
  };
  return (
    <form class="tag-form" onSubmit={(event) => event.preventDefault()}>
      <div class="form-fields">
        <Fields fields={fields} form={form} />
      </div>
      <div class="form-problems" role="status">
        {problems.length > 0 && (
          <div class="notice bad">
            <p>GTM would not save this tag. Here it runs all the same, so that you see what it says.</p>
            <ul>
              {problems.map(({ id, field, message }) => (
                <li key={id}>
                  <Button class="link" onClick={() => goTo(id)}>
                    {field}
                  </Button>{' '}
                  {message}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </form>
  );
}

function goTo(id: string): void {
  const input = document.getElementById(id);
  for (let group = input?.closest('details'); group; group = group.parentElement?.closest('details')) {
    group.open = true;
  }
  input?.focus();
}

/** Those that apply. */
function Fields({ fields, form }: { fields: Field[]; form: Form }) {
  const shown = fields.filter(({ enablingConditions }) => applies(enablingConditions, form.values));
  return shown.map((field) => {
    const Kind = kinds[field.type];
    return <Kind key={field.name} field={field} form={form} />;
  });
}

/** TEXT and SELECT. */
function ValueField({ field, form }: FieldProps) {
  const { name, displayName, help, valueUnit } = field;
  const id = inputId(name);
  const problem = form.problems.get(id);
  const changed = (value: unknown) => form.set(name, value);
  return (
    <Labelled name={displayName} help={help} inputId={id}>
      <div class="with-unit">
        <Input field={field} id={id} value={form.values[name]} problem={problem} changed={changed} />
        {valueUnit && <span>{valueUnit}</span>}
      </div>
      <Problem of={id}>{problem}</Problem>
    </Labelled>
  );
}

function CheckboxField({ field, form }: FieldProps) {
  const { name, displayName, checkboxText, help } = field;
  return (
    <Labelled name={checkboxText && displayName} help={help}>
      <label class="choice">
        <input
          type="checkbox"
          id={inputId(name)}
          checked={form.values[name] === true}
          onChange={({ currentTarget }) => form.set(name, currentTarget.checked)}
        />
        {checkboxText ?? displayName}
      </label>
    </Labelled>
  );
}

/** RADIO: each choice may have fields of its own, which show while it is chosen. */
function RadioField({ field, form }: FieldProps) {
  const { name, displayName, help, radioItems = [] } = field;
  return (
    <Labelled name={displayName} help={help}>
      {radioItems.map(({ value, displayValue, subParams = [] }) => {
        const isChosen = form.values[name] === value;
        return (
          <div key={value}>
            <label class="choice">
              <input
                type="radio"
                name={inputId(name)}
                checked={isChosen}
                onChange={() => form.set(name, value)}
              />
              {displayValue}
            </label>
            <div class="own-fields">{isChosen && <Fields fields={subParams} form={form} />}</div>
          </div>
        );
      })}
    </Labelled>
  );
}

/** GROUP: fields under a heading, which folds unless the template says otherwise. */
function Group({ field, form }: FieldProps) {
  const { displayName, groupStyle, subParams = [] } = field;
  const isFilledIn = subParams.some(({ name }) => !isEmpty(form.values[name]));
  const [isOpen] = useState(
    groupStyle === 'ZIPPY_OPEN_ON_PARAM' ? isFilledIn : groupStyle !== 'ZIPPY_CLOSED',
  );
  const content = <Fields fields={subParams} form={form} />;
  if (groupStyle === 'NO_ZIPPY') {
    return (
      <fieldset class="group">
        <legend>{displayName}</legend>
        {content}
      </fieldset>
    );
  }
  return (
    <details class="group" open={isOpen}>
      <summary>{displayName}</summary>
      {content}
    </details>
  );
}
