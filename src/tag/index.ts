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

/** One thing is done, or has failed; after the last of them GTM is told how it went. */
function done(arrived: boolean): void {
  failed = failed || !arrived;
  open--;
  if (open === 0) {
    data[failed ? 'gtmOnFailure' : 'gtmOnSuccess']();
  }
}

/** Sends all that is prepared: goals one after the other, since Sitecore works off those of a session in turn anyway. */
function send(mayStore: boolean): void {
  const event = events.shift();
  const next = event || goals.shift();
  if (next) {
    next(mayStore, (arrived) => {
      done(arrived);
      if (!event) {
        send(mayStore);
      }
    });
    if (event) {
      send(mayStore);
    }
  }
}

// A field that still holds a variable's name is empty: the container has no such variable, and nobody is to be sent its name.
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
  prepare(data as unknown as Named);
} else {
  // The SearchStax event that the data layer's is named for, and each row of the Routes table that names it.
  const name = firedBy.slice(dataLayerName.length);
  if (isNamedForSearchStax && eventProperties.hasOwnProperty(name)) {
    prepare({ action: name });
  }
  if (data.routes) {
    // The same is sent once, however often it is named.
    const sent = [isNamedForSearchStax && name];
    toList(data.routes).forEach((typed) => {
      const row = toObject(typed);
      const what = row.action + (row.action === 'goal' ? ' ' + toTrimmed(row.goal) : '');
      if (firedBy && toTrimmed(row.event) === firedBy && sent.indexOf(what) < 0) {
        sent.push(what);
        prepare(row);
      }
    });
  }
  if (!failed && !ready[0]) {
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
    if (isGranted && open === 0) {
      open = -1;
      send(true);
    }
  });
  report(ready.join(', ') + ' held until analytics_storage is granted on this page.');
}
done(true);
