/** A request taken apart, with what SearchStax's catalogue says about it; and what of the push is not in it. */

import { events, everyEvent, identification } from '../../src/catalogue/events.ts';
import { impressionShapes } from '../../src/catalogue/impressions.ts';
import { pageSize, properties } from '../../src/catalogue/properties.ts';
import { cacheBuster } from '../../src/catalogue/sitecore.ts';
import { dataLayerName } from '../../src/catalogue/tracking-api.ts';
import { counted } from '../../start/sent.ts';
import type { Sent } from '../visit/journal.ts';

interface Named {
  [name: string]: unknown;
}

export interface TrackEvent {
  event: string;
  properties: Named;
}

export function isTrackEvent(payload: unknown): payload is TrackEvent {
  const { event, properties: carried } = (payload ?? {}) as Partial<TrackEvent>;
  return typeof event === 'string' && typeof carried === 'object' && carried !== null;
}

/** The goal that Sitecore said it was asked for. */
export function goalOf({ payload }: Pick<Sent, 'payload'>): string | undefined {
  return (payload as { goal?: string } | undefined)?.goal;
}

export interface Part {
  name: string;
  value: unknown;
  /** `missing`: required, and not there. `unknown`: the event has no such property. */
  need: 'required' | 'optional' | 'missing' | 'unknown';
  /** What it says, for people. */
  help?: string;
}

/** A request taken apart: an event into its properties, an image into its address and parameters. */
export function partsOf(sent: Pick<Sent, 'payload' | 'url'>): Part[] {
  if (isTrackEvent(sent.payload)) return propertiesOf(sent.payload);
  const { origin, pathname, searchParams } = new URL(sent.url, 'https://www.example.com');
  const goal = goalOf(sent);
  const parameter = ([name, value]: [string, string]): Part =>
    name === cacheBuster
      ? { name, value, need: 'required', help: 'Different each time, so that no cache answers.' }
      : { name, value, need: value === goal ? 'required' : 'optional', help: 'The goal or page event.' };
  const image = { name: 'image', value: origin + pathname, help: 'The media item asked for.' };
  return [{ ...image, need: 'required' }, ...[...searchParams].map(parameter)];
}

const help: Named = {
  ...Object.fromEntries(properties.map((property) => [property.name, property.help])),
  key: 'The tracking key.',
  session: 'The session ID.',
  _vid: 'The visitor ID.',
};

/** In the catalogue's order: what is required first. */
function propertiesOf({ event, properties: given }: TrackEvent): Part[] {
  // As on the wire, where JSON leaves out what is undefined.
  const carried = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const rule = events.find(({ name }) => name === event);
  const required: string[] = [...(rule?.required ?? []), ...identification];
  const optional: string[] = [...(rule?.optional ?? []), ...everyEvent];
  const needOf = (name: string): Part['need'] => {
    if (required.includes(name)) return name in carried ? 'required' : 'missing';
    return optional.includes(name) ? 'optional' : 'unknown';
  };
  const names = [...required, ...optional.filter((name) => name in carried), ...Object.keys(carried)];
  return [...new Set(names)].map((name) => ({
    name,
    value: carried[name],
    need: needOf(name),
    help: help[name] as string | undefined,
  }));
}

/** An event's title in the catalogue; its own name where it has none. */
export function titleOf(event: string): string {
  return events.find(({ name }) => name === event)?.title ?? event;
}

/**
 * What a push held that is not in the request: left out, shortened, or cut off because a URL has an end.
 * @param pushed the message as it was pushed, JSON
 * @returns one phrase for each difference, as in `the titles of 12 impressions`
 */
export function trimmed(pushed: string | undefined, { properties: carried }: TrackEvent): string[] {
  const given = (parse(pushed ?? '') as Named | undefined)?.[dataLayerName];
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return [];
  return Object.entries(given).flatMap(([name, value]) => {
    if (value === null || value === '' || name === pageSize.name) return [];
    const sent = carried[name];
    if (name === 'impressions') return impressions(list(value), list(sent));
    if (sent === undefined) return [name];
    const [whole, part] = [String(value).trim(), String(sent)];
    const isCut = part.length < whole.length && whole.startsWith(part.slice(0, -1));
    return isCut ? [`the end of ${name}: ${whole.length - part.length} characters`] : [];
  });
}

function impressions(given: Named[], sent: Named[]): string[] {
  const gone = given.length - sent.length;
  const { identifier, titleNames } = impressionShapes.result;
  const isTitled = (item: Named) => titleNames.some((name) => name in item);
  const untitled = given.slice(0, sent.length).filter(isTitled).length - sent.filter(isTitled).length;
  const isResults = sent.some((item) => identifier in item);
  return [
    ...(gone > 0 ? [`${gone} of ${given.length} impressions`] : []),
    ...(untitled > 0 && isResults ? [`the titles of ${counted(untitled, 'impression')}`] : []),
  ];
}

/** A list, or one that was pushed as JSON text. */
function list(value: unknown): Named[] {
  const parsed = typeof value === 'string' ? parse(value) : value;
  return Array.isArray(parsed) ? parsed.filter((item) => typeof item === 'object' && item !== null) : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
