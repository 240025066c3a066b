import type { Entry } from '../visit/journal.ts';
import { isGood, outcomeOf } from './words.ts';

export interface Filter {
  text: string;
  which: keyof typeof choices;
}

/** Which rows can be asked for, and what their names are. */
export const choices = {
  all: 'Everything',
  bad: 'What went wrong',
  sent: 'What was sent',
  waiting: 'What waits',
} as const;

const fits: { [which in keyof typeof choices]: (entry: Entry) => boolean } = {
  all: () => true,
  bad: (entry) => !isGood(entry),
  sent: ({ sent }) => sent.length > 0,
  waiting: (entry) => outcomeOf(entry).mood === 'waiting',
};

/** Whether a row shows. The text is looked for in the event, its data, the console and what was sent. */
export function passes(entry: Entry, { text, which }: Filter): boolean {
  if (!fits[which](entry)) return false;
  const content = [entry.title, entry.pushed, ...entry.console, JSON.stringify(entry.sent)].join('\n');
  return content.toLowerCase().includes(text.trim().toLowerCase());
}
