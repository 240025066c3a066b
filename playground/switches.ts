/** What can be different on a visitor's page and at the destinations. */

import type { Failure } from '../src/receiver/settings.ts';
import { element } from './element.ts';
import { type Segments, segments } from './segments.ts';

export interface SwitchStates {
  /** `later`: nothing is granted until the visitor answers the banner. */
  consent: 'granted' | 'denied' | 'later';
  companion: 'on' | 'off';
  editor: 'off' | 'on';
  searchStax: 'usual' | 'limited' | 'down';
}

/** A site with everything that the container brings, its visitor willing. */
export const defaultStates: SwitchStates = {
  consent: 'granted',
  companion: 'on',
  editor: 'off',
  searchStax: 'usual',
};

/** How SearchStax fails, by the switch. */
export const failures: { [state in SwitchStates['searchStax']]: Failure | null } = {
  usual: null,
  limited: { as: 429, at: 'SearchStax' },
  down: { as: 503, at: 'SearchStax' },
};

export interface Switches {
  element: HTMLElement;
  /** The visitor has answered the banner. */
  showConsent(consent: 'granted' | 'denied'): void;
}

/** @param changed called with the one that was switched; `states` has its new state */
export function switches(states: SwitchStates, changed: (which: keyof SwitchStates) => void): Switches {
  function one<Which extends keyof SwitchStates>(
    which: Which,
    label: string,
    choices: { [value in SwitchStates[Which]]: string },
  ): Segments<SwitchStates[Which]> {
    return segments(label, choices, states[which], (state) => {
      states[which] = state;
      changed(which);
    });
  }

  const consent = one('consent', 'Consent', { granted: 'Granted', denied: 'Denied', later: 'Ask' });
  const others = [
    one('companion', 'Companion', { on: 'On', off: 'Off' }),
    one('searchStax', 'SearchStax answers', { usual: 'As usual', limited: '429', down: 'Down' }),
    one('editor', 'Experience Editor', { off: 'Off', on: 'On' }),
  ];
  return {
    element: element(
      'div',
      { class: 'switches', role: 'group', 'aria-label': 'Switches' },
      consent.element,
      ...others.map((other) => other.element),
    ),
    showConsent(chosen) {
      states.consent = chosen;
      consent.show(chosen);
    },
  };
}
