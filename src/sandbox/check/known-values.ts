import type { AnyNode } from 'acorn';
import { SandboxArray, SandboxFunction, SandboxObject, type Value } from '../values.ts';
import { type Declaration, isAssigned, isFunction, type Reference } from './names.ts';

/** Stands in a text for what nobody can tell from the code alone; a character that no text has. */
export const HOLE = '\uFFFF';

/** A value that the code shows, with holes in its texts. A text that begins with a hole is any value. */
export type ValueAt = (node: AnyNode) => Value;

/** Tells values that are literals, and names that stand for one: as far as the code shows them, and never more. */
export function knownValues(references: Reference[]): ValueAt {
  const declarations = new Map<AnyNode, Declaration>();
  const changed = new Set<Declaration>();
  const extended = new Set<Declaration>();
  for (const { node, ancestors, declaration } of references) {
    if (!declaration) continue;
    declarations.set(node, declaration);
    const parent = ancestors.at(-1);
    if (!isAssigned(node, parent) || declaration.kind === 'const') continue;
    const isExtended = parent?.type === 'AssignmentExpression' && parent.operator === '+=';
    (isExtended ? extended : changed).add(declaration);
  }

  function valueAt(node: AnyNode): Value {
    switch (node.type) {
      case 'Literal':
        return ['string', 'number', 'boolean'].includes(typeof node.value) || node.value === null
          ? (node.value as Value)
          : HOLE;
      case 'Identifier':
        return ofName(node.name, declarations.get(node));
      case 'BinaryExpression': {
        const [left, right] = [valueAt(node.left as AnyNode), valueAt(node.right)];
        if (node.operator !== '+' || typeof left !== 'string') return HOLE;
        return left + (typeof right === 'object' || typeof right === 'function' ? HOLE : String(right));
      }
      case 'ObjectExpression': {
        const object = new SandboxObject();
        for (const property of node.properties) {
          const isPlain = property.type === 'Property' && !property.computed && property.kind === 'init';
          if (isPlain && property.key.type === 'Identifier')
            object.set(property.key.name, valueAt(property.value));
          else if (isPlain && property.key.type === 'Literal')
            object.set(String(property.key.value), valueAt(property.value));
          else object.set(HOLE, HOLE);
        }
        return object;
      }
      case 'ArrayExpression':
        return new SandboxArray(
          node.elements.map((element) =>
            element?.type === 'SpreadElement' || !element ? HOLE : valueAt(element),
          ),
        );
      default:
        return isFunction(node) ? new SandboxFunction('', () => undefined) : HOLE;
    }
  }

  const open = new Set<AnyNode>();

  function ofName(name: string, declaration: Declaration | undefined): Value {
    if (!declaration) return name === 'undefined' ? undefined : HOLE;
    const { init, kind } = declaration;
    if (kind === 'function') return new SandboxFunction(name, () => undefined);
    if (!init || declaration.isLooped || declaration.isRepeated || changed.has(declaration)) return HOLE;
    // A name that stands for itself, by however many steps, has no value.
    if (open.has(init)) return HOLE;
    open.add(init);
    const value = valueAt(init);
    open.delete(init);
    // What a name holds may be changed through it, or through another.
    if (value instanceof SandboxObject || value instanceof SandboxArray) return HOLE;
    return extended.has(declaration) ? (typeof value === 'string' ? value + HOLE : HOLE) : value;
  }

  return valueAt;
}

/** Whether there is a hole anywhere in a value of the page. */
export function hasHole(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(HOLE);
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some((entry) => entry.some(hasHole));
}
