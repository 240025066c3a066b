/** What a person types or chooses in, with its name, its help, and what is wrong with it. */

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Field } from '../../src/sandbox/field.ts';
import { Button } from '../button.tsx';
import type { Values } from './conditions.ts';
import { helpContent } from './help.tsx';

export interface Form {
  values: Values;
  /** What is wrong, by the ID of the input. */
  problems: Map<string, string>;
  set(name: string, value: unknown): void;
}

export interface FieldProps {
  field: Field;
  form: Form;
}

/** The part of a field, or of a table's column, that an input needs. */
type InputField = Pick<Field, 'valueHint' | 'notSetText' | 'lineCount' | 'selectItems'> & { type: string };

interface InputProps {
  field: InputField;
  id: string;
  /** Where no label names it. */
  label?: string;
  value: unknown;
  problem?: string;
  /** @param value texts as typed, a SELECT's value in its own type */
  changed(value: unknown): void;
}

/** The input for a TEXT or SELECT; what is wrong stands in the element of `Problem`. */
export function Input({ field, id, label, value, problem, changed }: InputProps) {
  const shared = {
    id,
    'aria-label': label,
    'aria-describedby': `${id}-problem`,
    'aria-invalid': Boolean(problem),
  } as const;
  if (field.type === 'SELECT') {
    const { selectItems: items = [], notSetText } = field;
    const chosen = items.findIndex((item) => item.value === value);
    return (
      <select
        {...shared}
        value={chosen}
        onChange={({ currentTarget }) => changed(items[Number(currentTarget.value)]?.value ?? '')}
      >
        {(chosen < 0 || notSetText) && <option value={-1}>{notSetText ?? 'Choose…'}</option>}
        {items.map((item, index) => (
          <option key={item.value} value={index}>
            {item.displayValue}
          </option>
        ))}
      </select>
    );
  }
  const typed = {
    ...shared,
    value: String(value ?? ''),
    placeholder: field.notSetText ?? field.valueHint,
    autocomplete: 'off',
    spellcheck: false,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => changed(currentTarget.value),
  };
  const lines = field.lineCount ?? 1;
  return lines > 1 ? <textarea {...typed} rows={lines} /> : <input {...typed} type="text" />;
}

export function Problem({ of, children }: { of: string; children?: string }) {
  return (
    <p class="problem" id={`${of}-problem`} hidden={!children}>
      {children}
    </p>
  );
}

interface LabelledProps {
  name?: string;
  help?: string;
  /** The input that the label names; without one the field is a group of inputs. */
  inputId?: string;
  children: ComponentChildren;
}

/** A field's name, its help behind a question mark, and what is in it. */
export function Labelled({ name = '', help, inputId, children }: LabelledProps) {
  const [isHelpOpen, openHelp] = useState(false);
  const group = inputId ? {} : ({ role: 'group', 'aria-label': name } as const);
  return (
    <div class="field" {...group}>
      <div class="field-name">
        {inputId ? <label for={inputId}>{name}</label> : <span class="label">{name}</span>}
        {help && (
          <Button
            class="help-toggle"
            aria-label={`Help: ${name}`}
            aria-expanded={isHelpOpen}
            onClick={() => openHelp(!isHelpOpen)}
          >
            ?
          </Button>
        )}
      </div>
      {children}
      {help && isHelpOpen && <div class="help">{helpContent(help)}</div>}
    </div>
  );
}
