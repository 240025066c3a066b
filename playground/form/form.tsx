/** A form as GTM shows it, made from a template's fields (section ___TEMPLATE_PARAMETERS___), of the types that this one has. */

import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import type { Field, FieldType } from '../../src/sandbox/field.ts';
import { inputId, problemsOf } from '../../src/sandbox/form/validators.ts';
import { applies, isEmpty, type Values } from '../../src/sandbox/form/values.ts';
import { Button } from '../parts.tsx';
import { type FieldProps, type Form, Input, Labelled } from './inputs.tsx';
import { TableField } from './table.tsx';

const drawn: { [type in FieldType]?: ComponentType<FieldProps> } = {
  TEXT: ValueField,
  SELECT: ValueField,
  SIMPLE_TABLE: TableField,
  GROUP: Group,
};

/** Those that apply. @throws an error where a template has a type of field that is not drawn yet */
function Fields({ fields, form }: { fields: Field[]; form: Form }) {
  const shown = fields.filter(({ enablingConditions }) => applies(enablingConditions, form.values));
  return shown.map((field) => {
    const Drawn = drawn[field.type];
    if (!Drawn) throw new Error(`The playground does not draw fields of the type ${field.type}.`);
    return <Drawn key={field.name} field={field} form={form} />;
  });
}

interface TagFormProps {
  fields: Field[];
  values: Values;
  changed(values: Values): void;
}

export function TagForm({ fields, values, changed }: TagFormProps) {
  const problems = problemsOf(fields, values);
  const form: Form = {
    values,
    problems: new Map(problems.map(({ id, message }) => [id, message])),
    set: (name, value) => changed({ ...values, [name]: value }),
  };
  return (
    <form class="tag-form" onSubmit={(event) => event.preventDefault()}>
      <div class="@container">
        <Fields fields={fields} form={form} />
      </div>
      <div class="form-problems" role="status">
        {problems.length > 0 && (
          <div class="bad rounded-md px-3 py-2.5 text-sm">
            <p>GTM would not save this tag. Here it runs all the same, so that you see what it says.</p>
            <ul>
              {problems.map(({ id, field, message }) => (
                <li key={id} class="mt-1">
                  <Button
                    class="inline min-h-0 border-0 bg-transparent p-0 text-inherit underline"
                    onClick={() => goTo(id)}
                  >
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

/** TEXT and SELECT. */
function ValueField({ field, form }: FieldProps) {
  const { name, displayName, help } = field;
  const id = inputId(name);
  return (
    <Labelled name={displayName} help={help} inputId={id}>
      <Input
        field={field}
        id={id}
        value={form.values[name]}
        form={form}
        changed={(value) => form.set(name, value)}
      />
    </Labelled>
  );
}

/** GROUP: fields under a heading, which folds. */
function Group({ field, form }: FieldProps) {
  const { displayName, groupStyle, subParams = [] } = field;
  const [isOpen] = useState(
    groupStyle === 'ZIPPY_OPEN_ON_PARAM'
      ? subParams.some(({ name }) => !isEmpty(form.values[name]))
      : groupStyle !== 'ZIPPY_CLOSED',
  );
  return (
    <details class="group card mb-3.5 px-3.5" open={isOpen}>
      <summary class="-mx-3.5 rounded-lg border-line px-3.5 py-2.5 font-semibold group-open:mb-2.5 group-open:rounded-b-none group-open:border-b group-open:bg-sunken">
        {displayName}
      </summary>
      <Fields fields={subParams} form={form} />
    </details>
  );
}
