/** What a person types or chooses in, with its name, its help, and what is wrong with it. */

import { type ComponentChild, type ComponentChildren, h } from 'preact';
import { useState } from 'preact/hooks';
import type { Field } from '../../src/sandbox/field.ts';
import type { Values } from '../../src/sandbox/form/values.ts';
import { Button } from '../parts.tsx';

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

interface InputProps {
  /** A field, or a table's column. */
  field: Pick<Field, 'valueHint' | 'notSetText' | 'lineCount' | 'selectItems'> & { type: string };
  id: string;
  /** Where no label names it. */
  label?: string;
  value: unknown;
  form: Form;
  /** @param value texts as typed, a SELECT's value in its own type */
  changed(value: unknown): void;
}

/** The input for a TEXT or SELECT, and what is wrong with what is in it. */
export function Input({ field, id, label, value, form, changed }: InputProps) {
  const { selectItems: items = [], notSetText, valueHint, lineCount = 1 } = field;
  const problem = form.problems.get(id);
  const shared = {
    id,
    'aria-label': label,
    'aria-describedby': `${id}-problem`,
    'aria-invalid': Boolean(problem),
  } as const;
  const typed = {
    ...shared,
    value: String(value ?? ''),
    placeholder: notSetText ?? valueHint,
    autocomplete: 'off',
    spellcheck: false,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => changed(currentTarget.value),
  };
  const chosen = items.findIndex((item) => item.value === value);
  return (
    <>
      {field.type === 'SELECT' ? (
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
      ) : lineCount > 1 ? (
        <textarea {...typed} rows={lineCount} />
      ) : (
        <input {...typed} type="text" />
      )}
      <p class="problem narrow:col-start-2" id={`${id}-problem`} hidden={!problem}>
        {problem}
      </p>
    </>
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
    <div class="field mb-3.5" {...group}>
      <div class="flex min-h-6 items-center gap-1.5 text-sm font-semibold">
        {inputId ? <label for={inputId}>{name}</label> : <span>{name}</span>}
        {help && (
          <Button
            class="relative min-h-6 w-6 border-0 bg-transparent p-0 text-[11px] text-dim before:absolute before:inset-0.75 before:rounded-full before:border before:border-edge hover:text-accent aria-expanded:text-accent"
            aria-label={`Help: ${name}`}
            aria-expanded={isHelpOpen}
            onClick={() => openHelp(!isHelpOpen)}
          >
            ?
          </Button>
        )}
      </div>
      {children}
      {help && isHelpOpen && (
        <div class="mt-1.5 rounded-r-md border-l-3 border-accent bg-sunken px-3 py-2 text-sm">
          {helpContent(help)}
        </div>
      )}
    </div>
  );
}

/** A field's help: templates write it with a little HTML. Other tags, and every attribute, are dropped. */
function helpContent(html: string): ComponentChild[] {
  const shown = (node: Node): ComponentChild => {
    if (!(node instanceof Element)) return node instanceof Text ? node.data : null;
    const children = [...node.childNodes].map(shown);
    return ['b', 'i', 'code', 'br'].includes(node.localName) ? h(node.localName, {}, children) : children;
  };
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].map(shown);
}
