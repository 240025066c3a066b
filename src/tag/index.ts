// ---- The tag ----

import addConsentListener from 'addConsentListener';
import getUrl from 'getUrl';
import { granted, tellCompanion } from './consent.ts';
import { report } from './console.ts';
import type { Named } from './data-layer.ts';
import { prepareGoal } from './goal.ts';
import { findRoutes } from './routes.ts';
import { prepareEvent, type Send } from './searchstax.ts';
import { emptyUnresolved } from './unresolved.ts';
import { isBlank, quote, toTrimmed } from './values.ts';

const ready: string[] = [];
const events: Send[] = [];
const goals: Send[] = [];
let failed = false;
// This run itself, and what is on its way.
let open = 1;

function fail(reason: string): void {
  failed = true;
  report(reason);
}

/** One thing is done, or has failed; after the last of them GTM is told how it went. */
function done(arrived: boolean): void {
  failed = failed || !arrived;
  open--;
  if (open === 0) {
    if (failed) {
      data.gtmOnFailure();
    } else {
      data.gtmOnSuccess();
    }
  }
}

/** Reads and checks everything now: in a callback the data layer may have moved on. */
function prepare(route: Named): void {
  const isGoal = route.action === 'goal';
  const goal = isGoal ? toTrimmed(route.goal) : '';
  const name = isGoal ? 'Goal' + (goal && ' ' + quote(goal)) : '' + route.action;
  const prepared = isGoal ? prepareGoal(goal, name, route.goal) : prepareEvent(name);
  if (typeof prepared === 'string') {
    fail(name + ' not sent. ' + prepared);
  } else {
    ready.push(name);
    (isGoal ? goals : events).push(prepared);
  }
}

/** Sends all that is prepared: goals one after the other, since Sitecore works off those of a session in turn anyway. */
function send(mayStore: boolean, tell: (arrived: boolean) => void): void {
  function sendGoal(): void {
    const goal = goals.shift();
    if (goal) {
      goal(mayStore, (arrived) => {
        tell(arrived);
        sendGoal();
      });
    }
  }
  events.forEach((event) => {
    event(mayStore, tell);
  });
  sendGoal();
}

emptyUnresolved();
if (!granted) {
  tellCompanion(false);
}
if (getUrl('protocol') !== 'https') {
  fail('Nothing sent: this page is not https, and GTM sends from https pages only.');
} else {
  const routes = data.action === 'route' || isBlank(data.action) ? findRoutes() : [data as unknown as Named];
  routes.forEach(prepare);
  if (routes.length === 0) {
    fail(
      'Nothing sent: no row of "Routes" in this tag names this event, nor is it searchstax_search or the like. ' +
        'Add a row, or narrow the trigger.'
    );
  }
}

if (granted || data.consent === 'anonymous') {
  open += ready.length;
  send(granted, done);
} else if (ready.length > 0) {
  let sent = false;
  addConsentListener('analytics_storage', (_type, isGranted) => {
    if (isGranted && !sent) {
      sent = true;
      send(true, () => {});
    }
  });
  report(ready.join(', ') + ' held until analytics_storage is granted on this page.');
}
done(true);
