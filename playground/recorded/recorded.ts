/** Recorded sessions, to be played again push by push. */

import { element, fill } from '../element.ts';
import { icon } from '../icon.ts';
import { shoeShop } from '../sessions/shoe-shop.ts';
import { faults } from './faults.ts';
import { ga4 } from './ga4.ts';
import { longLists } from './long-lists.ts';

const sessions = [shoeShop, ga4, longLists, faults];

/** Milliseconds between two pushes: time to see them come. */
const pause = 350;

export function recorded(push: (message: object) => void): HTMLElement {
  const told = element('p', { class: 'dim', role: 'status' });
  let timer: ReturnType<typeof setTimeout> | undefined;

  function play(pushes: object[], title: string): void {
    clearTimeout(timer);
    const next = (index: number) => {
      const message = pushes[index];
      fill(told, message ? `${title}: ${index + 1} of ${pushes.length}` : `${title}: done`);
      if (!message) return;
      push(structuredClone(message));
      timer = setTimeout(() => next(index + 1), pause);
    };
    next(0);
  }

  const items = sessions.map(({ title, pushes }) =>
    element(
      'li',
      {},
      element(
        'button',
        {
          type: 'button',
          class: 'quiet',
          onclick: () => play(pushes, title),
          'aria-label': `Replay: ${title}`,
        },
        icon('play'),
        'Replay',
      ),
      element('span', {}, title),
      element('span', { class: 'dim' }, `${pushes.length} pushes`),
    ),
  );
  return element('div', { class: 'recorded' }, element('ul', {}, ...items), told);
}
