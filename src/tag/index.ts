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
import { isBlank, quote, toText } from './values.ts';

const ready: string[] = [];
const events: Send[] = [];
const goals: Send[] = [];
let failed = false;
let open = 0;

function fail(reason: string): void {
  failed = true;
  report(reason);
}

/** Tells GTM how it went, once nothing is open any more. */
function finish(): void {
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
  const goal = isGoal ? toText(route.goal).trim() : '';
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
function send(mayStore: boolean, done: (arrived: boolean) => void): void {
  function sendGoal(order: number): void {
    const goal = goals[order];
    if (goal) {
      goal(mayStore, (arrived) => {
        done(arrived);
        sendGoal(order + 1);
      });
    }
  }
  events.forEach((event) => {
    event(mayStore, done);
  });
  sendGoal(0);
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

const isHeld = !granted && data.consent !== 'anonymous';
if (isHeld && ready.length > 0) {
  let sent = false;
  addConsentListener('analytics_storage', (_type, isGranted) => {
    if (isGranted && !sent) {
      sent = true;
      send(true, () => {});
    }
  });
  report(ready.join(', ') + ' held until analytics_storage is granted on this page.');
}
if (isHeld || ready.length === 0) {
  finish();
} else {
  open = ready.length;
  send(granted, (arrived) => {
    failed = failed || !arrived;
    open--;
    finish();
  });
}
