import { run } from './run.ts';

/** All that the companion keeps in localStorage begins with this. */
export const PREFIX = 'searchstaxSitecore.';

const HANDED_ON = `${PREFIX}memory`;

/**
 * A copy of what this page has written, as storage may not take it (forbidden, absent or full) and a script of the site
 * may clear it. It counts only where storage has nothing, as another tab may have written since.
 */
let copies: Record<string, string> = {};

function stored(name: string): string | null | undefined {
  return run(() => localStorage.getItem(name));
}

/** The value kept under a name, or an empty string. */
export function read(name: string): string {
  return stored(name) || copies[name] || '';
}

export function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch (_error) {
    // Full: an old value would hide the new one.
    remove(name);
  }
  copies[name] = value;
}

export function remove(name: string): void {
  forget(name);
  run(() => localStorage.removeItem(name));
}

/** Another tab has changed it: what storage says holds. */
export function forget(name: string): void {
  delete copies[name];
}

/** Removes all that the companion keeps. */
export function removeAll(): void {
  names().forEach((name) => {
    if (!name.indexOf(PREFIX)) remove(name);
  });
}

/** The names of all that is kept, the site's own included, some twice, in no particular order. */
export function names(): string[] {
  // One native call: `localStorage.key(i)` a thousand times takes ten times as long.
  return Object.keys(copies).concat(run(() => Object.keys(localStorage)) || []);
}

/**
 * Leaves everything to storage, as the page goes, or is frozen and hears no more of what other tabs do. What storage
 * does not take is left to this tab's next page; returns the names of what nobody takes.
 */
export function handOn(): string[] {
  const rest: Record<string, string> = {};
  for (const name in copies) {
    const value = copies[name] as string;
    if (!stored(name)) write(name, value);
    if (!stored(name)) rest[name] = value;
  }
  copies = {};
  let left = Object.keys(rest);
  run(() => {
    if (left[0]) sessionStorage.setItem(HANDED_ON, JSON.stringify(rest));
    left = [];
  });
  return left;
}

/** Takes over what this tab's previous page has left. */
export function takeOver(): void {
  run(() => {
    const left = Object(JSON.parse(sessionStorage.getItem(HANDED_ON) as string));
    sessionStorage.removeItem(HANDED_ON);
    for (const name in left) write(name, left[name]);
  });
}
