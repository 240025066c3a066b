import type { Node } from 'acorn';
import { foreignNames } from '../language.ts';
import { mark, placeOf } from './trace.ts';

/** Refuses a construct that no version of the sandbox has, in the words that people use for it. */
export function refuseForeign(node: Node, what = foreignNames[node.type] ?? node.type): never {
  const fault = new SyntaxError(`${what} is not part of the sandbox's language.`);
  mark(fault, placeOf(node));
  throw fault;
}
