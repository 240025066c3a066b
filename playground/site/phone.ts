import { element } from '../element.ts';
import { icon } from '../icon.ts';

/** A phone link as every site has it. Here it dials nothing; the companion, which hears it, cannot tell. */
export function phoneLink(heard: (what: 'phone') => void): HTMLElement {
  return element(
    'a',
    {
      href: 'tel:+49-30-1234567',
      class: 'phone',
      onclick: (event) => {
        event.preventDefault();
        heard('phone');
      },
    },
    icon('phone'),
    '+49 30 1234567',
  );
}
