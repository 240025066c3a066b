import { readFileSync } from 'node:fs';

const icon = readFileSync(new URL('../icon/icon.png', import.meta.url)).toString('base64');

/** What GTM's lists and the gallery show. */
export const info = {
  type: 'TAG',
  id: 'cvt_temp_public_id',
  version: 1,
  securityGroups: [],
  displayName: 'SearchStax Site Search events and Sitecore goals',
  categories: ['ANALYTICS', 'CONVERSIONS', 'MARKETING'],
  brand: {
    id: 'brand_dummy',
    displayName: 'SearchStax + Sitecore',
    thumbnail: `data:image/png;base64,${icon}`,
  },
  description:
    'Sends searches, result clicks, smart answers and feedback to SearchStax Site Search analytics, and triggers Sitecore goals when a chat opens or a phone number is clicked. Reads your data layer.',
  containerContexts: ['WEB'],
};
