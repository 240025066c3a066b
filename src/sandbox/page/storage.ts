/** As much of the browser's storage as templates reach. */
export interface Stored {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** The window's own storage, unless entries are given. Undefined where reaching it throws, as when cookies are blocked. */
export function storageOf(
  window: Record<string, unknown>,
  entries?: Record<string, string>,
): Stored | undefined {
  if (!entries) {
    try {
      if (window.localStorage) return window.localStorage as Stored;
    } catch {
      return undefined;
    }
  }
  const items = new Map(Object.entries(entries ?? {}).map(([key, value]) => [key, String(value)]));
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}
