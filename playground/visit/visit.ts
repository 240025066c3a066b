/** A visitor's page with the tag on it: the built template runs in the stand-in sandbox for each event. */

import { resolveVariables, type Values } from '../../src/sandbox/form/values.ts';
import { createPage, type Firing, fire, type Page, type Template } from '../../src/sandbox/index.ts';
import type { Destinations } from '../destinations.ts';
import { answerCompanion } from './companion.ts';
import type { Journal } from './journal.ts';
import { watched } from './watched.ts';

export interface VisitOptions {
  template: Template;
  destinations: Destinations;
  journal: Journal;
  /** What the form holds, as the tag gets it; `{{variables}}` not yet read. */
  data(): Values;
  /** Whether the tag's trigger names an event. */
  fires(event: string): boolean;
}

export type Consent = 'granted' | 'denied';

/** @param cookies that the visitor brings, as in `document.cookie` */
export function startVisit(options: VisitOptions, cookies: string) {
  const { template, destinations, journal } = options;
  const handedOver = answerCompanion(destinations, journal);
  const global = window as unknown as { dataLayer?: unknown[] };
  let page: Page | undefined;

  function fireTag(on: Page, event: string, message: unknown, eventId: number): void {
    const entry = journal.add({ kind: 'event', title: event, pushed: json(message) });
    if (!options.fires(event)) return;
    let firing: Firing | undefined;
    const changed = () => {
      entry.outcome = firing?.outcome;
      entry.error = firing?.error;
      journal.changed(entry);
    };
    const data = resolveVariables(options.data(), (path) => on.dataLayer.read(path, 2)) as Values;
    const seen = watched(on, entry, { destinations, handedOver, changed });
    firing = fire(seen, template, data, { eventId });
    changed();
  }

  /** Messages without an event fire no tag; they are worth a row nonetheless. */
  function noteOtherPushes({ window }: Page): void {
    const layer = window.dataLayer as unknown[];
    const push = layer.push;
    layer.push = (...messages) => {
      for (const message of messages) {
        if (typeof message !== 'object' || message === null || 'event' in message) continue;
        if (!isCommand(message))
          journal.add({ kind: 'data', title: 'Data without an event', pushed: json(message) });
        else journal.add({ kind: 'note', title: inWords([...message]) });
      }
      return push(...messages);
    };
  }

  /** As Google's snippet defines it: the data layer gets the `arguments` object itself. */
  function gtag(..._words: unknown[]): void {
    // biome-ignore lint/complexity/noArguments: GTM tells commands from messages by this object.
    page?.push(arguments);
  }

  /** As in `document.cookie`. */
  function cookiesNow(): string {
    const now = page && Object.entries(page.cookies()).map((cookie) => cookie.join('='));
    return now?.join('; ') ?? cookies;
  }

  return {
    /** Loads a page anew: an empty data layer, the visitor's cookies kept. */
    load(url: string, consent: Consent): void {
      const kept = cookiesNow();
      global.dataLayer = undefined;
      const title = 'Search – Example Shoes';
      const states = { analytics_storage: consent };
      const loaded = createPage({ url, title, window, cookies: kept, preview: true, consent: states });
      loaded.onEvent((event, message, eventId) => fireTag(loaded, event, message, eventId));
      noteOtherPushes(loaded);
      page = loaded;
    },
    push: (message: unknown) => page?.push(message),
    /** As a consent banner does when the visitor has chosen. */
    choose: (consent: Consent) => gtag('consent', 'update', { analytics_storage: consent }),
    cookies: cookiesNow,
  };
}

function isCommand(message: object): message is IArguments {
  return Object.prototype.toString.call(message) === '[object Arguments]';
}

/** `Consent update: analytics_storage granted` */
function inWords([name, action, states]: unknown[]): string {
  const words = name === 'consent' ? Object.entries(states ?? {}).map((pair) => pair.join(' ')) : [];
  return [`Consent ${action}:`, ...words].join(' ');
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    return String(value);
  }
}
