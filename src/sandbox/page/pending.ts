/** Work that will still come: timers, callbacks, answers. */
export interface Pending {
  /** Runs work after a timeout; an error in it goes nowhere, as in GTM's callbacks. */
  later(work: () => void, delay?: number): void;
  /** Waits for an answer; one that fails counts as come. */
  wait<T>(answer: Promise<T>, then: (value: T) => void): void;
  /** Resolves once nothing is to come any more. */
  settled(): Promise<void>;
}

export function createPending(): Pending {
  let count = 0;
  let waiting: (() => void)[] = [];
  const done = () => {
    count--;
    if (count > 0) return;
    const resolved = waiting;
    waiting = [];
    for (const resolve of resolved) resolve();
  };
  const guarded = (work: () => void) => {
    try {
      work();
    } catch {
      // GTM swallows what a callback throws.
    } finally {
      done();
    }
  };
  return {
    later(work, delay = 0) {
      count++;
      setTimeout(() => guarded(work), delay);
    },
    wait(answer, then) {
      count++;
      answer.then(
        (value) => guarded(() => then(value)),
        () => done(),
      );
    },
    settled: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
