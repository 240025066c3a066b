/** The sandbox's language as data: what the interpreter offers and what published templates use of it. */

/** The methods of each type. Anything else called on a value aborts the tag. */
export const methods = {
  string: [
    'charAt',
    'concat',
    'indexOf',
    'lastIndexOf',
    'match',
    'replace',
    'search',
    'slice',
    'split',
    'substring',
    'toLowerCase',
    'toLocaleLowerCase',
    'toString',
    'toUpperCase',
    'toLocaleUpperCase',
    'trim',
  ],
  array: [
    'concat',
    'every',
    'filter',
    'forEach',
    'hasOwnProperty',
    'indexOf',
    'join',
    'lastIndexOf',
    'map',
    'pop',
    'push',
    'reduce',
    'reduceRight',
    'reverse',
    'shift',
    'slice',
    'some',
    'sort',
    'splice',
    'toString',
    'unshift',
  ],
  object: ['hasOwnProperty', 'toString'],
  number: ['toString'],
  boolean: ['toString'],
  function: ['hasOwnProperty', 'toString'],
} as const satisfies Record<string, readonly string[]>;

/** The names that a template's code finds without declaring them. */
export const globals = ['require', 'data', 'undefined'] as const;

/** APIs that code for server containers also finds without `require`. One published template's tests do; unverified. */
export const SERVER_GLOBALS = ['Promise'] as const;

/** Node types (ESTree) that published templates use; emitted code stays within them. */
export const usedNodes: ReadonlySet<string> = new Set([
  'Program',
  'VariableDeclaration',
  'VariableDeclarator',
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'BlockStatement',
  'ExpressionStatement',
  'IfStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'SwitchStatement',
  'SwitchCase',
  'BreakStatement',
  'ContinueStatement',
  'ReturnStatement',
  'ConditionalExpression',
  'LogicalExpression',
  'UnaryExpression',
  'UpdateExpression',
  'BinaryExpression',
  'AssignmentExpression',
  'CallExpression',
  'MemberExpression',
  'ArrayExpression',
  'ObjectExpression',
  'Property',
  'Identifier',
  'Literal',
]);

/** Operators that published templates use, by the node type that carries them. */
export const usedOperators: Readonly<Record<string, ReadonlySet<string>>> = {
  UnaryExpression: new Set(['!', '-', 'typeof']),
  UpdateExpression: new Set(['++', '--']),
  BinaryExpression: new Set(['+', '-', '*', '/', '%', '<', '<=', '>', '>=', '==', '!=', '===', '!==']),
  LogicalExpression: new Set(['&&', '||']),
  AssignmentExpression: new Set(['=', '+=']),
};
