/** What the page remembers while its tab is open: a reload, which the companion's switch needs, loses nothing typed. */

const prefix = 'playground.';

export function keep(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // Storage that is blocked or full: the page works without.
  }
}

/** @returns undefined where nothing is kept */
export function kept<T>(name: string): T | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
