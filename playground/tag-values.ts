/** What is typed into the tag's form: as the playground opens it, and as the container takes it along. */

import type { ContainerValues } from '../src/container/values.ts';
import type { Values } from '../src/sandbox/form/values.ts';
import { fields } from '../start/fields.ts';

export const searchedGoal = 'Searched';

/** Ready for the site beside the form, for one that pushes GA4's events, and for one with SearchStax's own tracker. */
export const demonstration: Values = {
  ...fields,
  routes: [
    { event: 'view_search_results', action: '_search', goal: '' },
    { event: 'select_item', action: '_searchclick', goal: '' },
    ...fields.routes,
    { event: 'searchstax_tracked_search', action: 'goal', goal: searchedGoal },
  ],
};

/**
 * What the form holds of the container's constants; the goals are those of the routes for chat and phone. GTM variables
 * are left out: the container would name some that it does not have.
 */
export function containerValues(data: Values): ContainerValues {
  const { routes, analyticsHost, trackingKey, language, model, pixelUrl } = data;
  const goalOf = (event: string) =>
    ((routes ?? []) as Values[]).find((route) => route.event === event && route.action === 'goal')?.goal;
  const all: { [name in keyof ContainerValues]: unknown } = {
    analyticsHost,
    trackingKey,
    language,
    model,
    pixel: pixelUrl,
    chatGoal: goalOf('chat_open'),
    phoneGoal: goalOf('phone_click'),
  };
  const isFilledIn = ([, value]: [string, unknown]) =>
    typeof value === 'string' && /^(?!.*\{\{)\s*\S/.test(value);
  return Object.fromEntries(Object.entries(all).filter(isFilledIn));
}
