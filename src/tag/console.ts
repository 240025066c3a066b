// ---- The console ----

import logToConsole from 'logToConsole';
import queryPermission from 'queryPermission';
import { firedBy } from './data-layer.ts';

/** Whether anybody reads the console: the template may log in GTM's preview only. */
export const isPreview = queryPermission('logging');

/** Writes one line in GTM's preview. */
export function report(line: string): void {
  if (isPreview) {
    logToConsole('SearchStax + Sitecore | ' + (firedBy || 'no event') + ' | ' + line);
  }
}

/** Why GTM does not let the template send to an address. */
export function permissionProblem(address: string): string {
  return (
    'GTM does not let this template send to ' +
    address +
    ': the port must be 443, and the permission "Sends pixels" of the template must allow the address.'
  );
}
