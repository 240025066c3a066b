import { inMemory, names, PREFIX, read, remove, write } from './store.ts';
import { warn } from './warn.ts';

/** The bounds of what waits: events, characters of their JSON, and age in ms. */
const MOST_EVENTS = 2000;
const MOST_CHARACTERS = 2000000;
const OLDEST = 7 * 24 * 3600000;

/**
 * The queue that all tabs of an origin share: one entry of storage per event, as two tabs that rewrote one list would
 * lose each other's events. An entry's name says all that is needed to choose it,
 * `searchstaxSitecore.q.<time>.<tab>.<length>.<endpoint>`, and sorts by time; its value is the event's JSON.
 * Another version's names do not match, and are left alone. An endpoint is https, or a local trial, with a path and
 * nothing after it: whoever writes another into the storage gets no event.
 */
const ENTRY =
  /^searchstaxSitecore\.q\.\w{10}\.\w+\.\d+\.(https:\/\/[^/?#@\s]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?)\/[^?#\s]*$/;

const tab = Math.random().toString(36).slice(2, 8);
/** Time of the newest event known, in microseconds of this machine's clock; ten digits long, until the year 2085. */
let newest = 102e12;
/** The names of what waits, oldest first, as last seen; undefined once another tab has changed it. */
let waiting: string[] | undefined;
let characters = 0;
/** The events of this page that storage should hold. */
let mine: Record<string, string> = {};

/**
 * Adds an event to the end; false where the endpoint is none. Its time is never before that of one already waiting, even
 * if the clock was set back.
 */
export function append(endpoint: string, json: string): boolean {
  const list = entries();
  newest = Math.max(Date.now() * 1000, newest + 1);
  const name = `${PREFIX}q.${newest.toString(36)}.${tab}.${json.length}.${endpoint}`;
  if (!isEntry(name)) return false;
  write(name, json);
  mine[name] = json;
  list.push(name);
  characters += json.length;
  bound(list);
  return true;
}

/** The names of the events that wait, oldest first. */
export function entries(): string[] {
  if (!waiting) {
    characters = 0;
    waiting = names().filter(isEntry).sort();
    waiting.forEach((name) => {
      characters += +part(name, 4);
      newest = Math.max(newest, timeOf(name));
    });
    bound(waiting);
  }
  return waiting;
}

/** The endpoint that an entry goes to. */
export function endpointOf(name: string): string {
  return name.slice(name.indexOf('http'));
}

/** Takes an event out: it has been delivered, or never will be. */
export function take(name: string): void {
  const list = entries();
  const at = list.indexOf(name);
  if (at >= 0) {
    list.splice(at, 1);
    characters -= +part(name, 4);
  }
  delete mine[name];
  remove(name);
}

/** The events that only this page knows, as storage would not take them. */
export function onlyHere(): string[] {
  return inMemory().filter(isEntry);
}

/** Looks at storage again before the next use, as another tab has changed it. */
export function lookAgain(change: { key: string | null }): void {
  // Another tab removes what it has sent. Without a key, its page has cleared the storage: see reclaim.
  delete mine[change.key as string];
  waiting = undefined;
}

/**
 * Looks at storage again, and puts back what this page has put there and a script of the site has cleared since.
 * To be called while no other tab sends.
 */
export function reclaim(): void {
  for (const name in mine) if (!read(name)) write(name, mine[name] as string);
  waiting = undefined;
}

/** Leaves all to the storage: a page that is frozen does not hear of what other tabs send. */
export function forget(): void {
  mine = {};
}

function isEntry(name: string): boolean {
  return ENTRY.test(name);
}

/** The part between two dots; the endpoint, which has dots of its own, comes last. */
function part(name: string, index: number): string {
  return name.split('.')[index] as string;
}

function timeOf(name: string): number {
  return parseInt(part(name, 2), 36);
}

/** Drops the oldest until the rest is within bounds, and says so. */
function bound(list: string[]): void {
  while (
    list.length > MOST_EVENTS ||
    characters > MOST_CHARACTERS ||
    (list.length && timeOf(list[0] as string) < (Date.now() - OLDEST) * 1000)
  ) {
    take(list[0] as string);
    warn('queue full: oldest dropped.');
  }
}
