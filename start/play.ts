import type { Received, Receiver } from '../src/receiver/index.ts';
import { createPage, type Firing, fire, type Template } from '../src/sandbox/index.ts';
import { requestPixel } from './request.ts';
import type { Session } from './session.ts';

/** What came of one push. */
export interface Played {
  event: string;
  outcome: Firing['outcome'];
  /** Why the tag was aborted. */
  error?: string;
  /** What the receiver got, in order. */
  received: Received[];
  /** What the tag wrote to the console of GTM's preview. */
  console: string[];
}

/**
 * Plays a recorded session: a page on which the tag fires for every event, in GTM's preview, its visitor having
 * consented. Every request is really made, to the receiver.
 * @param fields the tag's fields by name
 */
export async function play(
  session: Session,
  template: Template,
  fields: Record<string, unknown>,
  receiver: Receiver,
): Promise<Played[]> {
  const page = createPage({
    url: session.url,
    preview: true,
    consent: { analytics_storage: 'granted' },
    answer: (url) => requestPixel(url, receiver.url),
  });
  const firings: Firing[] = [];
  page.onEvent((_event, _message, eventId) => {
    firings.push(fire(page, template, fields, { eventId }));
  });

  const played: Played[] = [];
  for (const push of session.pushes) {
    const before = { firings: firings.length, received: receiver.log.length, console: page.console.length };
    page.push(push);
    await page.settled();
    const firing = firings[before.firings];
    played.push({
      event: push.event,
      outcome: firing?.outcome ?? 'pending',
      error: firing?.error,
      received: receiver.log.slice(before.received),
      console: page.console.slice(before.console).map((values) => values.join(' ')),
    });
  }
  return played;
}
