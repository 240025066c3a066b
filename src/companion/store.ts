/** All that the companion keeps in localStorage begins with this. */
export const PREFIX = 'searchstaxSitecore.';

/** What localStorage would not take: forbidden, absent or full. It lives as long as the page. */
const memory: Record<string, string> = {};

/** The value kept under a name, or an empty string. */
export function read(name: string): string {
  try {
    return memory[name] || localStorage.getItem(name) || '';
  } catch (_error) {
    return '';
  }
}

/** Keeps a value, in memory where it must be. */
export function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
    delete memory[name];
  } catch (_error) {
    memory[name] = value;
  }
}

export function remove(name: string): void {
  delete memory[name];
  try {
    localStorage.removeItem(name);
  } catch (_error) {
    // Forbidden: then it was in memory only.
  }
}

/** The names of all that is kept, the site's own included, in no particular order. */
export function names(): string[] {
  try {
    // One native call: `localStorage.key(i)` a thousand times takes ten times as long.
    return inMemory().concat(Object.keys(localStorage));
  } catch (_error) {
    return inMemory();
  }
}

/** The names of what this page takes with it when it goes. */
export function inMemory(): string[] {
  return Object.keys(memory);
}
