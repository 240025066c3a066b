// biome-ignore-all lint/a11y/noRedundantRoles: where the page is narrow, a row is no longer laid out as one.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../button.tsx';
import type { Values } from './conditions.ts';
import { type FieldProps, Input, Labelled, Problem } from './inputs.tsx';
import { columnsOf, inputId } from './validators.ts';

/** SIMPLE_TABLE and PARAM_TABLE: rows to add and remove, each an object by the columns' names. */
export function TableField({ field, form }: FieldProps) {
  const columns = columnsOf(field);
  const rows = form.values[field.name] as Values[];
  const set = (changed: Values[]) => form.set(field.name, changed);
  const addId = inputId(field.name);
  const body = useRef<HTMLTableSectionElement>(null);
  const isAdded = useRef(false);
  useLayoutEffect(() => {
    const first =
      isAdded.current && body.current?.querySelector<HTMLElement>('tr:last-child :is(input, select)');
    if (first) first.focus();
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
    <Labelled name={field.displayName} help={field.help}>
      <table role="table" class="rows" hidden={!rows.length}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ name, displayName }) => (
              <th key={name} role="columnheader" scope="col">
                {displayName ?? name}
              </th>
            ))}
            <th role="columnheader" scope="col">
              <span class="unseen">Remove the row</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup" ref={body}>
          {rows.map((row, index) => (
            <tr role="row" key={index}>
              {columns.map((column) => {
                const id = inputId(field.name, index, column.name);
                const name = column.displayName ?? column.name;
                return (
                  <td key={column.name} role="cell" data-column={name}>
                    <Input
                      field={column}
                      id={id}
                      label={name}
                      value={row[column.name]}
                      problem={form.problems.get(id)}
                      changed={(value) => change(row, column.name, value)}
                    />
                    <Problem of={id}>{form.problems.get(id)}</Problem>
                  </td>
                );
              })}
              <td role="cell" class="row-end">
                <Button
                  icon="remove"
                  class="bare"
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
        {field.newRowButtonText ?? 'Add a row'}
      </Button>
      <Problem of={addId}>{form.problems.get(addId)}</Problem>
    </Labelled>
  );
}
