import type { Node } from 'acorn';

/** A place in some code: the code itself, and where in it, lines and columns from 1. */
export interface Place {
  code: string;
  line: number;
  column: number;
}

/** The statement that runs right now, and who wants to hear of each. Every statement says so, so it is kept simple. */
export const running: {
  at: Node | undefined;
  heard: ((node: Node) => void) | undefined;
  escaped: ((error: unknown) => void) | undefined;
} = { at: undefined, heard: undefined, escaped: undefined };

const traces = new WeakMap<object, Place[]>();

/** Runs a program's code; an error that leaves it is marked with the statement that it comes from. */
export function traced<T>(run: () => T): T {
  const outer = running.at;
  try {
    return run();
  } catch (error) {
    leaving(error, outer);
    throw error;
  } finally {
    running.at = outer;
  }
}

/** An error leaves a function's code. @param outer the statement that called the function; none of sandboxed code */
export function leaving(error: unknown, outer: Node | undefined): void {
  if (running.at) mark(error, placeOf(running.at));
  if (!outer) running.escaped?.(error);
}

/** Adds a place to those that an error came through. */
export function mark(error: unknown, at: Place): void {
  if (typeof error === 'object' && error !== null) traces.set(error, [...traceOf(error), at]);
}

/** The place that runs right now; undefined where no sandboxed code does. */
export function here(): Place | undefined {
  return running.at && placeOf(running.at);
}

/** The statements that an error came through, the innermost first. */
export function traceOf(error: unknown): readonly Place[] {
  return (typeof error === 'object' && error !== null && traces.get(error)) || [];
}

/** Tells of every statement that is run meanwhile, and of every value that is a function's whole body. */
export async function hearing<T>(heard: (place: Place) => void, run: () => Promise<T>): Promise<T> {
  running.heard = (node) => heard(placeOf(node));
  try {
    return await run();
  } finally {
    running.heard = undefined;
  }
}

/** The errors that left sandboxed code meanwhile, whoever caught them. */
export async function escapingErrors(run: () => Promise<void>): Promise<unknown[]> {
  const errors: unknown[] = [];
  running.escaped = (error) => errors.push(error);
  try {
    await run();
  } finally {
    running.escaped = undefined;
  }
  return errors;
}

export function placeOf({ loc }: Node): Place {
  return { code: loc?.source ?? '', line: loc?.start.line ?? 1, column: (loc?.start.column ?? 0) + 1 };
}
