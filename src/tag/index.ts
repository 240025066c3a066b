// ---- The tag ----

import addConsentListener from 'addConsentListener';
import getUrl from 'getUrl';
import JSON from 'JSON';
import { eventProperties } from '../catalogue/for-tag.ts';
import { dataLayerName } from '../catalogue/tracking-api.ts';
import { granted, tellCompanion } from './consent.ts';
import { report } from './console.ts';
import { firedBy, isNamedForSearchStax, type Named, toList, toObject } from './data-layer.ts';
import { prepareGoal } from './goal.ts';
import { prepareEvent, type Send } from './searchstax.ts';
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

/** Reads and checks everything now: in a callback the data layer may have moved on. */
function prepare(action: unknown, given: unknown): void {
  const isGoal = action === 'goal';
  const goal = isGoal ? toTrimmed(given) : '';
  const name = isGoal ? 'Goal' + (goal && ' ' + quote(goal)) : '' + action;
  const prepared = isGoal ? prepareGoal(goal, name, given) : prepareEvent(name);
  if (typeof prepared === 'string') {
    fail(name + ' not sent. ' + prepared);
  } else {
    ready.push(name);
    (isGoal ? goals : events).push(prepared);
  }
}

/** One thing is done, or has failed; after the last of them GTM is told how it went. */
function done(arrived: boolean): void {
  if (!arrived) {
    failed = true;
  }
  open = open - 1;
  if (!open) {
    data[failed ? 'gtmOnFailure' : 'gtmOnSuccess']();
  }
}

/** Sends all that is prepared: goals one after the other, since Sitecore works off those of a session in turn anyway. */
function send(mayStore: boolean): void {
  function sendGoal(): void {
    const goal = goals.shift();
    if (goal) {
      goal(mayStore, (arrived) => {
        done(arrived);
        sendGoal();
      });
    }
  }
  events.forEach((event) => {
    event(mayStore, done);
  });
  sendGoal();
}

// A field that still holds a variable's name counts as empty: the container has no such variable, and nobody is to be sent
// its name.
if ((JSON.stringify(data) || '').indexOf('{{') >= 0) {
  const names: unknown[] = [];
  [data as unknown as Named]
    .concat(toList(data.routes) as Named[], toList(data.properties) as Named[])
    .forEach((values) => {
      for (const name in values) {
        if (toTrimmed(values[name]).indexOf('{{') >= 0) {
          names.push(values[name]);
          values[name] = '';
        }
      }
    });
  if (names[0]) {
    report('Taken as empty, since this container has no such variable: ' + names.join(', ') + '.');
  }
}

if (!granted) {
  tellCompanion(false);
}
if (getUrl('protocol') !== 'https') {
  fail('Nothing sent: this page is not https, and GTM sends from https pages only.');
} else if (data.action !== 'route' && !isBlank(data.action)) {
  prepare(data.action, data.goal);
} else {
  // The SearchStax event that the data layer's is named for, and each row of the Routes table that names it.
  const name = firedBy.slice(dataLayerName.length);
  if (isNamedForSearchStax && eventProperties.hasOwnProperty(name)) {
    prepare(name, '');
  }
  if (data.routes) {
    // The same is sent once, however often it is named.
    const sent = [isNamedForSearchStax && name];
    toList(data.routes).forEach((typed) => {
      const row = toObject(typed);
      const action = row.action;
      const what = action + (action === 'goal' ? ' ' + toTrimmed(row.goal) : '');
      if (firedBy && toTrimmed(row.event) === firedBy && sent.indexOf(what) < 0) {
        sent.push(what);
        prepare(action, row.goal);
      }
    });
  }
  if (!ready[0] && !failed) {
    fail(
      'Nothing sent: no row of "Routes" in this tag names this event, nor is it searchstax_search or the like. ' +
        'Add a row, or narrow the trigger.'
    );
  }
}

if (granted || data.consent === 'anonymous') {
  open += ready.length;
  send(granted);
} else if (ready[0]) {
  addConsentListener('analytics_storage', (_type, isGranted) => {
    // Once, and long after GTM was told: from here on what is open is less than nothing.
    if (isGranted && !open) {
      open = -1;
      send(true);
    }
  });
  report(ready.join(', ') + ' held until analytics_storage is granted on this page.');
}
done(true);
