import { SandboxError, type Value } from '../values.ts';
import { type Code, type Frame, resolve, type Scope } from './scope.ts';

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
