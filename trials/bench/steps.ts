import type { Node } from 'acorn';
import {
  createSandbox,
  dataOf,
  execute,
  parseCode,
  readPermissions,
  SandboxFunction,
  type Template,
  toSandbox,
} from '../../src/sandbox/index.ts';
import { fields, searchedPage } from './visit.ts';

/** What the interpreter had to do: statements run, calls evaluated (of functions, methods and APIs), of them APIs. */
export interface Steps {
  statements: number;
  calls: number;
  apiCalls: number;
  /** Statements and calls by the function in which they stand, most first. */
  byFunction: [name: string, steps: number][];
}

/** Counts what one search costs in the interpreter (an arrow's expression is a statement). The same on every machine. */
export function countSteps(template: Template, impressions: number): Steps {
  const { code, marks } = counting(template.code);
  const counts = marks.map(() => 0);
  let apiCalls = 0;
  const page = searchedPage(impressions);
  const sandbox = createSandbox({ page, permissions: readPermissions(template.permissions), template });
  const counted = (api: SandboxFunction) =>
    new SandboxFunction(api.name, (args) => {
      apiCalls++;
      return api.call(args);
    });
  const data = dataOf(fields);
  data.set('gtmEventId', 1);
  data.set(
    'gtmOnSuccess',
    toSandbox(() => {}),
  );
  data.set(
    'gtmOnFailure',
    toSandbox(() => {}),
  );
  const step = new SandboxFunction('step', ([at]) => {
    counts[at as number] = (counts[at as number] ?? 0) + 1;
    return undefined;
  });
  execute(code, sandbox, {
    globals: { data, step },
    require: (name) => {
      const api = sandbox.require(name);
      return api instanceof SandboxFunction ? counted(api) : api;
    },
  });
  const byFunction = new Map<string, number>();
  const totals = { statement: 0, call: 0 };
  marks.forEach(({ owner, kind }, at) => {
    const count = counts[at] ?? 0;
    byFunction.set(owner, (byFunction.get(owner) ?? 0) + count);
    totals[kind] += count;
  });
  return {
    statements: totals.statement,
    calls: totals.call,
    apiCalls,
    byFunction: [...byFunction].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]),
  };
}

interface Mark {
  /** The function in which it stands. */
  owner: string;
  kind: 'statement' | 'call';
}

/** The code with `step(n)` at each statement and call; `marks[n]` is what it marks. */
function counting(code: string): { code: string; marks: Mark[] } {
  const marks: Mark[] = [];
  const inserts: [at: number, text: string][] = [];
  const mark = (owner: string, kind: Mark['kind']) => `step(${marks.push({ owner, kind }) - 1})`;
  const before = ({ start, end }: Node, step: string) => inserts.push([start, `(${step}, `], [end, ')']);

  function walk(node: Node, owner: string): void {
    const { type, body, id, expression } = node as Node & {
      body?: unknown;
      id?: { name: string };
      expression?: boolean;
    };
    const isFunction = /Function/.test(type);
    const name = isFunction ? (id?.name ?? owner) : owner;
    if (type === 'CallExpression') before(node, mark(name, 'call'));
    if (isFunction && expression === true) before(body as Node, mark(name, 'statement'));
    if (Array.isArray(body)) {
      for (const statement of body as Node[]) {
        if (statement.type !== 'FunctionDeclaration') {
          inserts.push([statement.start, `${mark(name, 'statement')}; `]);
        }
      }
    }
    for (const child of Object.values(node).flat()) {
      if (child && typeof (child as Node).type === 'string') walk(child as Node, name);
    }
  }
  walk(parseCode(code), 'top level');
  // Later places first; at one place, what stands outermost is put in last, and so comes first in the text.
  const ordered = inserts.reverse().sort((a, b) => b[0] - a[0]);
  return {
    code: ordered.reduce((text, [at, insert]) => text.slice(0, at) + insert + text.slice(at), code),
    marks,
  };
}
