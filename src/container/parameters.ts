import type { Condition, Parameter } from './export-format.ts';

export function text(key: string, value: string): Parameter {
  return { type: 'TEMPLATE', key, value };
}

export function yesNo(key: string, value: boolean): Parameter {
  return { type: 'BOOLEAN', key, value: String(value) };
}

export function integer(key: string, value: number): Parameter {
  return { type: 'INTEGER', key, value: String(value) };
}

/** The rows of a table, each with its columns by name. */
export function table(key: string, rows: Record<string, string>[]): Parameter {
  return {
    type: 'LIST',
    key,
    list: rows.map((row) => ({
      type: 'MAP',
      map: Object.entries(row).map(([column, value]) => text(column, value)),
    })),
  };
}

/** The value of a variable, by the variable's name. */
export function reference(variable: string): string {
  return `{{${variable}}}`;
}

export function condition(type: Condition['type'], variable: string, compared: string): Condition {
  return { type, parameter: [text('arg0', reference(variable)), text('arg1', compared)] };
}

export function not({ type, parameter }: Condition): Condition {
  return { type, parameter: [...parameter, yesNo('negate', true)] };
}
