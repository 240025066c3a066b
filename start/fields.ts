/** The tag as a marketer fills it in, and the goals that Sitecore then has to know. */

import type { Goal } from '../src/receiver/index.ts';

export const goals: Goal[] = [
  { name: 'Chat requested' },
  { name: 'Phone number clicked', id: '{4E1B3C6A-9D2F-4C57-8A10-6B7C8D9E0F12}' },
];

export const trackingKey = 'demo-tracking-key';

/** By the names of the tag's fields; events named `searchstax…` need no row of their own. */
export const fields = {
  action: 'route',
  routes: [
    { event: 'chat_open', action: 'goal', goal: 'Chat requested' },
    { event: 'phone_click', action: 'goal', goal: '{4E1B3C6A-9D2F-4C57-8A10-6B7C8D9E0F12}' },
  ],
  analyticsHost: 'analytics-us.searchstax.com',
  trackingKey,
  language: 'en',
  model: 'ShopModel',
  pixelUrl: '/-/media/goals/trigger',
  queryKey: 'sc_trk',
  goalFrequency: 'every',
  consent: 'required',
};
