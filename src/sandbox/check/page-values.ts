import type { AnyNode } from 'acorn';
import { apiOf } from './api-use.ts';
import { type Declaration, isFunction, type Reference } from './names.ts';

/** APIs that give what the page holds: nobody but the page knows its methods. */
const FROM_PAGE = new Set(['copyFromWindow', 'callInWindow', 'createQueue', 'createArgumentsQueue']);

/** Tells whether a value may be the page's own, as far as the code shows where it comes from. */
export function pageValues(references: Reference[]): (node: AnyNode) => boolean {
  const declarations = new Map<AnyNode, Declaration>();
  const sources = new Map<Declaration, AnyNode[]>();
  for (const { node, ancestors, declaration } of references) {
    if (!declaration) continue;
    declarations.set(node, declaration);
    const parent = ancestors.at(-1);
    if (parent?.type === 'AssignmentExpression' && parent.left === node)
      sources.set(declaration, [...(sources.get(declaration) ?? []), parent.right]);
    if (parent?.type === 'ForOfStatement' && parent.left === node)
      sources.set(declaration, [...(sources.get(declaration) ?? []), parent.right]);
  }
  const seen = new Set<AnyNode>();

  function isFromPage(node: AnyNode | null | undefined): boolean {
    if (!node || seen.has(node)) return false;
    seen.add(node);
    try {
      switch (node.type) {
        case 'Identifier':
          return isNameFromPage(declarations.get(node));
        case 'MemberExpression':
          return isFromPage(node.object);
        case 'CallExpression':
          return isResultFromPage(node.callee);
        case 'LogicalExpression':
          return isFromPage(node.left) || isFromPage(node.right);
        case 'ConditionalExpression':
          return isFromPage(node.consequent) || isFromPage(node.alternate);
        default:
          return false;
      }
    } finally {
      seen.delete(node);
    }
  }

  function isNameFromPage(declaration: Declaration | undefined): boolean {
    if (!declaration) return false;
    const { init, handedTo } = declaration;
    // The parameter of a callback that is handed to the page's value, as in `copied.forEach(item => ...)`.
    if (declaration.kind === 'parameter') return isFromPage(handedTo);
    return isFromPage(init) || (sources.get(declaration) ?? []).some(isFromPage);
  }

  function isResultFromPage(callee: AnyNode): boolean {
    if (callee.type === 'MemberExpression') return isFromPage(callee.object);
    const init = callee.type === 'Identifier' ? declarations.get(callee)?.init : callee;
    const api = apiOf(init) ?? apiOf(callee);
    if (api !== undefined) return FROM_PAGE.has(api);
    // A function whose whole body is the value.
    return Boolean(init && isFunction(init) && 'body' in init && isFromPage(init.body as AnyNode));
  }

  return isFromPage;
}
