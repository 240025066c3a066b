/** What happened, as data: one entry for each push, filled in while the tag runs and requests are answered. */

import type { Firing } from '../../src/sandbox/index.ts';
import type { Answered } from '../destinations/destinations.ts';

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

export interface Journal {
  all: Entry[];
  add(entry: Pick<Entry, 'kind' | 'title'> & Partial<Entry>): Entry;
  /** Tells everybody that something in an entry is new. */
  changed(entry: Entry): void;
  clear(): void;
  /** @param entry undefined: all are gone */
  listen(listener: (entry: Entry | undefined) => void): void;
}

export function createJournal(): Journal {
  const all: Entry[] = [];
  const listeners: ((entry: Entry | undefined) => void)[] = [];
  const tell = (entry?: Entry) => {
    for (const listener of listeners) listener(entry);
  };
  let number = 0;
  return {
    all,
    add(given) {
      number += 1;
      const entry: Entry = { number, time: Date.now(), console: [], sent: [], changes: 0, ...given };
      all.push(entry);
      tell(entry);
      return entry;
    },
    changed(entry) {
      entry.changes += 1;
      tell(entry);
    },
    clear() {
      all.length = 0;
      tell();
    },
    listen: (listener) => void listeners.push(listener),
  };
}
