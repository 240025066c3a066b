import type { AnyNode } from 'acorn';
import { foreignNames, usedNodes, usedOperators } from '../language.ts';
import { isFunction } from './names.ts';
import type { Found } from './syntax-tree.ts';

const DOUBTFUL = new Set([
  'TryStatement',
  'SequenceExpression',
  'DoWhileStatement',
  'ArrayExpression',
  'LabeledStatement',
]);

/** Parts of a construct that is named by its outermost node already. */
const NAMED_BY_PARENT = new Set([
  'CatchClause',
  'TemplateElement',
  'ClassBody',
  'MethodDefinition',
  'PropertyDefinition',
]);

/**
 * The name of a construct that no published template uses and GTM's parser is not known to accept; undefined for
 * one of the sandbox's language. Only the node itself is judged, not what it holds.
 */
export function foreignConstruct({ node, ancestors }: Found): string | undefined {
  const parent = ancestors.at(-1);
  if (NAMED_BY_PARENT.has(node.type)) return undefined;
  if (!usedNodes.has(node.type)) return foreignNames[node.type] ?? node.type;

  const operators = usedOperators[node.type];
  if (operators && 'operator' in node && !operators.has(node.operator))
    return `the operator \`${node.operator}\``;

  switch (node.type) {
    case 'Literal':
      return literal(node.value, node.raw ?? '');
    case 'Property':
      if (parent?.type === 'ObjectPattern') return undefined;
      if (node.kind !== 'init') return 'a getter or setter';
      if (node.method) return 'a shorthand method';
      if (node.shorthand) return 'a shorthand property';
      return node.computed ? 'a computed key' : undefined;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      if (node.generator) return 'a generator';
      return node.async ? 'an async function' : undefined;
    case 'ForOfStatement':
      return node.await ? '`for await`' : undefined;
    case 'BreakStatement':
    case 'ContinueStatement':
      return node.label ? 'a label' : undefined;
    case 'ArrayExpression':
      return node.elements.includes(null) ? 'an array hole' : undefined;
    default:
      return undefined;
  }
}

/** Constructs that are well formed but that GTM's editor frowns at, or that mislead: emitted code has none. */
export function untidyConstruct({ node, ancestors }: Found): string | undefined {
  const parent = ancestors.at(-1);
  if (node.type === 'BlockStatement' && (parent?.type === 'BlockStatement' || parent?.type === 'Program')) {
    return 'a block of its own';
  }
  if (node.type === 'ExpressionStatement') {
    if ('directive' in node && node.directive) return `a directive (\`${node.directive}\`)`;
    const { type } = node.expression;
    if (type === 'LogicalExpression') return 'a condition as a statement (`a && b();`); write `if`';
    if (type === 'ConditionalExpression') return 'a choice as a statement (`a ? b() : c();`); write `if`';
    if (type !== 'CallExpression' && type !== 'AssignmentExpression' && type !== 'UpdateExpression') {
      return 'an expression whose value nothing uses';
    }
  }
  return undefined;
}

/** Whether an untidy construct is one that published templates have, tests and all, however rare it is. */
export function isProven(node: AnyNode): boolean {
  if (node.type !== 'ExpressionStatement') return false;
  return node.expression.type === 'LogicalExpression' || node.expression.type === 'ConditionalExpression';
}

/**
 * Whether some build of GTM runs a foreign construct, or it does no harm, though published templates hardly have it.
 */
export function isDoubtful(node: AnyNode): boolean {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number';
    case 'AssignmentExpression':
      return /^([-*/%&|^]|<<|>>>?)=$/.test(node.operator);
    default:
      return DOUBTFUL.has(node.type);
  }
}

/** Whether it is a semicolon too many: GTM's editor saves it, and it does nothing. */
export function isEmptyStatement(node: AnyNode): boolean {
  return node.type === 'EmptyStatement';
}

/** Whether it is one of the operators that every build of GTM knows, rare as they are. */
export function isBitwise(node: AnyNode): boolean {
  return 'operator' in node && ['&', '|', '^', '~', '<<', '>>', '>>>'].includes(node.operator);
}

/**
 * The loop around a `const` that makes it keep its first value in web containers, if there is one. A `switch` alone
 * does not: its body runs once in a function's variables.
 */
export function constTrap({ node, ancestors }: Found): string | undefined {
  if (node.type !== 'VariableDeclaration' || node.kind !== 'const') return undefined;
  for (let depth = ancestors.length - 1; depth >= 0; depth--) {
    const around = ancestors[depth];
    if (!around || isFunction(around)) return undefined;
    if (around.type === 'WhileStatement' || around.type === 'DoWhileStatement') return 'a `while` loop';
    if (around.type === 'ForStatement') {
      if (around.init === node) continue;
      return isLexical(around.init) ? undefined : 'a `for (var …)` loop';
    }
    if (around.type === 'ForInStatement' || around.type === 'ForOfStatement') {
      return around.left === node || isLexical(around.left) ? undefined : 'a `for (var …)` loop';
    }
  }
  return undefined;
}

/** Whether a `const` stands in a block within its loop's body, which has its variables anew every time. */
export function hasBlockOfItsOwn({ ancestors }: Found): boolean {
  const at = ancestors.findLastIndex(({ type }) => /^(While|DoWhile|For|ForIn|ForOf)Statement$/.test(type));
  return ancestors
    .slice(at + 2)
    .some((around) => around.type === 'BlockStatement' && around.body.some((inner) => isLexical(inner)));
}

function isLexical(node: AnyNode | null | undefined): boolean {
  return node?.type === 'VariableDeclaration' && node.kind !== 'var';
}

function literal(value: unknown, raw: string): string | undefined {
  if (value instanceof RegExp || raw.startsWith('/')) return 'a regular expression';
  if (typeof value === 'bigint') return 'a big integer';
  if (typeof value === 'number' && !/^\d+(\.\d+)?$/.test(raw))
    return `the number \`${raw}\`; write it in plain digits`;
  return undefined;
}
