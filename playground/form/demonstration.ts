import { fields } from '../../start/fields.ts';
import type { Values } from './conditions.ts';

/** The form as the playground opens it: ready for the site beside it, and for one that pushes GA4's events. */
export const demonstration: Values = {
  ...fields,
  routes: [
    { event: 'view_search_results', action: '_search', goal: '' },
    { event: 'select_item', action: '_searchclick', goal: '' },
    ...fields.routes,
  ],
};
