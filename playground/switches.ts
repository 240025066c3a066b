/** What can be different on a visitor's page and at the destinations. */

import type { Failure } from '../src/receiver/settings.ts';

export interface SwitchStates {
  /** `later`: nothing is granted until the visitor answers the banner. */
  consent: 'granted' | 'denied' | 'later';
  companion: 'on' | 'off';
  searchStax: 'usual' | 'limited' | 'down';
  editor: 'off' | 'on';
  /** `nothing`: no developer has made it push; its search page is read. */
  pushes: 'searches' | 'nothing';
}

/** A site with everything that the container brings, its visitor willing. */
export const defaultStates: SwitchStates = {
  consent: 'granted',
  companion: 'on',
  searchStax: 'usual',
  editor: 'off',
  pushes: 'searches',
};

/** How each is called, and what its states are called; in the order in which they show. */
export const switches: {
  [which in keyof SwitchStates]: { label: string; choices: { [state in SwitchStates[which]]: string } };
} = {
  consent: { label: 'Consent', choices: { granted: 'Granted', denied: 'Denied', later: 'Ask' } },
  companion: { label: 'Companion', choices: { on: 'On', off: 'Off' } },
  searchStax: { label: 'SearchStax answers', choices: { usual: 'As usual', limited: '429', down: 'Down' } },
  editor: { label: 'Experience Editor', choices: { off: 'Off', on: 'On' } },
  pushes: { label: 'The site pushes', choices: { searches: 'Its searches', nothing: 'Nothing' } },
};

/** How SearchStax fails, by the switch. */
export const failures: { [state in SwitchStates['searchStax']]: Failure | null } = {
  usual: null,
  limited: { as: 429, at: 'SearchStax' },
  down: { as: 503, at: 'SearchStax' },
};
