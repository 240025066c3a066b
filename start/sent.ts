/** A received event in words, short enough for a row. */

import type { Received } from '../src/receiver/index.ts';

interface Wire {
  event?: string;
  properties?: { [name: string]: unknown };
  goal?: string;
}

/** The properties that tell events apart at a glance, in the order in which one would say them. */
const words: { [property: string]: (value: unknown) => string } = {
  question: quoted,
  href: (value) => String(value).replace(/^https:\/\/[^/]+/, ''),
  query: (value) => `query ${quoted(value)}`,
  relatedSearch: quoted,
  position: (value) => `position ${value}`,
  cDocTitle: quoted,
  score: (value) => `score ${value}`,
  comments: quoted,
  totalHits: (value) => counted(Number(value), 'result'),
  impressions: (value) => list(value as { position?: number }[]),
};

/** `_search  query "日本 シューズ" · 0 results`, `goal "Chat requested"`; a URL where nothing could be read from it. */
export function sent({ event, url }: Pick<Received, 'event' | 'url'>): string {
  const { event: name, properties, goal } = (event ?? {}) as Wire;
  if (goal !== undefined) return `goal ${quoted(goal)}`;
  if (!name || !properties) return url;
  const parts = Object.entries(words)
    .filter(([property]) => properties[property] !== undefined)
    .map(([property, word]) => word(properties[property]));
  return `${name}  ${parts.join(' · ')}`;
}

/** `3 impressions (11–13)`: how many, and their positions from the first to the last. */
function list(impressions: { position?: number }[]): string {
  const [first, last] = [impressions[0]?.position, impressions.at(-1)?.position];
  const count = counted(impressions.length, 'impression');
  return impressions.length > 1 ? `${count} (${first}–${last})` : count;
}

/** `1 result`, `2 results` */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function quoted(text: unknown): string {
  return `"${text}"`;
}
