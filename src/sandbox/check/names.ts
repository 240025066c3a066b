import type { AnyNode, Identifier, Program } from 'acorn';
import { type Found, nodesOf } from './syntax-tree.ts';

/** Where a name is declared. */
export interface Declaration {
  name: string;
  kind: 'const' | 'let' | 'var' | 'function' | 'parameter' | 'catch' | 'class';
  /** The declared name itself. */
  node: Identifier;
  /** What a `const`, `let` or `var` starts with; in the head of a `for-of` loop, what is looped over. */
  init?: AnyNode | null;
  /** Whether it is the variable of a `for-of` loop, which takes many values. */
  isLooped?: true;
  /** The call that a parameter's function is handed to, as in `list.forEach(item => ...)`. */
  handedTo?: AnyNode;
  /** Whether the same name is declared in the same place again, as `var` may be. */
  isRepeated?: true;
}

/** A name that is read, called or assigned, and its declaration; none for a free name. */
export interface Reference extends Found {
  node: Identifier;
  declaration: Declaration | undefined;
}

type Scopes = Map<AnyNode, Map<string, Declaration>>;

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const BLOCKS = new Set([
  'Program',
  'BlockStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'SwitchStatement',
  'CatchClause',
  ...FUNCTIONS,
]);

/** Every use of a name in the code, resolved to its declaration. */
export function referencesOf(program: Program): Reference[] {
  const scopes = scopesOf(program);
  return [...nodesOf(program)].flatMap((found): Reference[] => {
    if (found.node.type !== 'Identifier' || !isReference(found)) return [];
    const { node, ancestors } = found;
    return [{ node, ancestors, declaration: lookUp(scopes, ancestors, node.name) }];
  });
}

/** Whether a name or member is what its parent assigns to. */
export function isAssigned(node: AnyNode, parent: AnyNode | undefined): boolean {
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === node;
    default:
      return parent?.type === 'UpdateExpression';
  }
}

/** Whether a use of a name that nobody declares aborts the template: a call, an assignment, reading a member. */
export function aborts({ node, ancestors }: Reference): boolean {
  const parent = ancestors.at(-1);
  if (parent?.type === 'CallExpression') return parent.callee === node;
  if (parent?.type === 'MemberExpression') return parent.object === node;
  return isAssigned(node, parent);
}

export type FunctionNode = Extract<
  AnyNode,
  { type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' }
>;

export function isFunction(node: AnyNode): node is FunctionNode {
  return FUNCTIONS.has(node.type);
}

function lookUp(scopes: Scopes, ancestors: AnyNode[], name: string): Declaration | undefined {
  for (let depth = ancestors.length - 1; depth >= 0; depth--) {
    const declaration = scopes.get(ancestors[depth] as AnyNode)?.get(name);
    if (declaration) return declaration;
  }
  return undefined;
}

function scopesOf(program: Program): Scopes {
  const scopes: Scopes = new Map();
  const declare = (scope: AnyNode, declaration: Declaration) => {
    const names = scopes.get(scope) ?? new Map<string, Declaration>();
    const known = names.get(declaration.name);
    if (known) known.isRepeated = true;
    else names.set(declaration.name, declaration);
    scopes.set(scope, names);
  };
  const innermost = (ancestors: AnyNode[], types: Set<string>) =>
    ancestors.findLast(({ type }) => types.has(type)) ?? program;

  for (const { node, ancestors } of nodesOf(program)) {
    if (node.type === 'VariableDeclaration') {
      const isVar = node.kind === 'var';
      const scope = innermost(ancestors, isVar ? new Set(['Program', ...FUNCTIONS]) : BLOCKS);
      const parent = ancestors.at(-1);
      const looped = parent?.type === 'ForOfStatement' && parent.left === node ? parent.right : undefined;
      for (const { id, init } of node.declarations) {
        for (const name of boundNames(id)) {
          declare(scope, {
            name: name.name,
            kind: node.kind as 'const',
            node: name,
            init: init ?? looped,
            ...(looped && { isLooped: true }),
          });
        }
      }
    }
    if (node.type === 'FunctionDeclaration' && node.id) {
      declare(innermost(ancestors, BLOCKS), { name: node.id.name, kind: 'function', node: node.id });
    }
    if (node.type === 'FunctionExpression' && node.id) {
      declare(node, { name: node.id.name, kind: 'function', node: node.id });
    }
    if (node.type === 'ClassDeclaration' && node.id) {
      declare(innermost(ancestors, BLOCKS), { name: node.id.name, kind: 'class', node: node.id });
    }
    if (node.type === 'CatchClause' && node.param) {
      for (const name of boundNames(node.param))
        declare(node, { name: name.name, kind: 'catch', node: name });
    }
    if ('params' in node && isFunction(node)) {
      const parent = ancestors.at(-1);
      const handedTo = parent?.type === 'CallExpression' && parent.callee !== node ? parent : undefined;
      for (const name of node.params.flatMap(boundNames)) {
        declare(node, { name: name.name, kind: 'parameter', node: name, ...(handedTo && { handedTo }) });
      }
    }
  }
  return scopes;
}

function boundNames(pattern: AnyNode): Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'AssignmentPattern':
      return boundNames(pattern.left);
    case 'RestElement':
      return boundNames(pattern.argument);
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? boundNames(element) : []));
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        boundNames(property.type === 'Property' ? property.value : property),
      );
    default:
      return [];
  }
}

/** Whether an identifier is a name that is used: not a property's name, a label, or a name being declared. */
function isReference({ node, ancestors }: Found): boolean {
  const parent = ancestors.at(-1);
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node || parent.computed;
    case 'Property':
      return parent.value === node ? !isDeclaring(ancestors) : parent.computed;
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return parent.value === node || parent.computed;
    case 'VariableDeclarator':
      return parent.id !== node;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return parent.body === node;
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.superClass === node;
    case 'AssignmentPattern':
      return parent.right === node || !isDeclaring(ancestors);
    case 'RestElement':
    case 'ArrayPattern':
      return !isDeclaring(ancestors);
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'CatchClause':
      return false;
    default:
      return true;
  }
}

/** Whether the patterns around a name are those of a declaration or of parameters, not of an assignment. */
function isDeclaring(ancestors: AnyNode[]): boolean {
  const around = ancestors.findLast(({ type }) => !/Pattern$|^Property$|^RestElement$/.test(type));
  return around?.type === 'VariableDeclarator' || (around !== undefined && isFunction(around));
}
