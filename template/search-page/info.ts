import { templateInfo } from '../info.ts';

export const info = templateInfo(
  'SearchStax search page reader',
  ['ANALYTICS', 'UTILITY'],
  'For sites that push no searches to the data layer: says where on the search page the results, their number and the query stand. The search page reader then pushes what visitors see and click.',
);
