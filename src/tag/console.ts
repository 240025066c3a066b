// ---- The console ----

import logToConsole from 'logToConsole';
import { firedBy } from './data-layer.ts';

/** Writes one line. The template may log in GTM's preview only, so that visitors never see it. */
export function report(line: string): void {
  logToConsole(
    'SearchStax + Sitecore | ' + (typeof firedBy === 'string' ? firedBy : 'no event') + ' | ' + line
  );
}
