import { SandboxError } from '../values.ts';

/** Turns between two looks at the clock, which costs more than most turns. */
const TURNS = 1024;

let deadline = Number.POSITIVE_INFINITY;
let turns = 0;

/**
 * Runs something that must not run for ever: a loop that is still turning after the given time aborts the code.
 * GTM has no such limit; there the browser's tab stands still.
 *
 * @param milliseconds how long it may take
 */
export function within<T>(milliseconds: number, run: () => T): T {
  const outer = deadline;
  deadline = Math.min(outer, Date.now() + milliseconds);
  try {
    return run();
  } finally {
    deadline = outer;
  }
}

/** Called by every loop, once a turn. */
export function turned(): void {
  if (++turns % TURNS === 0 && Date.now() > deadline) {
    throw new SandboxError('The code was still looping when its time was up: it may never end.');
  }
}
