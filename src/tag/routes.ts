// ---- What an event of the data layer sends ----

import { eventProperties } from '../catalogue/for-tag.ts';
import { dataLayerName } from '../catalogue/tracking-api.ts';
import { firedBy, isNamedForSearchStax, type Named, toList, toObject } from './data-layer.ts';
import { toTrimmed } from './values.ts';

/**
 * Everything that the event sends, each an action and, if that is 'goal', which: the SearchStax event that it is named
 * for, and each row of the Routes table that names it. The same event or goal is sent once, however often it is named.
 */
export function findRoutes(): Named[] {
  const name = firedBy.slice(dataLayerName.length);
  const routes: Named[] = [];
  if (isNamedForSearchStax && eventProperties.hasOwnProperty(name)) {
    routes.push({ action: name });
  }
  if (data.routes) {
    const sent = routes.map(() => name);
    toList(data.routes)
      .map(toObject)
      .forEach((row) => {
        const what = row.action + (row.action === 'goal' ? ' ' + toTrimmed(row.goal) : '');
        if (firedBy !== '' && toTrimmed(row.event) === firedBy && sent.indexOf(what) < 0) {
          sent.push(what);
          routes.push(row);
        }
      });
  }
  return routes;
}
