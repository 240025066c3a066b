// ---- SearchStax ----

import callInWindow from 'callInWindow';
import copyFromWindow from 'copyFromWindow';
import queryPermission from 'queryPermission';
import sendPixel from 'sendPixel';
import { type EventRule, eventRules } from '../catalogue/for-tag.ts';
import { defaultAnalyticsHost, trackPath } from '../catalogue/tracking-api.ts';
import { version } from '../catalogue/version.ts';
import { report } from './console.ts';
import type { Named } from './data-layer.ts';
import type { Delivery } from './delivery.ts';
import { findProperties } from './event-properties.ts';
import { type Fitted, fitEvent } from './fit.ts';
import { toHost } from './hosts.ts';
import { getSession, getVisitor } from './identity.ts';
import { permissionProblem } from './permission.ts';
import { toTrimmedText } from './values.ts';
import { quote } from './words.ts';

/** The configured host; the default one only where the field was never set, not where a variable in it is empty. */
function analyticsHost(): string | undefined {
  return data.hasOwnProperty('analyticsHost')
    ? toHost(toTrimmedText(data.analyticsHost) || '')
    : defaultAnalyticsHost;
}

/** Hands the event to the companion, if it is on the page and takes it. */
function handOver(endpoint: string, event: unknown): boolean {
  return callInWindow('searchstaxSitecore.deliver', endpoint, event) === true;
}

/** A sentence with a list, or nothing. */
function note(lead: string, items: string[]): string {
  return items.length > 0 ? ' ' + lead + items.join('; ') + '.' : '';
}

/** What was sent, in words. */
function summarize(rule: EventRule, properties: Named): string {
  return rule.required
    .concat(rule.optional)
    .filter((name) => properties[name] !== undefined)
    .map((name) =>
      name === 'impressions'
        ? (properties[name] as unknown[]).length + ' ' + name
        : name + ' ' + quote(properties[name])
    )
    .join(', ');
}

/** A note where tag and companion were not updated together. */
function versionNote(): string {
  const companion = copyFromWindow('searchstaxSitecore.version');
  return companion === version
    ? ''
    : ' The companion is version ' + (companion || 'unknown') + ', this tag ' + version + ': update both.';
}

/** Prepares one of SearchStax's events; mayStore: cookies may be used. */
export function prepareEvent(action: unknown, mayStore: boolean): Delivery {
  const name = '' + action;
  const rule = eventRules.filter((candidate) => candidate.name === name)[0] as EventRule;
  if (!rule) {
    return { name: name, problems: ['SearchStax has no such event: choose one in this tag.'] };
  }
  const found = findProperties(rule);
  const properties = found.properties;
  const problems = found.problems;
  const host = analyticsHost();
  if (!host) {
    problems.push('"Analytics host" in this tag must be a host name such as ' + defaultAnalyticsHost + '.');
  }
  properties.key = toTrimmedText(data.trackingKey);
  if (!properties.key) {
    problems.push('"Tracking key" in this tag is empty.');
  }
  if (problems.length > 0) {
    return { name: name, problems: problems };
  }

  const event = { event: name, properties: properties };
  const endpoint = 'https://' + host + trackPath;
  let cuts: string[] = [];

  /** Says who the visitor is and makes the URL; undefined if what must be sent is too long for one. */
  function fitAs(asVisitor: boolean): Fitted | undefined {
    properties.session = getSession(asVisitor);
    properties._vid = getVisitor(asVisitor);
    const made = fitEvent(event, rule, endpoint);
    // What was cut stays cut.
    cuts = made ? cuts.concat(made.cuts) : cuts;
    return made;
  }
  const fitted = fitAs(mayStore);
  if (!fitted) {
    return {
      name: name,
      problems: ['What SearchStax requires of this event is too long for a URL. Send shorter texts.'],
    };
  }
  if (!queryPermission('send_pixel', fitted.url)) {
    return { name: name, problems: [permissionProblem(endpoint)] };
  }

  function send(mayStoreNow: boolean, done: (arrived: boolean) => void): void {
    // Consent that came meanwhile brings the visitor's own IDs.
    const ready = mayStoreNow === mayStore ? fitted : fitAs(mayStoreNow);
    if (!ready) {
      report(name + ' not sent: with this session and visitor ID it is too long for a URL.');
      done(false);
      return;
    }
    // Without consent the companion's queue, which outlives the page, is not for this event.
    const companion = mayStoreNow && handOver(endpoint, event);
    report(
      name +
        (companion ? ' handed to the companion for ' : ' sent to ') +
        host +
        ': ' +
        summarize(rule, properties) +
        '.' +
        note('Left out: ', found.leftOut) +
        note('Too long for a URL, so cut: ', cuts) +
        (companion ? versionNote() : '')
    );
    if (companion) {
      done(true);
      return;
    }
    // SearchStax accepts with 204, which is no image: either way the request has ended, and more cannot be known.
    sendPixel(
      ready.url,
      () => done(true),
      () => done(true)
    );
  }
  return { name: name, send: send };
}
