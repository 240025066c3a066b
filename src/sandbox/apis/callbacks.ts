import { SandboxFunction, type Value } from '../values.ts';

/** Calls a template's callback, if it is one. GTM swallows what it throws, and the tag stays as it is: `errors` tells. */
export function quietly({ errors }: { errors: string[] }, callback: Value, args: Value[] = []): void {
  if (!(callback instanceof SandboxFunction)) return;
  try {
    callback.call(args);
  } catch (error) {
    errors.push(error instanceof Error ? error.message : String(error));
  }
}
