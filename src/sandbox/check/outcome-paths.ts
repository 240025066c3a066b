import type { AnyNode } from 'acorn';
import type { FunctionNode } from './names.ts';
import type { OutcomeCalls } from './outcome-calls.ts';

/** Where the code stands: how often it has told its outcome, and which conditions it has found true or false. */
export interface Path {
  told: readonly AnyNode[];
  facts: ReadonlyMap<string, boolean>;
}

/** How a piece of code can end. */
export interface Ends {
  through: Path[];
  /** At a `return`, or at the end of the code. */
  returned: { path: Path; at: AnyNode }[];
  /** At a `break` or `continue`. */
  left: Path[];
}

/** What following the code's paths needs to know wherever it is. */
export interface Walk {
  calls: OutcomeCalls;
  /** The functions of the code's own that are running, the outermost first. */
  running: readonly FunctionNode[];
  /** Follows the statements of a function that is called. */
  body(statements: readonly AnyNode[], from: Path, walk: Walk): Ends;
}

/** Thrown where nobody can tell from the code alone: then nothing is said. */
export class CannotTell extends Error {}

/** Paths that are followed at most. */
export const MOST_PATHS = 2000;
