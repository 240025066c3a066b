/** The page as one firing of the tag sees it: the same for all, but what the tag does there is written down. */

import type { Page, Verdict } from '../../src/sandbox/index.ts';
import type { Destinations } from '../destinations.ts';
import { type Entry, readTrack, type Sent } from './journal.ts';

export interface Watching {
  destinations: Destinations;
  /** What the companion accepted from this firing. */
  handedOver(sent: Sent): void;
  /** Something in the entry is new. */
  changed(): void;
}

/** @param entry gets the console's lines, the requests and their answers, and what the tag waits for */
export function watched(page: Page, entry: Entry, { destinations, handedOver, changed }: Watching): Page {
  return {
    ...page,
    window: withCompanion(page.window, (sent) => {
      entry.sent.push(sent);
      handedOver(sent);
      changed();
    }),
    console: lines((line) => {
      entry.console.push(line);
      changed();
    }),
    consent: {
      ...page.consent,
      listen(type, listener) {
        entry.waitsFor = type;
        page.consent.listen(type, (changedType, granted) => {
          if (granted) entry.waitsFor = undefined;
          listener(changedType, granted);
          changed();
        });
      },
    },
    pending: {
      ...page.pending,
      // Every callback of the tag's, and its verdict, comes through here.
      later: (work, delay) =>
        page.pending.later(() => {
          try {
            work();
          } finally {
            changed();
          }
        }, delay),
    },
    request(kind, url, ended) {
      page.requests.push(url);
      page.requestLog.push({ kind, url });
      const sent: Sent = { by: 'pixel', url, payload: readTrack(url), answers: [] };
      entry.sent.push(sent);
      changed();
      const absolute = new URL(url, page.baseUrl()).href;
      page.pending.wait(destinations.ask({ method: 'GET', url: absolute }), (answered) => {
        sent.answers.push(answered);
        sent.payload ??= answered.event;
        changed();
        const verdict: Exclude<Verdict, 'never'> = answered.isImage ? 'load' : 'error';
        page.pending.later(() => ended(verdict));
      });
    },
  };
}

type Note = (text: string) => void;

interface Companion {
  deliver?: (url: string, event: unknown, note?: Note) => unknown;
}

/** The window, its companion listened to: each event that it accepts is passed on. */
function withCompanion(window: Page['window'], accepted: (sent: Sent) => void): Page['window'] {
  return new Proxy(window, {
    get(target, name) {
      const value = Reflect.get(target, name);
      const companion = value as Companion | undefined;
      if (name !== 'searchstaxSitecore' || typeof companion?.deliver !== 'function') return value;
      const deliver = (url: string, event: unknown, note?: Note) => {
        const sent: Sent = { by: 'companion', url, payload: event, answers: [] };
        const noted = (text: string) => {
          sent.instead = text;
          note?.(text);
        };
        const answer = companion.deliver?.(url, event, note && noted);
        if (answer === true) accepted(sent);
        return answer;
      };
      return { ...companion, deliver };
    },
  });
}

/** A list that only tells what is put into it. */
function lines(written: (line: string) => void): unknown[][] {
  const list: unknown[][] = [];
  list.push = (...calls) => {
    for (const values of calls) written(values.map(shown).join(' '));
    return calls.length;
  };
  return list;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}
