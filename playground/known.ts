/** What is around the tag, as fields like its own: its trigger, and what the destinations know. */

import type { Goal, Settings } from '../src/receiver/settings.ts';
import type { Field } from '../src/sandbox/field.ts';
import type { Values } from '../src/sandbox/form/values.ts';
import { goals, trackingKey } from '../start/fields.ts';
import { searchedGoal } from './tag-values.ts';

export const triggerField: Field = {
  type: 'TEXT',
  name: 'trigger',
  displayName: 'Trigger: custom events named',
  help: 'Names with commas between them. Empty: every event.',
  notSetText: 'every event',
};

export const knownFields: Field = {
  type: 'GROUP',
  name: 'known',
  displayName: 'What the destinations know',
  groupStyle: 'ZIPPY_CLOSED',
  subParams: [
    {
      type: 'TEXT',
      name: 'key',
      displayName: 'Tracking key that SearchStax knows',
      help: 'Another key is answered with 422. Empty: any key will do.',
      defaultValue: trackingKey,
    },
    {
      type: 'TEXT',
      name: 'goals',
      displayName: 'Goals that Sitecore knows',
      help: 'One a line; the ID, if the tag names it, in braces behind the name.',
      lineCount: 4,
      defaultValue: [...goals, { name: searchedGoal }].map(toLine).join('\n'),
    },
  ],
};

/** @returns what the receiver has to be set to */
export function knownSettings({ key = '', goals = '' }: Values): Pick<Settings, 'keys' | 'goals'> {
  const [known, ...lines] = [key, ...String(goals).split('\n')].map((line) => String(line).trim());
  return { keys: known ? [known] : null, goals: lines.filter(Boolean).map(toGoal) };
}

export function toLine({ name, id }: Goal): string {
  return id ? `${name} ${id}` : name;
}

function toGoal(line: string): Goal {
  const [, name = '', id] = /^(.*?)\s*(\{[0-9a-f-]{36}\})?$/i.exec(line) ?? [];
  return { name: name || (id ?? line), ...(id && { id }) };
}
