/** What came of a session, as rows for people: one for each request of each event. */

import type { Received } from '../src/receiver/index.ts';
import type { Played } from './play.ts';
import { counted, sent } from './sent.ts';

export interface Row {
  isGood: boolean;
  event: string;
  destination: string;
  sent: string;
  answer: string;
  /** Why it failed, line by line. */
  why: string[];
}

/** Whether the event did what it was pushed for. */
export function isDelivered({ outcome, received }: Played): boolean {
  return outcome === 'success' && received.length > 0 && received.every(isGood);
}

/** `11 events, 11 requests: all delivered` */
export function summary(played: Played[]): string {
  const requests = played.reduce((sum, { received }) => sum + received.length, 0);
  const failed = played.filter((one) => !isDelivered(one)).length;
  const fate = failed ? `${counted(failed, 'event')} failed` : 'all delivered';
  return `${counted(played.length, 'event')}, ${counted(requests, 'request')}: ${fate}`;
}

const outcomes: { [outcome in Played['outcome']]: string } = {
  success: 'tag succeeded',
  failure: 'tag failed',
  pending: 'tag still running',
  exception: 'tag aborted',
};

/** The rows of one event; what the tag itself said about a failure stands under the last. */
export function rowsOf(played: Played): Row[] {
  const { event, received, outcome } = played;
  const rows = received.map((one) => rowOf(event, one, outcome === 'success'));
  if (!rows.length) {
    rows.push({
      isGood: false,
      event,
      destination: '–',
      sent: 'nothing',
      answer: outcomes[outcome],
      why: [],
    });
  } else if (outcome !== 'success') {
    rows.at(-1)?.why.push(outcomes[outcome]);
  }
  if (!isDelivered(played)) rows.at(-1)?.why.push(...(played.error ? [played.error] : []), ...played.console);
  return rows;
}

function rowOf(event: string, received: Received, hasSucceeded: boolean): Row {
  const { destination, status, verdict, reason } = received;
  return {
    isGood: isGood(received) && hasSucceeded,
    event,
    destination,
    sent: sent(received),
    answer: `${status || 'none'} ${verdict}`,
    why: reason && !isGood(received) ? [reason] : [],
  };
}

function isGood({ verdict }: Received): boolean {
  return verdict === 'accepted' || verdict === 'counted';
}
