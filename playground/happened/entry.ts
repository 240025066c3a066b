/** One push, as a row that unfolds. */

import { element, fill } from '../element.ts';
import { sent as inWords } from '../start/sent.ts';
import type { Entry } from '../visit/journal.ts';
import { chip } from './chip.ts';
import { type RequestView, requestView } from './request.ts';
import { answerOf, destinationOf, outcomeOf } from './words.ts';

export interface EntryView {
  entry: Entry;
  element: HTMLElement;
  update(): void;
  /** Folds the row, unless somebody unfolded it. */
  fold(): void;
}

export function entryView(entry: Entry): EntryView {
  const chips = element('span', { class: 'chips' });
  const gist = element('span', { class: 'gist' });
  const said = element('ul', { class: 'said' });
  const requests = element('div', { class: 'requests' });
  const views: RequestView[] = [];
  const summary = element(
    'summary',
    {},
    element('span', { class: 'entry-title' }, entry.title),
    element('time', { datetime: new Date(entry.time).toISOString() }, clock(entry.time)),
    gist,
    chips,
  );
  const row = element('details', { open: true }, summary, said, requests, pushedContent(entry));
  let isTouched = false;
  summary.addEventListener('click', () => {
    isTouched = true;
  });

  function update(): void {
    fill(
      chips,
      chip(outcomeOf(entry)),
      ...entry.sent.map((sent) => {
        const answer = answerOf(sent);
        return chip({ ...answer, text: `${destinationOf(sent)} ${answer.text}` });
      }),
    );
    fill(gist, gistOf(entry));
    fill(said, ...lines(entry).map((line) => element('li', {}, line)));
    for (const sent of entry.sent.slice(views.length)) {
      const view = requestView(sent, entry);
      views.push(view);
      requests.append(view.element);
    }
    for (const view of views) view.update();
  }

  update();
  return {
    entry,
    element: element('li', { class: `entry ${entry.kind}` }, row),
    update,
    fold: () => {
      if (!isTouched) row.open = false;
    },
  };
}

/** What the tag said, without the words that each line begins with. */
function lines({ console, error, kind, outcome }: Entry): string[] {
  const said = console.map((line) => line.split(' | ').slice(2).join(' | ') || line);
  if (error) said.push(`The code was aborted: ${error}`);
  if (kind === 'event' && outcome === undefined) said.push('The trigger does not name this event.');
  return said;
}

/** What was sent, short enough for a folded row. */
function gistOf({ sent }: Entry): string {
  const known = sent.filter(({ payload }) => payload !== undefined);
  return known.map(({ payload, url }) => inWords({ event: payload, url })).join('; ');
}

function pushedContent({ pushed }: Entry): HTMLElement | undefined {
  if (pushed === undefined) return undefined;
  return element(
    'details',
    { class: 'pushed' },
    element('summary', {}, 'What was pushed'),
    element('pre', { tabindex: 0, 'aria-label': 'What was pushed' }, pushed),
  );
}

function clock(time: number): string {
  return new Date(time).toLocaleTimeString('en-GB');
}
