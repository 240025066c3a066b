/** The companion's requests, led to whoever answers here. */

import { readPayload } from '../../src/receiver/payload.ts';
import type { Answered, Destinations } from '../destinations.ts';
import { isTrack, type Journal, type Sent } from './journal.ts';

/**
 * Takes over the window's `fetch` for SearchStax's endpoint alone: it answers here.
 * @returns to be called with each event that the companion accepted, so that its answers find their way to it
 */
export function answerCompanion(destinations: Destinations, journal: Journal): (sent: Sent) => void {
  const waiting: Sent[] = [];
  const elsewhere = window.fetch;

  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!isTrack(url)) return elsewhere.call(window, input, init);
    const isEvent = init?.method === 'POST';
    const body = isEvent ? String(init.body ?? '') : undefined;
    const answered = await destinations.ask({ method: isEvent ? 'POST' : 'GET', url, body });
    if (body !== undefined) noteAnswer(url, body, answered);
    // As a browser tells a page that nobody answered.
    if (!answered.status) throw new TypeError('Failed to fetch');
    return new Response(null, { status: answered.status });
  };

  function noteAnswer(url: string, body: string, answered: Answered): void {
    const { event } = readPayload(body);
    const json = JSON.stringify(event);
    const sent = waiting.find(({ payload }) => JSON.stringify(payload) === json) ?? fromEarlier(url, event);
    sent.body = body;
    sent.answers.push(answered);
    if (isOver(answered)) waiting.splice(waiting.indexOf(sent), 1);
    const entry = journal.all.find((one) => one.sent.includes(sent));
    if (entry) journal.changed(entry);
  }

  /** What waited in the queue when an earlier page was left. */
  function fromEarlier(url: string, payload: unknown): Sent {
    const sent: Sent = { by: 'companion', url, payload, answers: [] };
    waiting.push(sent);
    const title = "From an earlier page: still in the companion's queue";
    journal.add({ kind: 'note', title, sent: [sent] });
    return sent;
  }

  return (sent) => void waiting.push(sent);
}

/** Whether the companion will not try again. */
export function isOver({ status }: Answered): boolean {
  return status !== 0 && status !== 408 && status !== 429 && status < 500;
}
