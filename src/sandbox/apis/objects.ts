import { toPage, toSandbox } from '../border.ts';
import { SandboxArray, SandboxError, SandboxFunction, SandboxObject, type Value } from '../values.ts';
import type { Api, Apis, SharedContext } from './api.ts';

const maths = ['abs', 'ceil', 'floor', 'max', 'min', 'pow', 'round', 'sqrt'] as const;

export const objectApis: Apis<SharedContext> = {
  Math: {
    members: Object.fromEntries(
      maths.map((name): [string, Api<SharedContext>] => [
        name,
        {
          call: (_context, ...args: Value[]) =>
            (Math[name] as (...numbers: unknown[]) => number)(...args.map(toPage)),
        },
      ]),
    ),
  },
  Object: {
    members: {
      keys: entriesApi('Object_keys', (entries) => entries.map(([key]) => key)),
      values: entriesApi('Object_values', (entries) => entries.map(([, value]) => value)),
      entries: entriesApi('Object_entries', (entries) =>
        entries.map((entry) => new SandboxArray([...entry])),
      ),
      freeze: {
        call: (_context, value: Value) => {
          if (isHolder(value)) value.freeze();
          return value;
        },
      },
      delete: {
        call: (_context, object: Value, key: Value) => {
          if (!(object instanceof SandboxObject) || object.frozen) return false;
          object.remove(String(key));
          return true;
        },
      },
    },
  },
  makeTableMap: {
    args: ['Array', 'string', 'string'],
    call: (_context, table: SandboxArray, keyColumn: string, valueColumn: string) => {
      const rows = toPage(table) as (Record<string, unknown> | null | undefined)[];
      const map: Record<string, unknown> = {};
      let found = false;
      for (const row of rows) {
        if (!row || !Object.hasOwn(row, keyColumn) || !Object.hasOwn(row, valueColumn)) continue;
        map[String(row[keyColumn])] = row[valueColumn];
        found = true;
      }
      return found ? toSandbox(map) : null;
    },
  },
};

function entriesApi(name: string, pick: (entries: [string, Value][]) => Value[]): Api<SharedContext> {
  return {
    call: (_context, value: Value) => {
      if (value === undefined || value === null) {
        throw new SandboxError(`Error in ${name}. Required argument input not supplied.`);
      }
      return new SandboxArray(pick(entriesOf(value)));
    },
  };
}

function entriesOf(value: Value): [string, Value][] {
  if (typeof value === 'string')
    return Array.from({ length: value.length }, (_, at) => [String(at), value[at]]);
  return isHolder(value) ? value.keys().map((key) => [key, value.get(key)]) : [];
}

function isHolder(value: Value): value is SandboxObject | SandboxArray | SandboxFunction {
  return value instanceof SandboxObject || value instanceof SandboxArray || value instanceof SandboxFunction;
}
