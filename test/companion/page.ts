import type { DOMWindow } from 'jsdom';
import { JSDOM, VirtualConsole } from 'jsdom';
import { buildCompanion } from './build.ts';

const companion = await buildCompanion();

/** A page of the site with a clock that only the test moves. */
export interface TestPage {
  window: DOMWindow & Record<string, unknown> & { fetch: unknown };
  /** Runs the companion's script, as a tag or the page would. */
  run: () => void;
  /** Everything that was pushed to the data layer of that name. */
  pushed: (name?: string) => unknown[];
  /** Moves the clock, and runs what is due on the way. */
  pass: (ms: number) => Promise<void>;
  /** Where the clock stands, epoch ms; may be set. */
  clock: { now: number };
  /** How often a timer was set. */
  timers: () => number;
  /** How long each timer that is set still waits, ms. */
  waits: () => number[];
  warnings: string[];
}

export function openPage(
  setUp: {
    html?: string;
    url?: string;
    now?: number;
    storage?: Storage;
    /** What the tab's previous page has left. */
    tab?: Storage;
    scripts?: boolean;
  } = {},
): TestPage {
  const warnings: string[] = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('warn', (message) => warnings.push(String(message)));
  const dom = new JSDOM(setUp.html ?? '<!doctype html><body></body>', {
    url: setUp.url ?? 'https://www.example.com/search',
    // With scripts of its own, what they declare cannot be deleted or redefined, as in a browser.
    runScripts: setUp.scripts ? 'dangerously' : 'outside-only',
    // Without it, the page counts as hidden.
    pretendToBeVisual: true,
    virtualConsole,
  });
  const window = dom.window as TestPage['window'];
  const storage = setUp.storage;
  for (const [name, value] of Object.entries(storage ?? {})) window.localStorage.setItem(name, value);
  for (const [name, value] of Object.entries(setUp.tab ?? {})) window.sessionStorage.setItem(name, value);

  const clock = { now: setUp.now ?? Date.parse('2026-03-02T10:00:00Z') };
  let due: { at: number; id: number; run: () => void; every?: number }[] = [];
  let ids = 0;
  const set = (run: () => void, ms = 0, every?: number) => {
    ids++;
    // As browsers do, with what is no time for them.
    const wait = ms > 0 && ms < 2 ** 31 ? ms : 0;
    due.push({ at: elapsed + wait, id: ids, run, ...(every ? { every } : {}) });
    return ids;
  };
  // Timers run by elapsed time, which a wrong clock does not change.
  let elapsed = 0;
  window.setTimeout = ((run: () => void, ms?: number) => set(run, ms)) as unknown as typeof window.setTimeout;
  window.setInterval = ((run: () => void, ms = 0) =>
    set(run, ms, ms)) as unknown as typeof window.setInterval;
  window.clearTimeout = ((id: number) => {
    due = due.filter((timer) => timer.id !== id);
  }) as unknown as typeof window.clearTimeout;
  window.clearInterval = window.clearTimeout;
  window.Date.now = () => clock.now;

  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    window,
    clock,
    warnings,
    timers: () => ids,
    waits: () => due.map(({ at }) => at - elapsed),
    run: () => window.eval(companion),
    pushed: (name = 'dataLayer') => JSON.parse(JSON.stringify(window[name] ?? [])) as unknown[],
    pass: async (ms) => {
      const end = elapsed + ms;
      await settle();
      for (;;) {
        const next = due.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at || a.id - b.id)[0];
        if (!next) break;
        clock.now += next.at - elapsed;
        elapsed = next.at;
        due = due.filter((timer) => timer !== next);
        if (next.every) due.push({ ...next, at: elapsed + next.every });
        next.run();
        await settle();
      }
      clock.now += end - elapsed;
      elapsed = end;
    },
  };
}
