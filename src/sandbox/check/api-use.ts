import type { AnyNode } from 'acorn';
import { type Api, apis } from '../apis/index.ts';
import { methods } from '../language.ts';
import type { PermissionEntry } from '../template.ts';
import type { Declaration, Reference } from './names.ts';
import { pageValues } from './page-values.ts';
import { type Found, nodesOf } from './syntax-tree.ts';

/** One `require('name')` of the code. */
export interface Requirement {
  /** The API's name; undefined where it is not written as a string. */
  api: string | undefined;
  node: AnyNode;
  /** The name that it is given, as in `const name = require('api')`. */
  name: AnyNode | undefined;
}

/** Every method that some type of the sandbox has. */
const allMethods: ReadonlySet<string> = new Set(Object.values(methods).flat());

/** Methods that only texts have, and that give texts. */
const TEXT_METHODS: ReadonlySet<string> = new Set(
  methods.string.filter((name) =>
    /^to(Locale)?(Lower|Upper)Case$|^trim$|^substring$|^charAt$|^replace$/.test(name),
  ),
);

/** Every `require(...)` of the code. */
export function requirementsOf(references: Reference[]): Requirement[] {
  return references.flatMap(({ node, ancestors, declaration }) => {
    const call = ancestors.at(-1);
    if (node.name !== 'require' || declaration || call?.type !== 'CallExpression' || call.callee !== node)
      return [];
    const holder = ancestors.at(-2);
    const name = holder?.type === 'VariableDeclarator' && holder.init === call ? holder.id : undefined;
    return [{ api: stringOf(call.arguments[0]), node: call, name }];
  });
}

/** The name of the API that a declaration holds, as in `const sendPixel = require('sendPixel')`. */
export function apiOf(init: AnyNode | null | undefined): string | undefined {
  if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier') return undefined;
  return init.callee.name === 'require' ? stringOf(init.arguments[0]) : undefined;
}

/** What the checks need to know of the APIs of web or of server containers. */
export type ApiTable = Readonly<Record<string, ApiFacts | undefined>>;

type ApiFacts = Pick<Api, 'permission' | 'isPermissionUnverified' | 'unverified'> & {
  members?: Readonly<Record<string, ApiFacts>>;
};

/** The permissions that a set of APIs may ask for, each with the API that does. */
export function permissionsOf(names: Iterable<string>, known: ApiTable = apis): Map<string, string> {
  const needed = new Map<string, string>();
  for (const name of names) {
    const api = known[name];
    if (!api) continue;
    if (api.permission) needed.set(api.permission, name);
    for (const member of Object.values(api.members ?? {})) {
      if (member.permission) needed.set(member.permission, name);
    }
  }
  return needed;
}

/** Names of the permissions that a template declares. */
export function declaredPermissions(permissions: PermissionEntry[]): string[] {
  return permissions
    .map((entry) => entry?.instance?.key?.publicId)
    .filter((name) => typeof name === 'string');
}

/** A called member that no type of the sandbox, no API and no object of the code itself has. */
export interface UnknownMember {
  node: AnyNode;
  name: string;
  /** The API whose member it would be. */
  api?: string;
  /** Whether what it is called on surely has no methods of its own. */
  isPlain?: boolean;
}

/**
 * Calls like `text.includes('a')` or `JSON.foo()`, which abort the template when they run. What the page's own values
 * can do is for the page to know.
 */
export function unknownMembers(
  program: AnyNode,
  references: Reference[],
  known: ApiTable = apis,
): UnknownMember[] {
  const own = ownMembers(program);
  const isFromPage = pageValues(references);
  const declarations = new Map<AnyNode, Declaration>();
  for (const { node, declaration } of references) if (declaration) declarations.set(node, declaration);

  return [...nodesOf(program)].flatMap(({ node, ancestors }: Found): UnknownMember[] => {
    const property = memberName(node);
    if (node.type !== 'MemberExpression' || property === undefined || own.has(property)) return [];
    const call = ancestors.at(-1);
    const isCalled = call?.type === 'CallExpression' && call.callee === node;
    const api = apiOf(node.object) ?? apiOf(declarations.get(node.object)?.init);
    const members = api === undefined ? undefined : known[api]?.members;
    if (members) {
      return Object.hasOwn(members, property)
        ? []
        : [{ node: node.property, name: property, api: api as string }];
    }
    if (!isCalled || allMethods.has(property) || isFromPage(node.object)) return [];
    return [{ node: node.property, name: property, isPlain: isPlainValue(node.object) }];
  });
}

/** Whether a value is surely a text, number or list of the code's own, which has no methods but the sandbox's. */
function isPlainValue(node: AnyNode): boolean {
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
    return TEXT_METHODS.has(memberName(node.callee) ?? '');
  }
  return node.type === 'Literal' || node.type === 'ArrayExpression' || node.type === 'TemplateLiteral';
}

/** Names that the code itself gives to members, in an object literal or by assignment. */
function ownMembers(program: AnyNode): Set<string> {
  const names = new Set<string>(['gtmOnSuccess', 'gtmOnFailure']);
  for (const { node } of nodesOf(program)) {
    if (node.type === 'Property' && !node.computed) {
      if (node.key.type === 'Identifier') names.add(node.key.name);
      else if (node.key.type === 'Literal') names.add(String(node.key.value));
    }
    if (node.type === 'AssignmentExpression') {
      const name = memberName(node.left);
      if (name !== undefined) names.add(name);
    }
  }
  return names;
}

/** `name` of `a.name`. */
export function memberName(node: AnyNode): string | undefined {
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier')
    return undefined;
  return node.property.name;
}

function stringOf(node: AnyNode | undefined): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}
