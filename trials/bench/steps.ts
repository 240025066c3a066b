import type { Node } from 'acorn';
import {
  createSandbox,
  dataOf,
  execute,
  type Page,
  parseCode,
  readPermissions,
  SandboxFunction,
  type Template,
  toSandbox,
} from '../../src/sandbox/index.ts';
import { operationsOf } from '../../src/sandbox/operations.ts';
import { fields } from './visit.ts';

/** What the interpreter had to do. */
export interface Steps {
  /** Lists that GTM's runtime walks: see operations.ts. */
  operations: number;
  statements: number;
  /** Of functions, methods and APIs. */
  calls: number;
  apiCalls: number;
  /** Operations by the function in which they stand, most first. */
  byFunction: [name: string, operations: number][];
}

/** Counts what firing a tag on a page costs in the interpreter, up to its return. The same on every machine. */
export function countSteps(template: Template, page: Page, given: Record<string, unknown> = fields): Steps {
  const { code, marks } = counting(template.code);
  const counts = marks.map(() => 0);
  let apiCalls = 0;
  const sandbox = createSandbox({ page, permissions: readPermissions(template.permissions), template });
  const counted = (api: SandboxFunction) =>
    new SandboxFunction(api.name, (args) => {
      apiCalls++;
      return api.call(args);
    });
  const data = dataOf(given);
  data.set('gtmEventId', page.now());
  for (const outcome of ['gtmOnSuccess', 'gtmOnFailure']) {
    data.set(
      outcome,
      toSandbox(() => {}),
    );
  }
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
  const sum = (value: (mark: Mark) => number) =>
    marks.reduce((total, mark, at) => total + value(mark) * (counts[at] ?? 0), 0);
  marks.forEach(({ owner, operations }, at) => {
    byFunction.set(owner, (byFunction.get(owner) ?? 0) + operations * (counts[at] ?? 0));
  });
  return {
    operations: sum(({ operations }) => operations),
    statements: sum(({ statements }) => statements),
    calls: sum(({ calls }) => calls),
    apiCalls,
    byFunction: [...byFunction].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]),
  };
}

interface Mark {
  /** The function in which it stands. */
  owner: string;
  statements: number;
  calls: number;
  operations: number;
}

/**
 * The code with `step(n)` before each part that runs as a whole or not at all: a statement, what stands behind a
 * condition, a function's expression, a loop's test. `marks[n]` is what that part costs.
 */
function counting(code: string): { code: string; marks: Mark[] } {
  const marks: Mark[] = [];
  const inserts: [at: number, text: string][] = [];
  /** Begins a part with its own mark. */
  const begin = (owner: string): [Mark, string] => {
    const mark = { owner, statements: 0, calls: 0, operations: 0 };
    return [mark, `step(${marks.push(mark) - 1})`];
  };

  function walk(node: Node, owner: string, mark: Mark, parent?: Node): void {
    const at = node as Node & { id?: { name: string }; body?: unknown; expression?: boolean };
    mark.operations += operationsOf(node, parent);
    if (node.type === 'CallExpression') mark.calls++;
    const isFunction = /Function/.test(node.type);
    const name = isFunction ? (at.id?.name ?? owner) : owner;
    for (const [key, value] of Object.entries(node)) {
      for (const child of [value].flat() as Node[]) {
        if (!child || typeof child.type !== 'string') continue;
        if (isFunction && key === 'body' && at.expression === true) {
          walk(child, name, wrap(child, name, 1), node);
        } else if (startsPart(node, key)) {
          walk(child, name, child.type === 'BlockStatement' ? mark : wrap(child, name, 0), node);
        } else if (Array.isArray(at.body) && key === 'body' && child.type !== 'FunctionDeclaration') {
          const [own, step] = begin(name);
          own.statements++;
          own.operations += quoted(node, parent, child);
          inserts.push([child.start, `${step}; `]);
          walk(child, name, own, node);
        } else walk(child, name, mark, node);
      }
    }
  }

  /** An expression as a part of its own. @param returns operations of returning it */
  function wrap({ start, end }: Node, owner: string, returns: number): Mark {
    const [mark, step] = begin(owner);
    mark.operations += returns;
    mark.statements += returns;
    inserts.push([start, `(${step}, `], [end, ')']);
    return mark;
  }

  const [whole, step] = begin('top level');
  // The tag itself is a function, with a list of its fields, that is called.
  whole.operations = 3;
  inserts.push([0, `${step}; `]);
  walk(parseCode(code), 'top level', whole);
  // Later places first; at one place, what stands outermost is put in last, and so comes first in the text.
  const ordered = inserts.reverse().sort((a, b) => b[0] - a[0]);
  return {
    code: ordered.reduce((text, [at, insert]) => text.slice(0, at) + insert + text.slice(at), code),
    marks,
  };
}

/** Whether a child runs only sometimes, or more than once: behind a condition, as a loop's test and step. */
function startsPart({ type }: Node, key: string): boolean {
  if (type === 'ConditionalExpression') return key !== 'test';
  if (type === 'LogicalExpression') return key === 'right';
  return /^(For|While)Statement$/.test(type) && (key === 'test' || key === 'update');
}

/** The list that a block's statements stand in, counted with the first; a block that declares something has one more. */
function quoted(block: Node, parent: Node | undefined, statement: Node): number {
  const { body } = block as Node & { body: (Node & { kind?: string })[] };
  if (block.type !== 'BlockStatement' || body[0] !== statement || /Function/.test(parent?.type ?? ''))
    return 0;
  return body.some(
    ({ type, kind }) => type === 'FunctionDeclaration' || (type === 'VariableDeclaration' && kind !== 'var'),
  )
    ? 2
    : 1;
}
