import { templateInfo } from '../info.ts';

export const info = templateInfo(
  'SearchStax Site Search events and Sitecore goals',
  ['ANALYTICS', 'CONVERSIONS', 'MARKETING'],
  'Sends searches, result clicks, smart answers and feedback to SearchStax Site Search analytics, and triggers Sitecore goals when a chat opens or a phone number is clicked. Reads your data layer.',
);
