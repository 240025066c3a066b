import { within } from '../interpreter/index.ts';
import { OpaqueValue, SandboxError, SandboxFunction, SandboxObject, type Value } from '../values.ts';

/** How long a callback may run, in milliseconds. */
export const LONGEST_CALLBACK = 2000;

/** Hears of an error that aborted a callback: the promise is rejected with it, and nobody may be listening. */
export type OnAbort = (error: unknown) => void;

/** What the sandbox sees of a promise: `then`, `catch` and `finally`, nothing else. */
export class SandboxPromise extends SandboxObject {
  /** Settles with the sandbox's own values. */
  readonly settled: Promise<Value>;
  readonly #onAbort: OnAbort;

  constructor(settled: Promise<Value>, onAbort: OnAbort) {
    super();
    this.settled = settled;
    this.#onAbort = onAbort;
    // A rejection that no template listens to is no fault of this process.
    settled.catch(() => {});
    const derived = (promise: Promise<Value>) => new SandboxPromise(promise, onAbort);
    const step = (callback: Value) =>
      callback instanceof SandboxFunction
        ? async (value: Value) => unwrapped(attempt(callback, [value], onAbort))
        : undefined;
    const methods: Record<string, (args: Value[]) => SandboxPromise> = {
      // biome-ignore lint/suspicious/noThenProperty: these are the sandbox's methods, kept in a map of its own.
      then: ([ok, failed]) => derived(settled.then(step(ok), step(failed))),
      catch: ([failed]) => derived(settled.catch(step(failed))),
      finally: ([callback]) =>
        derived(
          settled.finally(
            callback instanceof SandboxFunction
              ? async () => unwrapped(attempt(callback, [], onAbort))
              : undefined,
          ),
        ),
    };
    for (const [name, call] of Object.entries(methods)) this.set(name, new SandboxFunction(name, call));
    this.freeze();
  }

  /** The same promise for code whose aborted callbacks somebody else wants to hear of, too. */
  heardBy(report: (error: unknown) => void): SandboxPromise {
    return new SandboxPromise(this.settled, (error) => {
      this.#onAbort(error);
      report(error);
    });
  }

  override toString(): string {
    return '[object Promise]';
  }
}

/** What a promise becomes when it is settled with a value: a promise or another object with `then` is followed. */
export async function unwrapped(value: Value): Promise<Value> {
  if (value instanceof SandboxPromise) return value.settled;
  const follow = value instanceof SandboxObject ? value.get('then') : undefined;
  if (!(follow instanceof SandboxFunction)) return value;
  return new Promise<Value>((resolve, reject) => {
    const once = (settle: (value: Value) => void) =>
      new SandboxFunction('', ([given]) => {
        settle(given);
        return undefined;
      });
    follow.call([once((given) => resolve(unwrapped(given))), once(reject)]);
  });
}

/** The page's view of a rejection: what the sandbox gave, or the error that aborted it. */
export function reasonOf(error: unknown): Value {
  return error instanceof Error ? new OpaqueValue(error) : (error as Value);
}

function attempt(callback: SandboxFunction, args: Value[], onAbort: OnAbort): Value {
  try {
    return within(LONGEST_CALLBACK, () => callback.call(args));
  } catch (error) {
    onAbort(error);
    throw reasonOf(error instanceof Error ? error : new SandboxError(String(error)));
  }
}
