import { element, fill } from './element.ts';
import { icon } from './icon.ts';

export interface AddressBar {
  element: HTMLElement;
  show(url: string): void;
}

/** The browser's frame around the site: where it is, and what a visitor does with a browser. */
export function addressBar(reload: () => void, newVisitor: () => void): AddressBar {
  const address = element('span', { class: 'address' });
  return {
    element: element(
      'div',
      { class: 'address-bar' },
      element(
        'button',
        {
          type: 'button',
          class: 'bare',
          'aria-label': 'Load the page again',
          title: 'Load the page again',
          onclick: reload,
        },
        icon('reload'),
      ),
      element('span', { class: 'address-box' }, icon('lock'), address),
      element(
        'button',
        {
          type: 'button',
          id: 'new-visitor',
          class: 'quiet',
          title: 'Without cookies, as on a first visit',
          onclick: newVisitor,
        },
        icon('visitor'),
        'New visitor',
      ),
    ),
    show: (url) => fill(address, url.replace('https://', '')),
  };
}
