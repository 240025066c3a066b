// ---- SearchStax ----

import callInWindow from 'callInWindow';
import copyFromDataLayer from 'copyFromDataLayer';
import copyFromWindow from 'copyFromWindow';
import encodeUriComponent from 'encodeUriComponent';
import JSON from 'JSON';
import queryPermission from 'queryPermission';
import sendPixel from 'sendPixel';
import templateStorage from 'templateStorage';
import toBase64 from 'toBase64';
import {
  booleanNames,
  eventProperties,
  everyEventProperties,
  impressionNames,
} from '../catalogue/for-tag.ts';
import { sessionCookie, visitorCookie } from '../catalogue/identity.ts';
import {
  dataLayerName,
  defaultAnalyticsHost,
  jsonLimit,
  trackPath,
  urlLimit,
} from '../catalogue/tracking-api.ts';
import { version } from '../catalogue/version.ts';
import { granted, tellCompanion } from './consent.ts';
import { isPreview, permissionProblem, report } from './console.ts';
import { keep, type Named, named, toList, toObject } from './data-layer.ts';
import { changed, findItems, items, place, searchTerm } from './ga4.ts';
import { toHost } from './hosts.ts';
import { identify } from './identity.ts';
import { toImpressions } from './impressions.ts';
import { arePlain, convert } from './properties.ts';
import { cutText, isBlank, quote, toText, toTrimmed } from './values.ts';

/** Sends with the visitor's own IDs, if cookies may be used, and calls back with whether that succeeded. */
export type Send = (mayStore: boolean, done: (arrived?: boolean) => void) => void;

/**
 * The URL that sends an event, whose impressions are JSON already: the endpoint with Base64 of its JSON in UTF-8; of what
 * cannot but be too long, only a text about as long as the URL would be.
 */
export function urlOf(endpoint: string, payload: object, impressions: string): string {
  const text = JSON.stringify(payload).slice(0, -2) + (impressions && ',"impressions":' + impressions) + '}}';
  return text.length > jsonLimit
    ? text + text.slice(0, text.length / 3)
    : endpoint + '?data=' + encodeUriComponent(toBase64(text));
}

/** Remembers what a search showed for the clicks on it: of one query all of it, as the visitor scrolls on. */
export function remember(query: unknown, impressions: string): void {
  const shown = toObject(templateStorage.getItem('shown'));
  templateStorage.setItem('shown', {
    query: query,
    text: (shown.query === query ? shown.text : '') + impressions,
  });
}

/**
 * One of SearchStax's events, ready to be sent; in words, why it cannot be. What it carries is looked for in the tag's
 * fields, then in the data layer's searchstax object, then in GA4's parameters; converted to the types that SearchStax
 * takes, and checked.
 */
export function prepareEvent(event: string): Send | string {
  const rule = (eventProperties[event] as string).split(' ');
  const names = ((rule[1] as string) + rule[2] + rule[3] + everyEventProperties).split('|');
  // A number as text, made a number.
  const required = (rule[0] as unknown as number) * 1;
  const problems: string[] = [];
  const leftOut: string[] = [];
  const cuts: string[] = [];
  const term = searchTerm();
  let values = toObject(copyFromDataLayer(dataLayerName, 1));
  // Apart from the other properties: they may be many.
  let given = values.impressions;
  values.impressions = undefined;
  let json = JSON.stringify(values) || '';
  // It stays there after its event: beside a search term that came later, it is an older search's.
  if (
    (term.at as number) > (keep(dataLayerName, json, named).at as number) &&
    !isBlank(values.query) &&
    toText(values.query) !== term.text
  ) {
    values = {};
    given = undefined;
    json = '{}';
  }
  // With nothing of its own, GA4's search term may be all that the event needs.
  if (json === '{}') {
    values.query = term.text;
    json = JSON.stringify(values);
  }
  if (data.language || data.model || data.properties) {
    // A row of the Properties table wins over a field, and both over the data layer.
    [{ property: 'language', value: data.language } as Named, { property: 'model', value: data.model }]
      .concat(toList(data.properties).map(toObject))
      .forEach((row) => {
        const name = '' + row.property;
        // False is a value only where the answer is yes or no; elsewhere GTM says nothing with it.
        if (!isBlank(row.value) || (row.value === false && name.match(booleanNames))) {
          values[name] = row.value;
        }
      });
    given = values.impressions || given;
    values.impressions = undefined;
    json = JSON.stringify(values) || '';
  }

  const properties = arePlain(json, rule)
    ? values
    : convert(names, required, values, term.text, problems, leftOut);

  // As JSON. A search without results shows nothing.
  let impressions = '';
  if (impressionNames[event] && properties.totalHits !== 0) {
    const isSearch = event === '_search';
    let list = '';
    // A shop's other lists stand in the data layer too: beside an event of SearchStax's only the term tells them apart.
    if (isSearch && isBlank(given) && (term.text === properties.query || !(term.text || named))) {
      findItems();
      if (items.length && !((term.at as number) > (changed as number))) {
        given = items;
        list = JSON.stringify(place);
      }
    }
    if (!isBlank(given)) {
      impressions = toImpressions((impressionNames[event] as string).split(','), given, values, leftOut);
    }
    if (isSearch) {
      remember(properties.query, impressions + (impressions && list));
    }
  }

  // The default one only where the field was never set, not where a variable in it is empty.
  const host =
    // The usual one needs no look.
    data.analyticsHost !== defaultAnalyticsHost && data.hasOwnProperty('analyticsHost')
      ? toHost(toTrimmed(data.analyticsHost))
      : defaultAnalyticsHost;
  const endpoint = 'https://' + host + trackPath;
  properties.key = toTrimmed(data.trackingKey);
  if (!host) {
    problems.push('"Analytics host" in this tag must be a host name such as ' + defaultAnalyticsHost);
  }
  if (!properties.key) {
    problems.push('"Tracking key" in this tag is empty');
  }
  if (problems[0]) {
    return problems.join('. ') + '.';
  }

  const payload = { event: event, properties: properties };
  let url = '';

  /** Makes the URL. Says whether it is too long. */
  function isLong(): boolean {
    url = urlOf(endpoint, payload, impressions);
    return url.length > urlLimit;
  }

  /**
   * Says who the visitor is and makes the URL. While that is too long, the event is cut: titles of the last impressions,
   * then impressions from the end, then the answer's text, then optional properties from the last. Required properties
   * stay: the URL is empty if they alone are too long.
   */
  function fitAs(mayStore: boolean): void {
    properties.session = identify(sessionCookie, data.session, mayStore);
    properties._vid = identify(visitorCookie, data.visitor, mayStore);
    if (isLong()) {
      const answer = properties.answer;
      const text = toText(answer);

      /** Keeps as many as fit, if any do: each URL that is made halves the numbers that are left to try. */
      const shrink = (what: string, most: number, to: (count: number) => void) => {
        let fits = 0;
        let tooMany = 1;
        let count = 0;
        if (most && isLong()) {
          to(0);
          tooMany = isLong() ? 1 : most;
          while (tooMany - fits > 1) {
            count = (fits + tooMany) / 2;
            count = count - (count % 1);
            to(count);
            if (isLong()) {
              tooMany = count;
            } else {
              fits = count;
            }
          }
          to(fits);
          if (what) {
            cuts.push(what + (fits ? ' after the first ' + fits : ''));
          }
        }
      };

      if (impressions) {
        const list = JSON.parse(impressions) as Named[];
        const untitled = JSON.parse(impressions) as Named[];
        for (const item of untitled) {
          item.cDocTitle = undefined;
        }
        shrink(
          'titles of impressions',
          impressions.indexOf('"cDocTitle":') < 0 ? 0 : list.length,
          (count) => {
            impressions = JSON.stringify(list.slice(0, count).concat(untitled.slice(count)));
          }
        );
        shrink('impressions', list.length, (count) => {
          impressions = count ? JSON.stringify(untitled.slice(0, count)) : '';
        });
      }
      // At first none; then more of the answer may fit.
      [''].concat(names.slice(required).reverse()).every((name) => {
        const isStillLong = isLong();
        if (isStillLong) {
          if (properties[name] !== undefined) {
            properties[name] = undefined;
            cuts.push(name);
          }
          properties.answer = answer;
          shrink('', text.length, (count) => {
            properties.answer = cutText(text, count > 2 ? count : 2);
          });
        }
        return isStillLong;
      });
      if (properties.answer !== answer) {
        cuts.push('the end of the answer');
      }
      if (isLong() || (answer && !toText(properties.answer))) {
        url = '';
      }
    }
  }
  fitAs(granted);
  if (!url || !queryPermission('send_pixel', url)) {
    return url
      ? permissionProblem(endpoint)
      : 'What SearchStax requires of this event is too long for a URL. Send shorter texts.';
  }

  return (mayStore, done) => {
    // Consent that came meanwhile brings the visitor's own IDs.
    if (mayStore !== granted) {
      fitAs(mayStore);
    }
    // The companion is given the impressions as they are, not as JSON.
    const shown = impressions && (JSON.parse(impressions) as unknown[]);
    let isTaken = false;
    if (shown) {
      properties.impressions = shown;
    }
    // Without consent the companion's queue, which outlives the page, is not for this event.
    if (url && mayStore) {
      tellCompanion(true);
      isTaken =
        callInWindow(
          'searchstaxSitecore.deliver',
          endpoint,
          payload,
          isPreview ? (words: string) => report(event + ' not sent: ' + words) : undefined
        ) === true;
    }
    if (isPreview) {
      const companion = isTaken ? copyFromWindow('searchstaxSitecore.version') || 'unknown' : version;
      report(
        event +
          (url
            ? (isTaken ? ' handed to the companion for ' : ' sent to ') +
              host +
              ': ' +
              names
                .filter((name) => properties[name] !== undefined)
                .map((name) => name + ' ' + quote(properties[name]))
                .concat(shown ? [shown.length + ' impressions'] : [])
                .join(', ') +
              '.' +
              (leftOut[0] ? ' Left out: ' + leftOut.join('; ') + '.' : '') +
              (cuts[0] ? ' Too long for a URL, so cut: ' + cuts.join('; ') + '.' : '') +
              (companion === version
                ? ''
                : ' The companion is version ' + companion + ', this tag ' + version + ': update both.')
            : ' not sent: with this session and visitor ID it is too long for a URL.')
      );
    }
    if (!url || isTaken) {
      done(isTaken);
    } else {
      // SearchStax accepts with 204, which is no image: either way the request has ended, and more cannot be known.
      sendPixel(url, done, done);
    }
  };
}
