import type { Value } from '../values.ts';
import type { Frame } from './scope.ts';

/** How deep calls of the sandbox's functions may nest. */
const DEEPEST = 500;

let depth = 0;

/** Runs a function's code in its frame, within the depth that GTM's runtime stands. */
export function invoke(code: (frame: Frame) => Value, frame: Frame): Value {
  if (depth >= DEEPEST) throw new RangeError('Maximum call stack size exceeded');
  depth++;
  try {
    return code(frame);
  } finally {
    depth--;
  }
}
