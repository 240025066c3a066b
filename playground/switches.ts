/** What can be different on a visitor's page and at the destinations, in the order in which it shows; each begins with its first choice. */

import type { Failure } from '../src/receiver/settings.ts';

export const switches = {
  // `later`: nothing is granted until the visitor answers the banner.
  consent: { label: 'Consent', choices: { granted: 'Granted', denied: 'Denied', later: 'Ask' } },
  companion: { label: 'Companion', choices: { on: 'On', off: 'Off' } },
  searchStax: { label: 'SearchStax answers', choices: { usual: 'As usual', limited: '429', down: 'Down' } },
  editor: { label: 'Experience Editor', choices: { off: 'Off', on: 'On' } },
  // `nothing`: no developer has made it push; its search page is read.
  pushes: { label: 'The site pushes', choices: { searches: 'Its searches', nothing: 'Nothing' } },
} as const;

export type SwitchStates = {
  -readonly [which in keyof typeof switches]: keyof (typeof switches)[which]['choices'];
};

/** A site with everything that the container brings, its visitor willing. */
export const defaultStates = Object.fromEntries(
  Object.entries(switches).map(([which, { choices }]) => [which, Object.keys(choices)[0]]),
) as SwitchStates;

/** How SearchStax fails, by the switch. */
export const failures: { [state in SwitchStates['searchStax']]: Failure | null } = {
  usual: null,
  limited: { as: 429, at: 'SearchStax' },
  down: { as: 503, at: 'SearchStax' },
};
