let depth = 0;

/** Calls a function of the page for sandboxed code. */
export function callPage(called: unknown, self: unknown, args: unknown[]): unknown {
  depth++;
  try {
    return Reflect.apply(called as (...args: unknown[]) => unknown, self, args);
  } finally {
    depth--;
  }
}

/** Whether a function of the page runs right now because sandboxed code called it. */
export function isCalledBySandbox(): boolean {
  return depth > 0;
}
