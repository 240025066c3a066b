/** A payload taken apart: each property with its value, and what SearchStax's catalogue says about it. */

import { events, everyEvent, identification } from '../../src/catalogue/events.ts';
import { properties } from '../../src/catalogue/properties.ts';

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

/** The parts in the catalogue's order: what is required first. */
export function partsOf({ event, properties: carried }: TrackEvent): Part[] {
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
