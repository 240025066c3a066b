// biome-ignore-all lint/a11y/noRedundantRoles: where the page is narrow, a row is no longer laid out as one.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { inputId } from '../../src/sandbox/form/validators.ts';
import type { Values } from '../../src/sandbox/form/values.ts';
import { Button } from '../parts.tsx';
import { type FieldProps, Input, Labelled } from './inputs.tsx';

/** SIMPLE_TABLE: rows to add and remove, each an object by the columns' names. */
export function TableField({ field, form }: FieldProps) {
  const { simpleTableColumns: columns = [], displayName, help, newRowButtonText = 'Add a row' } = field;
  const rows = form.values[field.name] as Values[];
  const set = (changed: Values[]) => form.set(field.name, changed);
  const addId = inputId(field.name);
  const problem = form.problems.get(addId);
  const body = useRef<HTMLTableSectionElement>(null);
  const isAdded = useRef(false);
  useLayoutEffect(() => {
    if (isAdded.current)
      body.current?.querySelector<HTMLElement>('tr:last-child :is(input, select)')?.focus();
    isAdded.current = false;
  }, [rows.length]);

  const add = () => {
    isAdded.current = true;
    set([...rows, Object.fromEntries(columns.map(({ name, defaultValue }) => [name, defaultValue ?? '']))]);
  };
  const remove = (row: Values) => {
    set(rows.filter((other) => other !== row));
    document.getElementById(addId)?.focus();
  };
  const change = (row: Values, name: string, value: unknown) =>
    set(rows.map((other) => (other === row ? { ...row, [name]: value } : other)));

  return (
    <Labelled name={displayName} help={help}>
      <table role="table" class="mb-2 table-fixed" hidden={!rows.length}>
        <thead role="rowgroup" class="text-xs text-dim narrow:hidden">
          <tr role="row">
            {columns.map(({ name, displayName: title = name }) => (
              <th key={name} role="columnheader" class="pr-1.5 pb-1" scope="col">
                {title}
              </th>
            ))}
            <th role="columnheader" class="w-8" scope="col">
              <span class="sr-only">Remove the row</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup" class="align-top narrow:block" ref={body}>
          {rows.map((row, index) => (
            <tr
              role="row"
              key={index}
              class="narrow:relative narrow:mb-2 narrow:block narrow:rounded-md narrow:border narrow:border-line narrow:bg-sunken narrow:py-1.5 narrow:pr-11 narrow:pl-2.5"
            >
              {columns.map((column) => {
                const { name, displayName: title = name } = column;
                const id = inputId(field.name, index, name);
                const changed = (value: unknown) => change(row, name, value);
                return (
                  <td
                    key={name}
                    role="cell"
                    class="pr-1.5 pb-1 narrow:grid narrow:grid-cols-[95px_1fr] narrow:items-center narrow:gap-x-2 narrow:p-0.5"
                  >
                    <span class="hidden text-xs leading-tight text-dim narrow:block" aria-hidden="true">
                      {title}
                    </span>
                    <Input
                      field={column}
                      id={id}
                      label={title}
                      value={row[name]}
                      form={form}
                      changed={changed}
                    />
                  </td>
                );
              })}
              <td role="cell" class="narrow:absolute narrow:top-2 narrow:right-1.5">
                <Button
                  icon="remove"
                  class="min-w-8 bg-transparent p-1 text-dim hover:bg-neutral-ground hover:text-ink hover:brightness-100"
                  aria-label="Remove this row"
                  title="Remove this row"
                  onClick={() => remove(row)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button icon="add" class="quiet" id={addId} onClick={add}>
        {newRowButtonText}
      </Button>
      <p class="problem" id={`${addId}-problem`} hidden={!problem}>
        {problem}
      </p>
    </Labelled>
  );
}
