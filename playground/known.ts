/** What the destinations know: the tracking key of SearchStax's app, the goals in Sitecore. */

import type { Goal, Settings } from '../src/receiver/settings.ts';
import { element, uniqueId } from './element.ts';

export interface Known {
  /** The tracking key; empty: any. */
  key: string;
  /** One goal a line, its ID in braces behind the name. */
  goals: string;
}

/** @returns what the receiver has to be set to */
export function knownSettings({ key, goals }: Known): Pick<Settings, 'keys' | 'goals'> {
  const lines = goals.split('\n').map((line) => line.trim());
  return { keys: key.trim() ? [key.trim()] : null, goals: lines.filter(Boolean).map(toGoal) };
}

export function toLine({ name, id }: Goal): string {
  return id ? `${name} ${id}` : name;
}

function toGoal(line: string): Goal {
  const [, name = '', id] = /^(.*?)\s*(\{[0-9a-f-]{36}\})?$/i.exec(line) ?? [];
  return { name: name || (id ?? line), ...(id && { id }) };
}

/** The form for it. */
export function knownForm(known: Known, changed: () => void): HTMLElement {
  const input = (name: keyof Known, label: string, hint: string) => {
    const id = uniqueId('known');
    const attributes = {
      id,
      value: known[name],
      spellcheck: 'false',
      autocomplete: 'off',
      rows: 3,
      'aria-describedby': `${id}-hint`,
      onchange: (event: Event) => {
        known[name] = (event.target as HTMLInputElement).value;
        changed();
      },
    };
    return element(
      'div',
      { class: 'field' },
      element('label', { for: id }, label),
      element(name === 'goals' ? 'textarea' : 'input', attributes),
      element('p', { class: 'dim', id: `${id}-hint` }, hint),
    );
  };
  return element(
    'details',
    { class: 'group known' },
    element('summary', {}, 'What the destinations know'),
    input(
      'key',
      'Tracking key that SearchStax knows',
      'Another key is answered with 422. Empty: any key will do.',
    ),
    input(
      'goals',
      'Goals that Sitecore knows',
      'One a line; the ID, if the tag names it, in braces behind the name.',
    ),
  );
}
