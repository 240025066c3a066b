import type { Pattern } from 'acorn';
import { SandboxError, type Value } from '../values.ts';
import { refuseForeign } from './foreign.ts';

/** The variables of one running function, block or loop turn. */
export interface Frame {
  slots: Value[];
  outer: Frame;
}

export type Code = (frame: Frame) => Value;

/** How a statement ended when not by reaching its end. */
export type Completion = undefined | 'break' | 'continue' | { value: Value };
export type Run = (frame: Frame) => Completion;

/** Does nothing. */
export const none: Run = () => undefined;

export interface Binding {
  index: number;
  constant: boolean;
  /** For a `const` that may run twice in one frame: the slot that remembers that it ran. */
  ranAt?: number;
}

/** The slots of a frame, as far as they are known while compiling. */
export interface Layout {
  size: number;
  /** Where `arguments` is kept, once the code asks for it. */
  argumentsAt?: number;
  isFunction: boolean;
  outer?: Layout;
}

/** Names and where they are found. Several scopes may share one layout: bodies of `while` loops and `switch` do. */
export interface Scope {
  names: Map<string, Binding>;
  layout: Layout;
  outer?: Scope;
  /** Whether the code of this scope can run more than once in one frame. */
  repeats: boolean;
  dialect: Dialect;
}

/**
 * What differs between containers. In web containers a `const` that runs again in one frame keeps its first value
 * (measured); in server containers it takes the new one: the scenarios of published templates expect so.
 */
export type Dialect = 'web' | 'server';

export function newFrame(outer: Frame): Frame {
  return { slots: [], outer };
}

/** The scope around all others. */
export function outermostScope(dialect: Dialect): Scope {
  return { names: new Map(), layout: { size: 0, isFunction: false }, repeats: false, dialect };
}

/** A scope with a frame of its own, made anew whenever its code is entered. */
export function freshScope(outer: Scope, isFunction = false): Scope {
  const layout: Layout = { size: 0, isFunction, outer: outer.layout };
  return { names: new Map(), layout, repeats: false, dialect: outer.dialect, outer };
}

/** A scope in the frame of the one around it, as GTM gives loop bodies and switches. */
export function sharedScope(outer: Scope): Scope {
  return { names: new Map(), layout: outer.layout, repeats: true, dialect: outer.dialect, outer };
}

/** Adds a name to a scope, once. */
export function declare(scope: Scope, name: string, constant = false): Binding {
  const known = scope.names.get(name);
  if (known) return known;
  const binding: Binding = { index: scope.layout.size++, constant };
  if (constant && scope.repeats && scope.dialect === 'web') binding.ranAt = scope.layout.size++;
  scope.names.set(name, binding);
  return binding;
}

/** Adds a `var`: it belongs to the function around it. */
export function declareVar(scope: Scope, name: string): Binding {
  let owner = scope;
  while (owner.outer && !(owner.layout.isFunction && owner.layout !== owner.outer.layout))
    owner = owner.outer;
  return declare(owner, name);
}

/** Finds a name: its binding and how many frames out it is. Undefined for a name that nobody declared. */
export function resolve(scope: Scope, name: string): { binding: Binding; depth: number } | undefined {
  let depth = 0;
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const binding = at.names.get(name) ?? argumentsOf(at, name);
    if (binding) return { binding, depth };
    if (at.outer && at.outer.layout !== at.layout) depth++;
  }
  return undefined;
}

export function nameOf(pattern: Pattern): string {
  if (pattern.type === 'Identifier') return pattern.name;
  return refuseForeign(pattern);
}

/** Every function has `arguments`, arrow functions too. */
function argumentsOf(scope: Scope, name: string): Binding | undefined {
  const { layout } = scope;
  const isOutermost = !scope.outer || scope.outer.layout !== layout;
  if (name !== 'arguments' || !layout.isFunction || !isOutermost || !scope.outer) return undefined;
  layout.argumentsAt ??= layout.size++;
  return { index: layout.argumentsAt, constant: false };
}

/** Reads a variable. One that nobody declared is undefined, and so is one read before its declaration ran. */
export function load(name: string, scope: Scope): Code {
  const found = resolve(scope, name);
  if (!found) return () => undefined;
  const { index } = found.binding;
  switch (found.depth) {
    case 0:
      return (frame) => frame.slots[index];
    case 1:
      return (frame) => frame.outer.slots[index];
    case 2:
      return (frame) => frame.outer.outer.slots[index];
  }
  const { depth } = found;
  return (frame) => outward(frame, depth).slots[index];
}

/** Writes a variable; a write to a constant is ignored. */
export function store(name: string, scope: Scope): (frame: Frame, value: Value) => void {
  const found = resolve(scope, name);
  if (!found) {
    return () => {
      throw new SandboxError(`Attempting to assign to undefined value ${name}`);
    };
  }
  const { depth, binding } = found;
  if (binding.constant) return () => {};
  if (depth === 0) {
    return (frame, value) => {
      frame.slots[binding.index] = value;
    };
  }
  return (frame, value) => {
    outward(frame, depth).slots[binding.index] = value;
  };
}

function outward(frame: Frame, depth: number): Frame {
  let at = frame;
  for (let steps = depth; steps > 0; steps--) at = at.outer;
  return at;
}
