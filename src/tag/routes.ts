// ---- What an event of the data layer sends ----

import { eventRules } from '../catalogue/for-tag.ts';
import { dataLayerName } from '../catalogue/tracking-api.ts';
import { toList, toObject } from './data-layer.ts';
import { toTrimmedText } from './values.ts';

/** Something to send: one of SearchStax's events, or 'goal' and which. */
export interface Route {
  action: unknown;
  goal: unknown;
}

/**
 * Everything that an event sends: the SearchStax event that it is named for, and each row of the Routes table that names
 * it. The same SearchStax event or the same goal is sent once, however often it is named.
 */
export function findRoutes(eventName: unknown): Route[] {
  const event = toTrimmedText(eventName);
  const routes: Route[] = [];

  function add(action: unknown, goal: unknown): void {
    const isThere = routes.some(
      (route) =>
        route.action === action && (action !== 'goal' || toTrimmedText(route.goal) === toTrimmedText(goal))
    );
    if (!isThere) {
      routes.push({ action: action, goal: goal });
    }
  }

  eventRules.forEach((rule) => {
    if (event === dataLayerName + rule.name) {
      add(rule.name, undefined);
    }
  });
  (toList(data.routes) || []).map(toObject).forEach((row) => {
    if (event !== undefined && toTrimmedText(row.event) === event) {
      add(row.action, row.goal);
    }
  });
  return routes;
}
