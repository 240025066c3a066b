/** What happened, as data: one entry for each push, filled in while the tag runs and requests are answered. */

import { trackPath } from '../../src/catalogue/tracking-api.ts';
import { readPayload } from '../../src/receiver/payload.ts';
import type { Firing } from '../../src/sandbox/index.ts';
import type { Answered } from '../destinations.ts';

export interface Sent {
  /** `pixel`: an image that the tag asks for. `companion`: an event in the companion's queue, which it posts. */
  by: 'pixel' | 'companion';
  url: string;
  /** SearchStax: `{event, properties}`. Sitecore: `{goal}`, once it has answered. Undefined for anything else. */
  payload?: unknown;
  /** Form-encoded; the companion's. */
  body?: string;
  /** What the companion does instead of delivering it, in a sentence. */
  instead?: string;
  /** One for each time that it was tried; none yet: it waits. */
  answers: Answered[];
}

export interface Entry {
  number: number;
  /** Milliseconds since 1970. */
  time: number;
  /** `event`: a push that names one. `data`: one that does not. `note`: something that happened to the page. */
  kind: 'event' | 'data' | 'note';
  title: string;
  /** JSON, indented. */
  pushed?: string;
  /** What the tag made of it; undefined where it was not fired. */
  outcome?: Firing['outcome'];
  /** Why the tag was aborted. */
  error?: string;
  /** The consent type that the tag waits for. */
  waitsFor?: string;
  /** One text for each line that the tag wrote to the console. */
  console: string[];
  sent: Sent[];
  /** How often it has changed. */
  changes: number;
}

export type Journal = ReturnType<typeof createJournal>;

export function createJournal() {
  const all: Entry[] = [];
  const listeners: ((entry: Entry | undefined) => void)[] = [];
  const tell = (entry?: Entry) => {
    for (const listener of listeners) listener(entry);
  };
  let number = 0;
  return {
    all,
    add(given: Pick<Entry, 'kind' | 'title'> & Partial<Entry>): Entry {
      number += 1;
      const entry: Entry = { number, time: Date.now(), console: [], sent: [], changes: 0, ...given };
      all.push(entry);
      tell(entry);
      return entry;
    },
    /** Tells everybody that something in an entry is new. */
    changed(entry: Entry): void {
      entry.changes += 1;
      tell(entry);
    },
    clear(): void {
      all.length = 0;
      tell();
    },
    /** @param listener gets the entry; undefined: all are gone */
    listen: (listener: (entry: Entry | undefined) => void) => void listeners.push(listener),
  };
}

/** Whether a URL is SearchStax's endpoint. */
export function isTrack(url: string): boolean {
  return URL.canParse(url) && new URL(url).pathname === trackPath;
}

/** The event within a request to SearchStax; undefined for every other request. */
export function readTrack(url: string): unknown {
  return isTrack(url) ? readPayload(new URL(url).search.slice(1)).event : undefined;
}
