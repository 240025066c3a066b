// ---- The tag ----

import addConsentListener from 'addConsentListener';
import getUrl from 'getUrl';
import { mayUseCookies } from './consent.ts';
import { report } from './console.ts';
import { firedBy } from './data-layer.ts';
import type { Ready } from './delivery.ts';
import { prepareGoal } from './goal.ts';
import { findRoutes, type Route } from './routes.ts';
import { prepareEvent } from './searchstax.ts';
import { isBlank } from './values.ts';

const granted = mayUseCookies();
const events: Ready[] = [];
const goals: Ready[] = [];
let failed = false;

function fail(reason: string): void {
  failed = true;
  report(reason);
}

/** Tells GTM how it went. Called once, whatever happens. */
function finish(): void {
  if (failed) {
    data.gtmOnFailure();
  } else {
    data.gtmOnSuccess();
  }
}

/** Reads and checks everything now: in a callback the data layer may have moved on. */
function prepare(route: Route): void {
  const isGoal = route.action === 'goal';
  const delivery = isGoal ? prepareGoal(route.goal) : prepareEvent(route.action, granted);
  if (delivery.problems) {
    fail(delivery.name + ' not sent. ' + delivery.problems.join(' '));
  } else if (isGoal) {
    goals.push(delivery);
  } else {
    events.push(delivery);
  }
}

/** Sends goals one after the other: Sitecore works off the requests of a session in turn anyway. */
function sendInTurn(rest: Ready[], mayStore: boolean, done: (arrived: boolean) => void): void {
  if (rest.length > 0) {
    (rest[0] as Ready).send(mayStore, (arrived) => {
      done(arrived);
      sendInTurn(rest.slice(1), mayStore, done);
    });
  }
}

/** Sends all that is prepared, and calls back for each. */
function send(mayStore: boolean, done: (arrived: boolean) => void): void {
  events.forEach((event) => {
    event.send(mayStore, done);
  });
  sendInTurn(goals, mayStore, done);
}

/** Sends all that is prepared once consent comes, and once only. */
function hold(): void {
  let sent = false;
  addConsentListener('analytics_storage', (_type, isGranted) => {
    if (isGranted && !sent) {
      sent = true;
      send(true, () => {});
    }
  });
  report(
    events
      .concat(goals)
      .map((delivery) => delivery.name)
      .join(', ') + ' held until analytics_storage is granted on this page.'
  );
}

const isRouted = isBlank(data.action) || data.action === 'route';
const routes: Route[] = isRouted ? findRoutes(firedBy) : [{ action: data.action, goal: data.goal }];
if (getUrl('protocol') !== 'https') {
  fail('Nothing sent: this page is not https, and GTM sends from https pages only.');
} else if (routes.length === 0) {
  fail(
    'Nothing sent: no row of "Routes" in this tag names this event, nor is it searchstax_search or the like. ' +
      'Add a row, or narrow the trigger.'
  );
} else {
  routes.forEach(prepare);
}

let open = events.length + goals.length;
if (open === 0) {
  finish();
} else if (!granted && data.consent !== 'anonymous') {
  hold();
  finish();
} else {
  send(granted, (arrived) => {
    failed = failed || !arrived;
    open--;
    if (open === 0) {
      finish();
    }
  });
}
