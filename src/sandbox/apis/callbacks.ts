import { SandboxFunction, type Value } from '../values.ts';

/** Calls a template's callback, if it is one. What it throws goes nowhere, as in GTM. */
export function quietly(callback: Value, args: Value[] = []): void {
  if (!(callback instanceof SandboxFunction)) return;
  try {
    callback.call(args);
  } catch {
    // GTM swallows it, and the tag stays as it is.
  }
}
