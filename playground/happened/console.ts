import { element, fill } from '../element.ts';
import type { Entry } from '../visit/journal.ts';

/** The tag's lines as the browser's console shows them in GTM's preview, oldest first. */
export function showConsole(list: HTMLElement, entries: Entry[]): void {
  const lines = entries.flatMap(({ console, time }) => console.map((text) => ({ text, time })));
  fill(
    list,
    ...lines.map(({ text, time }) =>
      element(
        'li',
        {},
        element('code', {}, text),
        element('time', {}, new Date(time).toLocaleTimeString('en-GB')),
      ),
    ),
  );
}
