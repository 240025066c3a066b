import { state, WEEK } from './state.ts';
import { names, PREFIX, read, remove, write } from './store.ts';
import { warn } from './warn.ts';

/** The bounds of what waits: events, and characters of their JSON. It grows no older than a week. */
const MOST_EVENTS = 2000;
const MOST_CHARACTERS = 2000000;

/**
 * What is in the queue, for all tabs of an origin: one entry of storage per event, as two tabs that rewrote one list
 * would lose each other's events. An entry's name says all that is needed to choose it,
 * `searchstaxSitecore.q.<time>.<tab>.<length>.<endpoint>`, and sorts by time; its value is the event's JSON.
 * Another version's names do not match, and are left alone. An endpoint is https, or a local trial, with a path and
 * nothing after it: whoever writes another into the storage gets no event.
 */
const ENTRY =
  /^searchstaxSitecore\.q\.(\w{10})\.\w+\.(\d+)\.((https:\/\/[^/?#@\s{]+|http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?)\/[^?#\s{]*)$/;
const TIME = 1;
const LENGTH = 2;
const ENDPOINT = 3;
const ORIGIN = 4;

const tab = Math.random().toString(36).slice(2, 8);
/** When this page was opened, by its clock: what time has passed since tells the browser, whatever the clock does. */
const opened = Date.now() - performance.now();
/** Time of the newest event known, in microseconds of this machine's clock; ten digits long, until the year 2085. */
let newest = 102e12;
/** The names of what waits, oldest first, as last seen; undefined once another tab has changed it. */
let waiting: string[] | undefined;
let characters = 0;
/** The events of this page that storage should hold. */
let mine: Record<string, string> = {};

export function isEndpoint(url: string): boolean {
  return isEntry(nameOf(newest, 0, url));
}

function nameOf(time: number, length: number, url: string): string {
  return `${PREFIX}q.${time.toString(36)}.${tab}.${length}.${url}`;
}

/**
 * Adds an event to the end, and returns its entry's name. Its time is never before that of one already waiting, even if
 * the clock was set back.
 */
export function append(endpoint: string, json: string): string {
  const list = entries();
  newest = Math.max(Date.now() * 1000, newest + 1);
  const name = nameOf(newest, json.length, endpoint);
  write(name, json);
  mine[name] = json;
  list.push(name);
  characters += json.length;
  bound(list);
  return name;
}

/** The names of the events that wait, oldest first. */
export function entries(): string[] {
  if (!waiting) {
    characters = 0;
    waiting = names().filter(isEntry).sort();
    waiting.forEach((name) => {
      characters += +part(name, LENGTH);
      newest = Math.max(newest, timeOf(name));
    });
    bound(waiting);
  }
  return waiting;
}

export function isEntry(name: string): boolean {
  return ENTRY.test(name);
}

/** The endpoint that an entry goes to. */
export function endpointOf(name: string): string {
  return part(name, ENDPOINT);
}

/** The host of that endpoint, with its scheme. */
export function originOf(name: string): string {
  return part(name, ORIGIN);
}

/** An entry's event and host, in words; undefined where its value is no event. */
export function wordsFor(name: string): string | undefined {
  try {
    return `${JSON.parse(read(name)).event.trim()} for ${originOf(name)}`;
  } catch (_error) {
    return undefined;
  }
}

/** Takes an event out: it has been delivered, or never will be. What is to be said of that is said. */
export function take(name: string, why: string): void {
  if (why) warn(why, `${wordsFor(name)} ${why}.`);
  const list = entries();
  const at = list.indexOf(name);
  if (at >= 0) {
    list.splice(at, 1);
    characters -= +part(name, LENGTH);
  }
  delete mine[name];
  delete state[name];
  remove(name);
}

/** Looks at storage again before the next use, as another tab has changed it. */
export function lookAgain(change: { key: string | null }): void {
  // Another tab removes what it has sent. Without a key, a script there has cleared the storage.
  if (change.key) delete mine[change.key];
  else reclaim();
  waiting = undefined;
}

/**
 * Looks at storage again, and puts back what this page has put there and a script of the site has cleared since. Not
 * what another tab has sent: that is told.
 */
export function reclaim(): void {
  for (const name in mine) if (!read(name)) write(name, mine[name] as string);
  waiting = undefined;
}

/** Leaves it all to the storage: a frozen page does not hear of what other tabs send. */
export function forget(): void {
  mine = {};
  waiting = undefined;
}

/** A part of an entry's name; empty where the name is none. */
function part(name: string, index: number): string {
  return (ENTRY.exec(name) || [])[index] || '';
}

function timeOf(name: string): number {
  return parseInt(part(name, TIME), 36);
}

/** Drops the oldest until the rest is within bounds, and says so. */
function bound(list: string[]): void {
  for (;;) {
    const full = list.length > MOST_EVENTS || characters > MOST_CHARACTERS;
    const old = list[0] && timeOf(list[0]) < (Math.min(Date.now(), opened + performance.now()) - WEEK) * 1000;
    if (!full && !old) return;
    take(list[0] as string, full ? 'dropped: the queue is full' : 'dropped: 7 days old');
  }
}
