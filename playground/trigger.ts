import { element, uniqueId } from './element.ts';

export interface Trigger {
  element: HTMLElement;
  fires(event: string): boolean;
}

/** The tag's trigger: a custom event of any name, or of the names that are listed. */
export function trigger(names: string, changed: (names: string) => void): Trigger {
  const id = uniqueId('trigger');
  const input = element('input', {
    id,
    type: 'text',
    value: names,
    placeholder: 'every event',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': `${id}-hint`,
    oninput: () => changed(input.value),
  });
  return {
    element: element(
      'div',
      { class: 'field trigger' },
      element('label', { for: id }, 'Trigger: custom events named'),
      input,
      element('p', { class: 'dim', id: `${id}-hint` }, 'Names with commas between them. Empty: every event.'),
    ),
    fires(event) {
      const listed = input.value
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean);
      return !listed.length || listed.includes(event);
    },
  };
}
