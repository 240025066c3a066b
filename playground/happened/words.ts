/** The words and the colours for what became of a push and of its requests. */

import { isOver } from '../visit/companion.ts';
import type { Entry, Sent } from '../visit/journal.ts';
import { goalOf, isTrackEvent } from './parts.ts';

export interface Said {
  text: string;
  mood: 'good' | 'bad' | 'waiting' | 'neutral';
}

/** What GTM would show for the tag, in a word or two. */
export function outcomeOf(entry: Entry): Said {
  if (entry.kind !== 'event') return { text: 'No tag', mood: 'neutral' };
  if (entry.waitsFor && !entry.sent.length) return { text: 'Held', mood: 'waiting' };
  switch (entry.outcome) {
    case 'success':
      return { text: 'Succeeded', mood: 'good' };
    case 'failure':
      return { text: 'Failed', mood: 'bad' };
    case 'exception':
      return { text: 'Aborted', mood: 'bad' };
    case 'pending':
      return { text: 'Still running', mood: 'waiting' };
    default:
      return { text: 'Not fired', mood: 'neutral' };
  }
}

/** Where a request goes. */
export function destinationOf(sent: Sent): string {
  if (isTrackEvent(sent.payload)) return 'SearchStax';
  return goalOf(sent) === undefined ? 'Request' : 'Sitecore';
}

const verdicts: { [verdict: string]: (reason: string | undefined) => string } = {
  accepted: () => 'accepted',
  counted: () => 'goal counted',
  limited: () => 'too many requests',
};

/** `204 accepted`, `422 refused`; why stands elsewhere. */
export function answerOf(sent: Sent): Said {
  const last = sent.answers.at(-1);
  if (!last && sent.instead) return { text: 'not sent', mood: 'neutral' };
  if (!last) return { text: sent.by === 'companion' ? 'in the queue' : 'no answer yet', mood: 'waiting' };
  const verdict = verdicts[last.verdict]?.(last.reason) ?? last.verdict;
  const text = last.status ? `${last.status} ${verdict}` : 'no answer';
  if (last.verdict === 'accepted' || last.verdict === 'counted') return { text, mood: 'good' };
  const comesAgain = sent.by === 'companion' && !isOver(last);
  return { text, mood: comesAgain ? 'waiting' : 'bad' };
}

/** Whether everything went as its sender hopes. */
export function isGood(entry: Entry): boolean {
  return outcomeOf(entry).mood !== 'bad' && entry.sent.every((sent) => answerOf(sent).mood !== 'bad');
}

/** An entry in one sentence, to be read aloud. */
export function spoken(entry: Entry): string {
  const sent = entry.sent.map((one) => {
    const name = isTrackEvent(one.payload) ? one.payload.event : goalOf(one);
    return `${destinationOf(one)} ${name ?? ''}: ${answerOf(one).text}`;
  });
  return [`${entry.title}: ${outcomeOf(entry).text}`, ...sent].join('. ');
}
