import type { AnyNode } from 'acorn';

const DOUBTFUL = new Set([
  'TryStatement',
  'EmptyStatement',
  'SequenceExpression',
  'DoWhileStatement',
  'ArrayExpression',
  'LabeledStatement',
]);

const BITWISE = new Set(['&', '|', '^', '~', '<<', '>>', '>>>']);

/** Whether some build of GTM runs a construct, or it does no harm, though published templates hardly have it. */
export function isDoubtful(node: AnyNode): boolean {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number';
    case 'AssignmentExpression':
      return /^([-*/%&|^]|<<|>>>?)=$/.test(node.operator);
    case 'BinaryExpression':
    case 'UnaryExpression':
      return BITWISE.has(node.operator);
    default:
      return DOUBTFUL.has(node.type);
  }
}
