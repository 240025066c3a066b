import type { Pending } from '../page/pending.ts';

/** Work to come, on a clock that jumps over the time between: nobody waits for a time-out of five seconds. */
export interface VirtualTime extends Pending {
  /** Milliseconds since 1970. */
  now(): number;
  /** @returns takes the work back */
  later(work: () => void, delay?: number): () => void;
  /** Whether something was still to come after a minute, as when code asks for ever whether something is there. */
  isTired(): boolean;
}

/** How far the clock goes, in milliseconds: what comes later does not come. */
const LONGEST_WAIT = 60_000;

/** The least time until something later, so that the clock moves, in milliseconds. */
const LEAST_DELAY = 1;

interface Timer {
  at: number;
  work: () => void;
}

/**
 * Makes a clock. Promises come before timers, as microtasks do; a timer runs when the one before it and all that
 * followed from it are over.
 *
 * @param start what the clock shows, in milliseconds since 1970; it stands still between timers. By default it goes on
 *   with the machine's own
 */
export function createVirtualTime(start?: number): VirtualTime {
  let timers: Timer[] = [];
  let jumped = 0;
  let answers = 0;
  let isTired = false;
  let driving: Promise<void> | undefined;
  const now = () => (start ?? Date.now()) + jumped;

  const drive = async (): Promise<void> => {
    const began = now();
    for (;;) {
      await microtasks();
      const next = timers.reduce<Timer | undefined>(
        (first, timer) => (first && first.at <= timer.at ? first : timer),
        undefined,
      );
      if (!next) {
        if (answers === 0) return;
        continue;
      }
      if (next.at - began > LONGEST_WAIT) {
        isTired = true;
        timers = [];
        return;
      }
      timers = timers.filter((timer) => timer !== next);
      jumped += Math.max(0, next.at - now());
      attempt(next.work);
    }
  };
  return {
    now,
    later(work, delay = 0) {
      const timer = { at: now() + Math.max(LEAST_DELAY, delay), work };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    isTired: () => isTired,
    wait(answer, then) {
      answers++;
      answer
        .then(
          (value) => attempt(() => then(value)),
          () => {},
        )
        .finally(() => answers--);
    },
    settled() {
      driving ??= drive().finally(() => {
        driving = undefined;
      });
      return driving;
    },
  };
}

/** What a callback throws goes nowhere, as on a page. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // It was reported where it was thrown.
  }
}

/** Resolves once every promise that can settle now has, with what followed from it. */
function microtasks(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
