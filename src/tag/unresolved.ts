// ---- Variables that GTM did not resolve ----

import JSON from 'JSON';
import { report } from './console.ts';
import { type Named, toList, toObject } from './data-layer.ts';

/**
 * Takes a field that still holds a variable's name for an empty one: the container has no such variable, and nobody is to
 * be sent its name.
 */
export function emptyUnresolved(): void {
  if ((JSON.stringify(data) || '').indexOf('{{') >= 0) {
    const names: string[] = [];
    [data as unknown as Named]
      .concat(toList(data.routes).concat(toList(data.properties)).map(toObject))
      .forEach((values) => {
        for (const name in values) {
          const value = values[name];
          if (typeof value === 'string' && value.indexOf('{{') >= 0) {
            names.push(value);
            values[name] = '';
          }
        }
      });
    if (names.length > 0) {
      report('Taken as empty, since this container has no such variable: ' + names.join(', ') + '.');
    }
  }
}
