/** What one takes home: the template as it runs here, and a container with the form's values. */

import { element, fill } from './element.ts';
import { icon } from './icon.ts';

const carried =
  'With the host, the key, language, profile, pixel, and the goals of chat and phone from the form';

/** @param makeContainer the container's JSON for the form as it is; throws an error that says what is missing */
export function downloads(makeContainer: () => string): HTMLElement {
  const told = element('p', { class: 'download-problem', role: 'status' });
  const save = () => {
    try {
      saveFile('container.json', makeContainer());
      fill(told);
    } catch (error) {
      fill(told, (error as Error).message);
    }
  };
  return element(
    'div',
    { class: 'downloads' },
    element(
      'a',
      { class: 'button quiet', href: 'template.tpl', download: 'template.tpl' },
      icon('download'),
      'template.tpl',
    ),
    element(
      'button',
      { type: 'button', class: 'quiet', title: carried, onclick: save },
      icon('download'),
      'container.json',
    ),
    told,
  );
}

function saveFile(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  element('a', { href, download: name }).click();
  // The browser reads the blob after this turn.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
