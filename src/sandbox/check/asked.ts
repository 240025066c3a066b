import type { AnyNode } from 'acorn';
import { fits } from '../apis/bind.ts';
import type { Api } from '../apis/index.ts';
import { SandboxArray, SandboxFunction, SandboxObject, type Value } from '../values.ts';
import { apiOf, memberName } from './api-use.ts';
import { HOLE, type ValueAt } from './known-values.ts';
import type { Declaration, Reference } from './names.ts';
import { nodesOf } from './syntax-tree.ts';

// biome-ignore lint/suspicious/noExplicitAny: what an API is given besides its arguments is a recorder here.
type AnyApi = Api<any>;

/** A call of an API. */
export interface ApiCall {
  /** As the code calls it: `sendPixel`, `localStorage.getItem`. */
  name: string;
  api: AnyApi;
  node: AnyNode;
  args: readonly AnyNode[];
}

/** What a call asks of a permission. */
export interface Asked {
  permission: string;
  values: unknown[];
}

/** Every call of an API under a name that stands for nothing else. */
export function callsOf(
  program: AnyNode,
  references: Reference[],
  known: Readonly<Record<string, AnyApi | undefined>>,
): ApiCall[] {
  const declarations = new Map<AnyNode, Declaration>();
  for (const { node, declaration } of references) if (declaration) declarations.set(node, declaration);
  const named = (node: AnyNode): string | undefined => {
    const declaration = declarations.get(node);
    return apiOf(declaration?.isRepeated ? undefined : declaration?.init) ?? apiOf(node);
  };
  return [...nodesOf(program)].flatMap(({ node }): ApiCall[] => {
    if (node.type !== 'CallExpression') return [];
    const { callee, arguments: args } = node;
    const member = memberName(callee);
    const name = named(callee.type === 'MemberExpression' ? callee.object : callee) ?? '';
    const holder = Object.hasOwn(known, name) ? known[name] : undefined;
    if (member === undefined) return holder ? [{ name, api: holder, node, args }] : [];
    const { members = {} } = holder ?? {};
    const api = Object.hasOwn(members, member) ? members[member] : undefined;
    return api ? [{ name: `${name}.${member}`, api, node, args }] : [];
  });
}

/** A host that has nothing: whatever an API does after its questions ends there. */
const nowhere = new Proxy(
  {},
  {
    get() {
      throw new Error('The API has asked.');
    },
  },
);

/**
 * What a call asks: the API itself is called, and gets no further than its questions. Nothing where the arguments are
 * not what it takes, or too much of them is unknown.
 */
export function askedBy({ api, args }: ApiCall, valueAt: ValueAt): Asked[] {
  if (!api.permission || args.some(({ type }) => type === 'SpreadElement')) return [];
  const values = args.map((arg, index) => taken(valueAt(arg), api.args?.[index]));
  if (api.args && !fits(api.args, values)) return [];
  for (let count = values.length; count >= 0; count--) {
    const asked = probe(api, values.slice(0, count));
    // An argument that nobody knows may be none that the API takes: then it is asked without it.
    if (asked.length > 0 || values[count - 1] !== HOLE) return asked;
  }
  return [];
}

function probe(api: AnyApi, values: Value[]): Asked[] {
  const asked: Asked[] = [];
  const assert = (permission: string, ...rest: unknown[]) => {
    asked.push({ permission, values: rest });
  };
  try {
    api.call?.({ assert, page: nowhere }, ...values);
  } catch {
    // It has asked what it asks.
  }
  return asked;
}

/** A value that nobody knows, as one of a type that the API takes. */
function taken(value: Value, types = 'any'): Value {
  if (typeof value !== 'string' || !value.startsWith(HOLE)) return value;
  const allowed = types.split(/[|,]/);
  if (allowed.some((type) => type === 'string' || type === 'any')) return HOLE;
  if (allowed.includes('function')) return new SandboxFunction('', () => undefined);
  if (allowed.includes('Array')) return new SandboxArray([HOLE]);
  if (!allowed.includes('Object')) return undefined;
  const object = new SandboxObject();
  object.set(HOLE, HOLE);
  return object;
}
