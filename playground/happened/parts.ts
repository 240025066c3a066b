/** A payload taken apart: each property with its value, and what SearchStax's catalogue says about it. */

import { events, everyEvent, identification } from '../../src/catalogue/events.ts';
import { properties } from '../../src/catalogue/properties.ts';
import { cacheBuster } from '../../src/catalogue/sitecore.ts';
import type { Sent } from '../visit/journal.ts';

export interface Part {
  name: string;
  value: unknown;
  /** `missing`: required, and not there. `unknown`: the event has no such property. */
  need: 'required' | 'optional' | 'missing' | 'unknown';
  /** What it says, for people. */
  help?: string;
}

export interface TrackEvent {
  event: string;
  properties: { [name: string]: unknown };
}

export function isTrackEvent(payload: unknown): payload is TrackEvent {
  const { event, properties: carried } = (payload ?? {}) as Partial<TrackEvent>;
  return typeof event === 'string' && typeof carried === 'object' && carried !== null;
}

const identificationHelp: { [name: string]: string } = {
  key: 'The tracking key.',
  session: 'The session ID.',
  _vid: 'The visitor ID.',
};

/** The goal that Sitecore said it was asked for. */
export function goalOf({ payload }: Pick<Sent, 'payload'>): string | undefined {
  return (payload as { goal?: string } | undefined)?.goal;
}

/** A request taken apart: an event into its properties, an image into its address and parameters. */
export function partsOf(sent: Pick<Sent, 'payload' | 'url'>): Part[] {
  if (isTrackEvent(sent.payload)) return propertiesOf(sent.payload);
  const { origin, pathname, searchParams } = new URL(sent.url, 'https://www.example.com');
  const parameters = [...searchParams].map(([name, value]): Part => {
    if (name === cacheBuster) {
      return { name, value, need: 'required', help: 'Different each time, so that no cache answers.' };
    }
    const need = value === goalOf(sent) ? 'required' : 'optional';
    return { name, value, need, help: 'The goal or page event.' };
  });
  return [
    { name: 'image', value: origin + pathname, need: 'required', help: 'The media item asked for.' },
    ...parameters,
  ];
}

/** In the catalogue's order: what is required first. */
function propertiesOf({ event, properties: given }: TrackEvent): Part[] {
  // As on the wire, where JSON leaves out what is undefined.
  const carried = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const rule = events.find(({ name }) => name === event);
  const required = [...(rule?.required ?? []), ...identification];
  const optional = [...(rule?.optional ?? []), ...everyEvent];
  const known = [...required, ...optional];
  const part = (name: string, need: Part['need']): Part => ({
    name,
    value: carried[name],
    need,
    help: identificationHelp[name] ?? properties.find((property) => property.name === name)?.help,
  });
  return [
    ...required.map((name) => part(name, name in carried ? 'required' : 'missing')),
    ...optional.filter((name) => name in carried).map((name) => part(name, 'optional')),
    ...Object.keys(carried)
      .filter((name) => !known.includes(name))
      .map((name) => part(name, 'unknown')),
  ];
}

/** An event's title in the catalogue; its own name where it has none. */
export function titleOf(event: string): string {
  return events.find(({ name }) => name === event)?.title ?? event;
}
