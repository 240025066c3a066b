import type { Field, TableColumn } from '../../src/sandbox/field.ts';
import { element, fill, uniqueId } from '../element.ts';
import { icon } from '../icon.ts';
import type { Values } from './conditions.ts';
import type { Control, Form, Problem } from './control.ts';
import { checked } from './field.ts';
import { type Input, inputFor } from './input.ts';
import { labelled } from './labelled.ts';
import { cellProblem, problemOf } from './validators.ts';

/** SIMPLE_TABLE and PARAM_TABLE: rows to add and remove, each an object by the columns' names. */
export function tableControl(field: Field, form: Form): Control {
  const columns = columnsOf(field);
  const rows = form.values[field.name] as Values[];
  const body = element('tbody', { role: 'rowgroup' });
  const addRow = element(
    'button',
    {
      type: 'button',
      class: 'quiet',
      onclick: () => {
        rows.push(emptyRow(columns));
        form.changed();
        shown.at(-1)?.inputs[0]?.focus();
      },
    },
    icon('add'),
    field.newRowButtonText ?? 'Add a row',
  );
  const head = element(
    'thead',
    { role: 'rowgroup' },
    element(
      'tr',
      { role: 'row' },
      ...columns.map((column) =>
        element('th', { role: 'columnheader', scope: 'col' }, column.displayName ?? column.name),
      ),
      element(
        'th',
        { role: 'columnheader', scope: 'col' },
        element('span', { class: 'unseen' }, 'Remove the row'),
      ),
    ),
  );
  // The roles are said aloud: where the page is narrow a row is no longer laid out as one.
  const table = element('table', { role: 'table', class: 'rows' }, head, body);
  const label = labelled(field, undefined, table, addRow);

  let shown: ShownRow[] = [];
  const showRow = (row: Values) => {
    const known = shown.find((other) => other.row === row);
    return known ?? tableRow(row, columns, rows, form, () => addRow.focus());
  };
  return checked(field, label.element, (values) => {
    if (rows.length !== shown.length) {
      shown = rows.map(showRow);
      fill(body, ...shown.map((row) => row.element));
    }
    table.hidden = !rows.length;
    const message = problemOf(rows, field.valueValidators, values);
    label.say(message);
    const ofTable = message && {
      field: field.displayName ?? field.name,
      message,
      focus: () => addRow.focus(),
    };
    return [...(ofTable ? [ofTable] : []), ...shown.flatMap((row) => row.check())];
  });
}

interface ShownRow {
  row: Values;
  element: HTMLElement;
  inputs: Input[];
  check(): Problem[];
}

function tableRow(
  row: Values,
  columns: TableColumn[],
  rows: Values[],
  form: Form,
  leave: () => void,
): ShownRow {
  const cells = columns.map((column) => {
    const problemId = uniqueId('problem');
    const problem = element('p', { class: 'problem', id: problemId, hidden: true });
    const name = column.displayName ?? column.name;
    const input = inputFor(
      column,
      row[column.name],
      { 'aria-label': name, 'aria-describedby': problemId },
      (value) => {
        row[column.name] = value;
        form.changed();
      },
    );
    const cell = element('td', { role: 'cell', 'data-column': name }, input, problem);
    return { column, input, problem, name, cell };
  });
  const remove = element(
    'button',
    {
      type: 'button',
      class: 'bare',
      'aria-label': 'Remove this row',
      title: 'Remove this row',
      onclick: () => {
        rows.splice(rows.indexOf(row), 1);
        form.changed();
        leave();
      },
    },
    icon('remove'),
  );
  return {
    row,
    inputs: cells.map(({ input }) => input),
    element: element(
      'tr',
      { role: 'row' },
      ...cells.map(({ cell }) => cell),
      element('td', { role: 'cell', class: 'row-end' }, remove),
    ),
    check: () =>
      cells.flatMap(({ column, input, problem, name }) => {
        const message = cellProblem(column, rows, row);
        problem.hidden = !message;
        fill(problem, message);
        input.setAttribute('aria-invalid', String(Boolean(message)));
        return message ? [{ field: name, message, focus: () => input.focus() }] : [];
      }),
  };
}

function columnsOf({ simpleTableColumns, paramTableColumns = [] }: Field): TableColumn[] {
  return (
    simpleTableColumns ??
    paramTableColumns.map(({ param, isUnique }) => ({
      ...param,
      type: param.type === 'SELECT' ? 'SELECT' : 'TEXT',
      isUnique,
    }))
  );
}

function emptyRow(columns: TableColumn[]): Values {
  return Object.fromEntries(columns.map(({ name, defaultValue }) => [name, defaultValue ?? '']));
}
