/** The words and the colours for what became of a push and of its requests. */

import { isOver } from '../visit/companion.ts';
import type { Entry, Sent } from '../visit/journal.ts';
import { goalOf, isTrackEvent } from './payload.ts';

export interface Said {
  text: string;
  mood: 'good' | 'bad' | 'waiting' | 'neutral';
}

const outcomes: { [outcome in NonNullable<Entry['outcome']>]: Said } = {
  success: { text: 'Succeeded', mood: 'good' },
  failure: { text: 'Failed', mood: 'bad' },
  exception: { text: 'Aborted', mood: 'bad' },
  pending: { text: 'Still running', mood: 'waiting' },
};

/** What GTM would show for the tag, in a word or two. */
export function outcomeOf({ kind, waitsFor, sent, outcome }: Entry): Said {
  if (kind !== 'event') return { text: 'No tag', mood: 'neutral' };
  if (waitsFor && !sent.length) return { text: 'Held', mood: 'waiting' };
  return outcome ? outcomes[outcome] : { text: 'Not fired', mood: 'neutral' };
}

/** Where a request goes. */
export function destinationOf(sent: Sent): string {
  if (isTrackEvent(sent.payload)) return 'SearchStax';
  return goalOf(sent) === undefined ? 'Request' : 'Sitecore';
}

const verdicts: { [verdict: string]: string } = { counted: 'goal counted', limited: 'too many requests' };

/** `204 accepted`, `422 refused`; why stands elsewhere. */
export function answerOf({ by, answers, instead }: Sent): Said {
  const last = answers.at(-1);
  if (!last && instead) return { text: 'not sent', mood: 'neutral' };
  if (!last) return { text: by === 'companion' ? 'in the queue' : 'no answer yet', mood: 'waiting' };
  const { status, verdict } = last;
  const text = status ? `${status} ${verdicts[verdict] ?? verdict}` : 'no answer';
  if (verdict === 'accepted' || verdict === 'counted') return { text, mood: 'good' };
  return { text, mood: by === 'companion' && !isOver(last) ? 'waiting' : 'bad' };
}

/** An entry in one sentence, to be read aloud. */
export function spoken(entry: Entry): string {
  const sent = entry.sent.map((one) => {
    const name = isTrackEvent(one.payload) ? one.payload.event : goalOf(one);
    return `${destinationOf(one)} ${name ?? ''}: ${answerOf(one).text}`;
  });
  return [`${entry.title}: ${outcomeOf(entry).text}`, ...sent].join('. ');
}

/** Which rows can be asked for, what their names are, and which entries they are. */
const filters = {
  all: { title: 'Everything', fits: () => true },
  bad: {
    title: 'What went wrong',
    fits: (entry: Entry) =>
      [outcomeOf(entry), ...entry.sent.map(answerOf)].some(({ mood }) => mood === 'bad'),
  },
  sent: { title: 'What was sent', fits: ({ sent }: Entry) => sent.length > 0 },
  waiting: { title: 'What waits', fits: (entry: Entry) => outcomeOf(entry).mood === 'waiting' },
};

export const choices = Object.fromEntries(
  Object.entries(filters).map(([which, { title }]) => [which, title]),
);

export interface Filter {
  text: string;
  which: keyof typeof filters;
}

/** Whether a row shows. The text is looked for in the event, its data, the console and what was sent. */
export function passes(entry: Entry, { text, which }: Filter): boolean {
  if (!filters[which].fits(entry)) return false;
  const content = [entry.title, entry.pushed, ...entry.console, JSON.stringify(entry.sent)].join('\n');
  return content.toLowerCase().includes(text.trim().toLowerCase());
}

/** The request as a command for a terminal. It goes to the destination itself, not to the receiver. */
export function curl({ url, body }: Sent): string {
  // For a POSIX shell: nothing means anything within single quotes.
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const data = body === undefined ? '' : `--data-raw ${quoted(body)} `;
  return `curl --include ${data}${quoted(url)}`;
}
