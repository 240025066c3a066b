// ---- SearchStax ----

import copyFromWindow from 'copyFromWindow';
import queryPermission from 'queryPermission';
import sendPixel from 'sendPixel';
import { eventProperties, everyEventProperties, requiredProperties } from '../catalogue/for-tag.ts';
import { sessionCookie, visitorCookie } from '../catalogue/identity.ts';
import { defaultAnalyticsHost, trackPath, urlLimit } from '../catalogue/tracking-api.ts';
import { version } from '../catalogue/version.ts';
import { granted, handOver } from './consent.ts';
import { isPreview, permissionProblem, report } from './console.ts';
import { cutEvent, toUrl } from './fit.ts';
import { toHost } from './hosts.ts';
import { identify } from './identity.ts';
import { findProperties } from './properties.ts';
import { quote, toTrimmed } from './values.ts';

/** Sends with the visitor's own IDs, if cookies may be used, and calls back with whether that succeeded. */
export type Send = (mayStore: boolean, done: (arrived: boolean) => void) => void;

/** One of SearchStax's events, ready to be sent; in words, why it cannot be. */
export function prepareEvent(event: string): Send | string {
  if (!requiredProperties.hasOwnProperty(event)) {
    return 'SearchStax has no such event: choose one in this tag.';
  }
  const found = findProperties(event);
  const properties = found.properties;
  // The default one only where the field was never set, not where a variable in it is empty.
  const host = data.hasOwnProperty('analyticsHost')
    ? toHost(toTrimmed(data.analyticsHost))
    : defaultAnalyticsHost;
  const endpoint = 'https://' + host + trackPath;
  properties.key = toTrimmed(data.trackingKey);
  if (!host) {
    found.problems.push(
      '"Analytics host" in this tag must be a host name such as ' + defaultAnalyticsHost + '.'
    );
  }
  if (!properties.key) {
    found.problems.push('"Tracking key" in this tag is empty.');
  }
  if (found.problems.length > 0) {
    return found.problems.join(' ');
  }

  /** Says who the visitor is and makes the URL; empty if what must be sent is too long for one. */
  function fitAs(mayStore: boolean): string {
    properties.session = identify(sessionCookie, data.session, mayStore);
    properties._vid = identify(visitorCookie, data.visitor, mayStore);
    const url = toUrl(event, found, endpoint);
    return url.length > urlLimit ? cutEvent(event, found, endpoint) : url;
  }
  const fitted = fitAs(granted);
  if (!fitted) {
    return 'What SearchStax requires of this event is too long for a URL. Send shorter texts.';
  }
  if (!queryPermission('send_pixel', fitted)) {
    return permissionProblem(endpoint);
  }

  return (mayStore, done) => {
    // Consent that came meanwhile brings the visitor's own IDs.
    const url = mayStore === granted ? fitted : fitAs(mayStore);
    // Without consent the companion's queue, which outlives the page, is not for this event.
    // The companion is given the impressions as they are, not as JSON.
    properties.impressions = found.impressions;
    const isTaken =
      url &&
      mayStore &&
      handOver(
        endpoint,
        { event: event, properties: properties },
        isPreview ? (words) => report(event + ' not sent: ' + words) : undefined
      );
    if (!url) {
      report(event + ' not sent: with this session and visitor ID it is too long for a URL.');
    } else if (isPreview) {
      const companion = copyFromWindow('searchstaxSitecore.version');
      report(
        event +
          (isTaken ? ' handed to the companion for ' : ' sent to ') +
          host +
          ': ' +
          (eventProperties[event] + ',' + everyEventProperties)
            .split('"')
            .filter((name) => properties[name] !== undefined)
            .map((name) => name + ' ' + quote(properties[name]))
            .concat(found.impressions ? [found.impressions.length + ' impressions'] : [])
            .join(', ') +
          '.' +
          (found.leftOut.length > 0 ? ' Left out: ' + found.leftOut.join('; ') + '.' : '') +
          (found.cuts.length > 0 ? ' Too long for a URL, so cut: ' + found.cuts.join('; ') + '.' : '') +
          (!isTaken || companion === version
            ? ''
            : ' The companion is version ' +
              (companion || 'unknown') +
              ', this tag ' +
              version +
              ': update both.')
      );
    }
    // SearchStax accepts with 204, which is no image: either way the request has ended, and more cannot be known.
    function end(): void {
      done(true);
    }
    if (!url || isTaken) {
      done(!!url);
    } else {
      sendPixel(url, end, end);
    }
  };
}
