// ---- The console ----

import copyFromDataLayer from 'copyFromDataLayer';
import logToConsole from 'logToConsole';

/** The data layer event that fired the tag; read at once, since later pushes change it. */
export const firedBy = copyFromDataLayer('event');

/** Writes one line. The template may log in GTM's preview only, so that visitors never see it. */
export function report(line: string): void {
  logToConsole(
    'SearchStax + Sitecore | ' + (typeof firedBy === 'string' ? firedBy : 'no event') + ' | ' + line
  );
}
