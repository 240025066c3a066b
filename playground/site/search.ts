import { element } from '../element.ts';
import { icon } from '../icon.ts';

export interface SearchBox {
  element: HTMLElement;
  /** Shows a query that came from elsewhere. */
  say(query: string): void;
}

export function searchBox(search: (query: string) => void): SearchBox {
  const input = element('input', {
    type: 'search',
    name: 'q',
    'aria-label': 'Search the shop',
    placeholder: 'Search the shop',
    autocomplete: 'off',
  });
  return {
    element: element(
      'form',
      {
        class: 'search-box',
        role: 'search',
        onsubmit: (event) => {
          event.preventDefault();
          if (input.value.trim()) search(input.value.trim());
        },
      },
      input,
      element('button', { type: 'submit' }, icon('search'), 'Search'),
    ),
    say: (query) => {
      input.value = query;
    },
  };
}
