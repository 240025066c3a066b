import { readFileSync } from 'node:fs';
import {
  createPage,
  createSandbox,
  dataOf,
  execute,
  type Page,
  type PageOptions,
  readPermissions,
  readTemplate,
  type Template,
} from '../../src/sandbox/index.ts';

export const template: Template = readTemplate(readFileSync('dist/template.tpl', 'utf8'));

/** What a marketer fills in; everything else stays as the form comes. */
export const filled = {
  action: 'route',
  analyticsHost: 'analytics-us.searchstax.com',
  trackingKey: 'the-key',
  pixelUrl: '/-/media/goals/trigger',
  queryKey: 'sc_trk',
  goalFrequency: 'every',
  consent: 'required',
};

export const session = 'abcdefghijklmnopqrstuvwxy';
export const visitor = '11111111-2222-4333-8444-555555555555';
/** A visitor whom SearchStax's own tracker knows. */
export const known = `searchstax_session_id=${session}; ms_visitorid=${visitor}`;

/** One run of the tag: each call back in order, and what aborted the run. Without either it is pending. */
export interface Run {
  calls: ('success' | 'failure')[];
  error?: string;
}

/** The decoded event of a request to SearchStax. */
export interface Sent {
  event: string;
  properties: Record<string, unknown>;
}

export interface Visit {
  page: Page;
  runs: Run[];
  /** Pushes onto the data layer; each push that names an event fires the tag. Returns the last run so far. */
  push(...messages: unknown[]): Run;
  /** The same, and waits until everything that will come has come. */
  pushed(...messages: unknown[]): Promise<Run>;
  events(): Sent[];
  /** The only event's properties without those that say whose they are. */
  properties(): Record<string, unknown>;
  /** The requests that went anywhere else than to SearchStax. */
  goals(): URL[];
  /** Console lines without what every line begins with. */
  lines(): string[];
}

/** Opens a page on which the built tag fires for every event of the data layer. */
export function visit(
  fields: Record<string, unknown> = {},
  { tag = template, ...options }: PageOptions & { tag?: Template } = {},
): Visit {
  const page = createPage({ cookies: known, preview: true, ...options });
  const runs: Run[] = [];
  const permissions = readPermissions(tag.permissions);
  page.onEvent((_event, _message, eventId) => {
    const run: Run = { calls: [] };
    runs.push(run);
    const data = dataOf({
      ...filled,
      ...fields,
      gtmEventId: eventId,
      gtmTagId: 1,
      gtmOnSuccess: () => run.calls.push('success'),
      gtmOnFailure: () => run.calls.push('failure'),
    });
    try {
      execute(tag.code, createSandbox({ page, permissions, template: tag }), { globals: { data } });
    } catch (error) {
      run.error = (error as Error).message;
    }
  });
  const push = (...messages: unknown[]) => {
    for (const message of messages) page.push(message);
    return runs.at(-1) as Run;
  };
  const events = () => page.requests.filter((url) => url.includes('/api/v2/track/')).map(decode);
  return {
    page,
    runs,
    push,
    async pushed(...messages) {
      const run = push(...messages);
      await page.settled();
      return run;
    },
    events,
    properties() {
      const sent = events();
      if (sent.length !== 1) throw new Error(`${sent.length} events were sent: ${page.console.join(' / ')}`);
      const { key, session, _vid, ...rest } = (sent[0] as Sent).properties;
      return rest;
    },
    goals: () => page.requests.filter((url) => !url.includes('/api/v2/track/')).map((url) => new URL(url)),
    lines: () => page.console.map(([line]) => String(line).replace('SearchStax + Sitecore | ', '')),
  };
}

function decode(url: string): Sent {
  const data = new URL(url).searchParams.get('data') ?? '';
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

/** A push of `searchstax` + an event's name with its properties. */
export function message(event: string, properties: unknown): Record<string, unknown> {
  return { event: `searchstax${event}`, searchstax: properties };
}
