// ---- All that a firing may be ----

import addConsentListener from 'addConsentListener';
import getUrl from 'getUrl';
import JSON from 'JSON';
import { eventProperties } from '../catalogue/for-tag.ts';
import { granted, tellCompanion } from './consent.ts';
import { report } from './console.ts';
import { firedBy, type Named, named, ownEvent, toList, toObject } from './data-layer.ts';
import { prepareGoal } from './goal.ts';
import { prepareEvent, type Send } from './searchstax.ts';
import { isBlank, quote, toTrimmed } from './values.ts';

/** Finds out what this firing is to send, checks and converts it, says what is wrong with it, and sends it. */
export function sendCarefully(): void {
  const ready: string[] = [];
  const events: Send[] = [];
  const goals: Send[] = [];
  let failed = false;
  // This run itself, and what is on its way.
  let open = 1;

  /** Takes up what is ready to be sent; or says why it is not. */
  function add(list: Send[], name: string, prepared: Send | string): void {
    if (typeof prepared === 'string') {
      failed = true;
      report(name + ' not sent. ' + prepared);
    } else {
      ready.push(name);
      list.push(prepared);
    }
  }

  /** Reads and checks everything now: in a callback the data layer may have moved on. */
  function prepare(action: unknown, given: unknown): void {
    const event = '' + action;
    const goal = toTrimmed(given);
    const name = 'Goal' + (goal && ' ' + quote(goal));
    if (action === 'goal') {
      add(goals, name, prepareGoal(goal, name, given));
    } else {
      add(
        events,
        event,
        eventProperties.hasOwnProperty(event)
          ? prepareEvent(event)
          : 'SearchStax has no such event: choose one in this tag.'
      );
    }
  }

  /** One thing is done, or with false has failed; after the last of them GTM is told how it went. */
  function done(arrived?: boolean): void {
    failed = failed || arrived === false;
    open = open - 1;
    if (!open) {
      data[failed ? 'gtmOnFailure' : 'gtmOnSuccess']();
    }
  }

  /** Sends all that is prepared: goals one after the other, since Sitecore works off those of a session in turn anyway. */
  function send(mayStore: boolean): void {
    open = open + ready.length;
    events.forEach((event) => {
      event(mayStore, done);
    });
    if (goals[0]) {
      const sendGoal = () => {
        const goal = goals.shift();
        if (goal) {
          goal(mayStore, (arrived) => {
            done(arrived);
            sendGoal();
          });
        }
      };
      sendGoal();
    }
  }

  // A field that still holds a variable's name counts as empty: the container has no such variable, and nobody is to be sent
  // its name.
  if ((JSON.stringify(data) || '').indexOf('{{') >= 0) {
    [data as unknown].concat(toList(data.routes), toList(data.properties)).forEach((row) => {
      const values = row as Named;
      for (const name in values) {
        if (toTrimmed(values[name]).indexOf('{{') >= 0) {
          report('Taken as empty, since this container has no such variable: ' + values[name] + '.');
          values[name] = '';
        }
      }
    });
  }

  if (!granted) {
    tellCompanion(false);
  }
  if (getUrl('protocol') !== 'https') {
    failed = true;
    report('Nothing sent: this page is not https, and GTM sends from https pages only.');
  } else if (data.action !== 'route' && !isBlank(data.action)) {
    prepare(data.action, data.goal);
  } else {
    // The SearchStax event that the data layer's is named for, and each row of the Routes table that names it.
    if (eventProperties.hasOwnProperty(ownEvent)) {
      add(events, ownEvent, prepareEvent(ownEvent));
    }
    if (data.routes) {
      // The same is sent once, however often it is named.
      const sent: unknown[] = [named && ownEvent];
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
      failed = true;
      report(
        'Nothing sent: no row of "Routes" in this tag names this event, nor is it searchstax_search or the like. ' +
          'Add a row, or narrow the trigger.'
      );
    }
  }

  if (granted || data.consent === 'anonymous') {
    send(granted);
  } else if (ready[0]) {
    addConsentListener('analytics_storage', (_type, isGranted) => {
      // Once, and long after GTM was told: from here on there is always more open than is sent.
      if (isGranted && !open) {
        open = 1;
        send(true);
      }
    });
    report(ready.join(', ') + ' held until analytics_storage is granted on this page.');
  }
  done();
}
