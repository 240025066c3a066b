/** What a push held that is not in the request: left out, shortened, or cut off because a URL has an end. */

import { impressionShapes } from '../../src/catalogue/impressions.ts';
import { pageSize } from '../../src/catalogue/properties.ts';
import { dataLayerName } from '../../src/catalogue/tracking-api.ts';
import { counted } from '../../start/sent.ts';
import type { TrackEvent } from './parts.ts';

type Named = { [name: string]: unknown };

/**
 * @param pushed the message as it was pushed, JSON
 * @returns one phrase for each difference, as in `the titles of 12 impressions`
 */
export function trimmed(pushed: string | undefined, { properties }: TrackEvent): string[] {
  const given = pushedProperties(pushed);
  return Object.entries(given).flatMap(([name, value]) => {
    if (value === null || value === '' || name === pageSize.name) return [];
    const sent = properties[name];
    if (name === 'impressions') return impressions(list(value), list(sent));
    if (sent === undefined) return [name];
    const [whole, part] = [String(value).trim(), String(sent)];
    return part.length < whole.length && whole.startsWith(part.slice(0, -1))
      ? [`the end of ${name}: ${whole.length - part.length} characters`]
      : [];
  });
}

function pushedProperties(pushed: string | undefined): Named {
  const given = (parse(pushed ?? '') as Named | undefined)?.[dataLayerName];
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as Named) : {};
}

function impressions(given: Named[], sent: Named[]): string[] {
  const gone = given.length - sent.length;
  const { identifier, titleNames } = impressionShapes.result;
  const isTitled = (item: Named) => titleNames.some((name) => name in item);
  const untitled = given.slice(0, sent.length).filter(isTitled).length - sent.filter(isTitled).length;
  return [
    ...(gone > 0 ? [`${gone} of ${given.length} impressions`] : []),
    ...(untitled > 0 && sent.some((item) => identifier in item)
      ? [`the titles of ${counted(untitled, 'impression')}`]
      : []),
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
