/** One request, taken apart: what was sent, what was cut, what the destination said. */

import { cacheBuster } from '../../src/catalogue/sitecore.ts';
import { element, fill } from '../element.ts';
import { icon } from '../icon.ts';
import type { Entry, Sent } from '../visit/journal.ts';
import { chip } from './chip.ts';
import { curl } from './curl.ts';
import { isTrackEvent, type Part, partsOf, titleOf } from './parts.ts';
import { trimmed } from './trimmed.ts';
import { valueContent } from './value.ts';
import { answerOf, destinationOf } from './words.ts';

export interface RequestView {
  element: HTMLElement;
  update(): void;
}

export function requestView(sent: Sent, entry: Entry): RequestView {
  const heading = element('h3', {});
  const content = element('div', {});
  const answer = element('div', { class: 'answer' });
  const written = element('div', {});
  const update = () => {
    fill(heading, ...headingOf(sent));
    // A goal is known once Sitecore has answered, a body once the companion has posted it. Otherwise what is there
    // stays: somebody may be reading it.
    if (isNew(content, sent.payload !== undefined)) {
      fill(content, payloadContent(sent), cutContent(sent, entry));
    }
    if (isNew(written, sent.body !== undefined)) fill(written, urlContent(sent));
    fill(answer, ...answersContent(sent));
  };
  update();
  return {
    element: element('section', { class: 'request' }, heading, content, answer, written),
    update,
  };
}

/** Whether an element does not yet show what is known. */
function isNew(element: HTMLElement, isKnown: boolean): boolean {
  const shows = element.dataset.known;
  element.dataset.known = String(isKnown);
  return shows !== String(isKnown);
}

function headingOf(sent: Sent): (Node | string)[] {
  const way = sent.by === 'companion' ? 'by the companion, POST' : 'by pixel, GET';
  const name = isTrackEvent(sent.payload) ? sent.payload.event : undefined;
  const goal = (sent.payload as { goal?: string } | undefined)?.goal;
  return [
    element('span', {}, destinationOf(sent)),
    element('span', { class: 'dim' }, name ? `${titleOf(name)} (${name})` : goal ? `Goal “${goal}”` : ''),
    element('span', { class: 'way' }, way),
  ];
}

function payloadContent(sent: Sent): HTMLElement {
  if (isTrackEvent(sent.payload)) return partsTable(partsOf(sent.payload));
  const url = new URL(sent.url, 'https://www.example.com');
  const goal = (sent.payload as { goal?: string } | undefined)?.goal;
  return partsTable([
    { name: 'image', value: url.origin + url.pathname, need: 'required', help: 'The media item asked for.' },
    ...[...url.searchParams].map(([name, value]): Part => {
      const help =
        name === cacheBuster ? 'Different each time, so that no cache answers.' : 'The goal or page event.';
      return { name, value, need: name === cacheBuster || value === goal ? 'required' : 'optional', help };
    }),
  ]);
}

function partsTable(parts: Part[]): HTMLElement {
  const rows = parts.map(({ name, value, need, help }) =>
    element(
      'tr',
      { class: need },
      element('th', { scope: 'row', title: help }, element('code', {}, name)),
      element('td', {}, valueContent(value)),
      element('td', {}, element('span', { class: `need ${need}` }, need)),
    ),
  );
  const heads = ['Property', 'Value', 'Needed'].map((text) => element('th', { scope: 'col' }, text));
  return element(
    'table',
    { class: 'parts' },
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
  );
}

function cutContent(sent: Sent, entry: Entry): HTMLElement | undefined {
  const cut = isTrackEvent(sent.payload) ? trimmed(entry.pushed, sent.payload) : [];
  if (!cut.length) return undefined;
  return element('p', { class: 'cut' }, element('b', {}, 'Not sent: '), `${cut.join(', ')}.`);
}

function answersContent(sent: Sent): HTMLElement[] {
  if (!sent.answers.length) return [element('p', {}, 'Answer ', chip(answerOf(sent)))];
  return sent.answers.map((answered, index) => {
    const isLast = index === sent.answers.length - 1;
    const said = answerOf({ ...sent, answers: [answered] });
    const again = isLast && said.mood === 'waiting' ? ' The companion tries again.' : '';
    return element(
      'p',
      {},
      sent.answers.length > 1 ? `Answer ${index + 1} ` : 'Answer ',
      chip(said),
      answered.reason || again ? ` ${answered.reason ?? ''}${answered.reason ? '.' : ''}${again}` : '',
    );
  });
}

function urlContent(sent: Sent): HTMLElement {
  return element(
    'details',
    { class: 'url' },
    element('summary', {}, sizeOf(sent)),
    longText('URL', sent.url),
    sent.body !== undefined && longText('Body', sent.body),
    copyButton('Copy URL', () => sent.url),
    copyButton('Copy as curl', () => curl(sent)),
  );
}

function sizeOf({ url, body }: Sent): string {
  const size = (url.length + (body?.length ?? 0)).toLocaleString('en');
  return `${body === undefined ? 'URL' : 'URL and body'}, ${size} characters`;
}

/** A text that may need scrolling, which keyboards reach. */
function longText(name: string, text: string): HTMLElement {
  return element('p', { tabindex: 0, role: 'group', 'aria-label': name }, element('code', {}, text));
}

function copyButton(text: string, content: () => string): HTMLElement {
  const label = element('span', {}, text);
  const told = element('span', { class: 'unseen', role: 'status' });
  const button = element(
    'button',
    {
      type: 'button',
      class: 'quiet',
      onclick: async () => {
        const isCopied = await navigator.clipboard.writeText(content()).then(
          () => true,
          () => false,
        );
        const outcome = isCopied ? 'Copied' : 'The browser does not allow it';
        fill(label, outcome);
        fill(told, outcome);
        setTimeout(() => fill(label, text), 2000);
      },
    },
    icon('copy'),
    label,
  );
  return element('span', {}, button, told);
}
