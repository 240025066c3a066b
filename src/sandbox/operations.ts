import type { Node } from 'acorn';

/**
 * How many operations GTM's runtime makes of a node itself, without its children. It compiles the code to nested lists
 * and walks them, a list an operation: reading a variable or a member, an operator, a call, a declaration, a literal
 * list or object. Literals of text and numbers are no lists.
 */
export function operationsOf(node: Node, parent?: Node): number {
  const at = node as Node & {
    value?: unknown;
    kind?: string;
    operator?: string;
    prefix?: boolean;
    declarations?: { init: unknown }[];
    argument?: Node & { type: string };
    callee?: Node;
    left?: Node;
    body?: Node[];
    name?: string;
  };
  switch (node.type) {
    case 'Literal':
      return at.value === null ? 1 : 0;
    case 'CallExpression':
      // A method's arguments are a list of their own; a function that is no name is put into a variable first.
      return at.callee?.type === 'Identifier' ? 1 : at.callee?.type === 'MemberExpression' ? 2 : 4;
    case 'MemberExpression':
      return isCallee(node, parent) || isTarget(node, parent) ? 0 : 1;
    case 'Identifier':
      return isCallee(node, parent) || isTarget(node, parent) || isName(node, parent) ? 0 : 1;
    case 'AssignmentExpression':
      // x += y is x = x + y
      return at.operator === '=' ? 1 : 3;
    case 'UpdateExpression':
      return at.prefix ? 4 : 5;
    case 'VariableDeclaration': {
      const made = (at.declarations ?? []).filter(({ init }) => init).length;
      return at.kind === 'let' ? made + 1 : made;
    }
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return 2;
    case 'ForStatement':
      return 3;
    case 'WhileStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'SwitchStatement':
      return 2;
    case 'ArrayExpression':
    case 'ObjectExpression':
    case 'UnaryExpression':
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'ConditionalExpression':
    case 'ReturnStatement':
    case 'IfStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return 1;
    default:
      return 0;
  }
}

function isCallee(node: Node, parent?: Node): boolean {
  return parent?.type === 'CallExpression' && (parent as Node & { callee?: Node }).callee === node;
}

/** What is assigned to: its own list is the assignment's. */
function isTarget(node: Node, parent?: Node): boolean {
  const { left, argument } = (parent ?? {}) as { left?: Node; argument?: Node };
  if (parent?.type === 'AssignmentExpression' || /^For(In|Of)/.test(parent?.type ?? '')) return left === node;
  return parent?.type === 'UpdateExpression' && argument === node;
}

/** A name that is read from nowhere: of a member, a key, a declaration, a parameter. */
function isName(node: Node, parent?: Node): boolean {
  const at = (parent ?? {}) as {
    property?: Node;
    computed?: boolean;
    key?: Node;
    id?: Node;
    params?: Node[];
  };
  if (at.property === node || at.key === node) return !at.computed;
  return at.id === node || (at.params?.includes(node) ?? false);
}
