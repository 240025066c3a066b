/** All that the companion keeps in localStorage begins with this. */
export const PREFIX = 'searchstaxSitecore.';

const HANDED_ON = `${PREFIX}memory`;

/** What localStorage would not take: forbidden, absent or full. It lives as long as the page. */
let memory: Record<string, string> = {};

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

/** Removes all that the companion keeps. */
export function removeAll(): void {
  names().forEach((name) => {
    if (!name.indexOf(PREFIX)) remove(name);
  });
}

/** The names of all that is kept, the site's own included, in no particular order. */
export function names(): string[] {
  let stored: string[] = [];
  try {
    // One native call: `localStorage.key(i)` a thousand times takes ten times as long.
    stored = Object.keys(localStorage);
  } catch (_error) {
    // Forbidden: then all is in memory.
  }
  return inMemory().concat(stored);
}

/** Leaves what is in memory to this tab's next page; false without a sessionStorage that takes it. */
export function handOn(): boolean {
  try {
    if (inMemory().length) sessionStorage.setItem(HANDED_ON, JSON.stringify(memory));
    memory = {};
    return true;
  } catch (_error) {
    return false;
  }
}

/** Takes over what this tab's previous page has left. */
export function takeOver(): void {
  try {
    const left = Object(JSON.parse(sessionStorage.getItem(HANDED_ON) as string));
    sessionStorage.removeItem(HANDED_ON);
    for (const name in left) if (!name.indexOf(PREFIX)) memory[name] = `${left[name]}`;
  } catch (_error) {
    // Forbidden: nothing was left.
  }
}

/** The names of what this page takes with it when it goes. */
export function inMemory(): string[] {
  return Object.keys(memory);
}
