/** What the template may do: call the one function, and write its lines in GTM's preview. */
import { readerFunction } from '../../src/catalogue/search-page.ts';
import { permission } from '../permission.ts';

export const permissions = [
  permission('access_globals', {
    keys: [{ key: readerFunction, read: false, write: false, execute: true }],
  }),
  permission('logging', { environments: 'debug' }),
];
