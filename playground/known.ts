/** What the destinations know: the tracking key of SearchStax's app, the goals in Sitecore. */

import type { Goal, Settings } from '../src/receiver/settings.ts';

export interface Known {
  /** The tracking key; empty: any. */
  key: string;
  /** One goal a line, its ID in braces behind the name. */
  goals: string;
}

/** @returns what the receiver has to be set to */
export function knownSettings({ key, goals }: Known): Pick<Settings, 'keys' | 'goals'> {
  const lines = goals.split('\n').map((line) => line.trim());
  return { keys: key.trim() ? [key.trim()] : null, goals: lines.filter(Boolean).map(toGoal) };
}

export function toLine({ name, id }: Goal): string {
  return id ? `${name} ${id}` : name;
}

function toGoal(line: string): Goal {
  const [, name = '', id] = /^(.*?)\s*(\{[0-9a-f-]{36}\})?$/i.exec(line) ?? [];
  return { name: name || (id ?? line), ...(id && { id }) };
}
