import { run } from './run.ts';
import { state, WEEK } from './state.ts';
import { names, PREFIX, read, remove, write } from './store.ts';
import { warn } from './warn.ts';

/** The bound of what waits, in characters of JSON; an event counts for a thousand at least. It grows no older than a week. */
const MOST_CHARACTERS = 2000000;
const LEAST_COUNTED = 1000;

/**
 * What is in the queue, for all tabs of an origin: one entry of storage per event, as two tabs that rewrote one list
 * would lose each other's events. An entry's name says all that is needed to choose it,
 * `searchstaxSitecore.q.<time>.<tab>.<characters>.<endpoint>`, and sorts by time; its value is the event's JSON.
 * The time has ten digits from 1973 until 2085: by another clock nothing is taken. Another version's names do not match,
 * and are left alone. An endpoint is https, or a local trial, with a path and nothing after it: whoever writes another
 * into the storage gets no event.
 */
const ENTRY =
  /^searchstaxSitecore\.q\.(\w{10})\.\w+\.(\d+)\.((https:\/\/[\w.:-]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?)\/[^?#\s]*)$/;
const TIME = 1;
const CHARACTERS = 2;
const ENDPOINT = 3;
const ORIGIN = 4;

/** This page, among the tabs that share the storage. */
export const me = Math.random().toString(36).slice(2);
/** By the clock that was right enough when the page was opened: one that is set later makes nothing old. */
const opened = Date.now();
/** The names of the events that wait, oldest first, as last looked at. */
export let entries: string[] = [];

function nameOf(time: number, length: number, url: string): string {
  return `${PREFIX}q.${time.toString(36)}.${me}.${length}.${url}`;
}

/** A part of an entry's name; undefined where the name is none. */
function part(name: string, index: number): string {
  return (ENTRY.exec(name) || [])[index] as string;
}

/** Of an entry, in microseconds of this machine's clock; NaN where the name is none. */
function timeOf(name: string): number {
  return parseInt(part(name, TIME), 36);
}

export function isEndpoint(url: string): boolean {
  return !!endpointOf(nameOf(opened * 1000, 0, url));
}

/** The endpoint that an entry goes to; undefined where the name is none. */
export function endpointOf(name: string): string {
  return part(name, ENDPOINT);
}

/** The host of that endpoint, with its scheme. */
export function originOf(name: string): string {
  return part(name, ORIGIN);
}

/** An entry's event and host, in words; undefined where its value is no event. */
export function wordsFor(name: string): string | undefined {
  return run(() => `${JSON.parse(read(name)).event.trim()} for ${originOf(name)}`);
}

/**
 * Adds an event to the end, and returns its entry's name. Its time is never before that of one already waiting, even if
 * the clock was set back.
 */
export function append(endpoint: string, json: string): string {
  const last = timeOf(entries[entries.length - 1] as string);
  const name = nameOf(Math.max(Date.now() * 1000, last + 1 || 0), json.length, endpoint);
  write(name, json);
  entries.push(name);
  return name;
}

/** Looks what waits, drops the oldest until the rest is within bounds, and says so. */
export function list(): void {
  let room = MOST_CHARACTERS;
  entries = [];
  names()
    .sort()
    .reverse()
    .forEach((name, at, all) => {
      if (!endpointOf(name) || name === all[at - 1]) return;
      room -= Math.max(+part(name, CHARACTERS), LEAST_COUNTED);
      if (room < 0) take(name, 'dropped: the queue is full');
      else if (timeOf(name) < (opened - WEEK) * 1000) take(name, 'dropped: 7 days old');
      else entries.unshift(name);
    });
}

/** Takes an event out: it has been delivered, or never will be. What is to be said of that is said. */
export function take(name: string, why?: string | false): void {
  if (why) warn(why, `${wordsFor(name)} ${why}.`);
  delete state[name];
  remove(name);
}
