import { inMemory, names, PREFIX, remove, write } from './store.ts';
import { warn } from './warn.ts';

/** The bounds of what waits: events, characters of their JSON, and age in ms. */
const MOST_EVENTS = 2000;
const MOST_CHARACTERS = 2000000;
const OLDEST = 7 * 24 * 3600000;

/**
 * The queue that all tabs of an origin share: one entry of storage per event, as two tabs that rewrote one list would
 * lose each other's events. An entry's name says all that is needed to choose it,
 * `searchstaxSitecore.q.<time>.<tab>.<length>.<endpoint>`, and sorts by time; its value is the event's JSON.
 * Another version's names do not match, and are left alone.
 */
const ENTRY = /^searchstaxSitecore\.q\.\w{11}\.\w+\.\d+\.https?:/;

const tab = Math.random().toString(36).slice(2, 8);
/** Time of the newest event known, in microseconds of this machine's clock. */
let newest = 0;
/** The names of what waits, oldest first, as last seen; undefined once another tab has changed it. */
let waiting: string[] | undefined;
let characters = 0;

/** Adds an event to the end. Its time is never before that of one already waiting, even if the clock was set back. */
export function append(endpoint: string, json: string): void {
  const list = entries();
  newest = Math.max(Date.now() * 1000, newest + 1);
  const time = `0000000000${newest.toString(36)}`.slice(-11);
  const name = `${PREFIX}q.${time}.${tab}.${json.length}.${endpoint}`;
  write(name, json);
  list.push(name);
  characters += json.length;
  bound(list);
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
  remove(name);
}

/** The events that only this page knows, as storage would not take them. */
export function onlyHere(): string[] {
  return inMemory().filter(isEntry);
}

/** Looks at storage again before the next use. */
export function lookAgain(): void {
  waiting = undefined;
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
    warn('queue too long or old, dropped its oldest events.');
  }
}
