// ---- SearchStax ----

import copyFromDataLayer from 'copyFromDataLayer';
import copyFromWindow from 'copyFromWindow';
import encodeUriComponent from 'encodeUriComponent';
import JSON from 'JSON';
import makeNumber from 'makeNumber';
import queryPermission from 'queryPermission';
import sendPixel from 'sendPixel';
import templateStorage from 'templateStorage';
import toBase64 from 'toBase64';
import {
  eventProperties,
  everyEventProperties,
  impressionNames,
  plainEnd,
  plainNext,
  plainOthers,
  plainStart,
  plainText,
  plainTexts,
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
import { granted, handOver } from './consent.ts';
import { isPreview, permissionProblem, report } from './console.ts';
import { isNamedForSearchStax, keep, type Named, toList, toObject } from './data-layer.ts';
import { ga4Results, searchTerm } from './ga4.ts';
import { toHost } from './hosts.ts';
import { identify } from './identity.ts';
import { readPage, toImpressions } from './impressions.ts';
import { addTyped, convert } from './properties.ts';
import { cutText, isBlank, quote, toText, toTrimmed } from './values.ts';

/** Sends with the visitor's own IDs, if cookies may be used, and calls back with whether that succeeded. */
export type Send = (mayStore: boolean, done: (arrived: boolean) => void) => void;

/**
 * One of SearchStax's events, ready to be sent; in words, why it cannot be. What it carries is looked for in the tag's
 * fields, then in the data layer's searchstax object, then in GA4's parameters; converted to the types that SearchStax
 * takes, and checked.
 */
export function prepareEvent(event: string): Send | string {
  if (!eventProperties.hasOwnProperty(event)) {
    return 'SearchStax has no such event: choose one in this tag.';
  }
  const rule = (eventProperties[event] as string).split(' ');
  const names = ((rule[1] as string) + rule[2] + everyEventProperties).split('|');
  const required = makeNumber(rule[0]);
  const problems: string[] = [];
  const leftOut: string[] = [];
  const cuts: string[] = [];
  const term = searchTerm();
  let values = toObject(copyFromDataLayer(dataLayerName, 1));
  let given = values.impressions;
  // Apart from the other properties, as JSON: they may be many.
  let impressions = '';
  values.impressions = undefined;
  let json = JSON.stringify(values) || '';
  const pushed = keep(dataLayerName, json, isNamedForSearchStax);
  // It stays there after its event: beside a search term that came later, it is an older search's.
  if (
    (term.at as number) > (pushed.at as number) &&
    !isBlank(values.query) &&
    toText(values.query) !== term.text
  ) {
    values = {};
    given = undefined;
    json = '';
  }
  if (data.language || data.model || data.properties) {
    addTyped(values);
    given = values.impressions || given;
    values.impressions = undefined;
    json = JSON.stringify(values) || '';
  }

  // What is very long is not compared: it is cut anyway.
  const properties =
    json.length < 30000 &&
    json.match(
      plainStart +
        names.slice(0, required).join(plainNext) +
        plainTexts +
        rule[1] +
        plainOthers +
        rule[2] +
        plainEnd
    )
      ? values
      : convert(event, names, required, values, term.text, problems, leftOut);

  // A search without results shows nothing.
  if (impressionNames[event] && properties.totalHits !== 0) {
    let place: Named | undefined;
    if (event === '_search' && isBlank(given)) {
      place = ga4Results(properties.query, term);
      given = place && place.items;
    }
    if (!isBlank(given)) {
      const called = (impressionNames[event] as string).split('|');
      const all = toList(given);
      // No more than these fit into a URL, however short they are.
      const items = all.slice(0, 274);
      impressions = JSON.stringify(items);
      if (
        impressions.length > 30000 ||
        !impressions.match(
          '^\\[(?:,?[{]"' +
            called[0] +
            '":' +
            plainText +
            '(?:,"' +
            called[1] +
            '":' +
            plainText +
            ')?,"position":[1-9][0-9]{0,14}})+]$'
        )
      ) {
        if (items.length === 0 && JSON.stringify(given) !== '[]') {
          leftOut.push('impressions must be a list, not ' + quote(given));
        }
        readPage(values, all.length);
        impressions = toImpressions(called, items, impressions, leftOut);
      }
    }
    if (event === '_search') {
      // Remembered for the clicks on what the search showed: of one query all of it, as the visitor scrolls on.
      const shown = toObject(templateStorage.getItem('shown'));
      templateStorage.setItem('shown', {
        query: properties.query,
        text:
          (shown.query === properties.query ? shown.text : '') +
          impressions +
          (place && impressions ? JSON.stringify(place) : ''),
      });
    }
  }

  // The default one only where the field was never set, not where a variable in it is empty.
  const host = data.hasOwnProperty('analyticsHost')
    ? toHost(toTrimmed(data.analyticsHost))
    : defaultAnalyticsHost;
  const endpoint = 'https://' + host + trackPath;
  properties.key = toTrimmed(data.trackingKey);
  if (!host) {
    problems.push('"Analytics host" in this tag must be a host name such as ' + defaultAnalyticsHost + '.');
  }
  if (!properties.key) {
    problems.push('"Tracking key" in this tag is empty.');
  }
  if (problems.length > 0) {
    return problems.join(' ');
  }

  /**
   * The endpoint with the event as Base64 of its JSON in UTF-8. Of what cannot but be too long, only a text about as long
   * as the URL would be.
   */
  function toUrl(): string {
    const text =
      JSON.stringify({ event: event, properties: properties }).slice(0, -2) +
      (impressions && ',"impressions":' + impressions) +
      '}}';
    return text.length > jsonLimit
      ? text + text.slice(0, text.length / 3)
      : endpoint + '?data=' + encodeUriComponent(toBase64(text));
  }

  /**
   * Cuts the event until its URL is short enough: titles of the last impressions, then impressions from the end, then the
   * answer's text, then optional properties from the last. Required properties stay. Empty if they alone are too long.
   */
  function cut(long: string): string {
    const answer = properties.answer;
    let url = long;
    let order = names.length;

    /** Keeps fewer, to as many as fit: each URL that is too long tells how much to try next. */
    function shrink(most: number, to: (count: number) => void): string {
      let count = most;
      let share = 0;
      while (url.length > urlLimit && count > 0) {
        share = (count * urlLimit) / url.length;
        count = share < count - 1 ? share - (share % 1) : count - 1;
        to(count);
        url = toUrl();
      }
      return count > 0 ? ' after the first ' + count : '';
    }
    function cutAnswer(): void {
      const text = toText(answer);
      properties.answer = answer;
      url = toUrl();
      shrink(text.length, (count) => {
        properties.answer = cutText(text, count > 2 ? count : 2);
      });
    }

    if (impressions) {
      // Within a text each quotation mark has a backslash before it, so it is only between texts that these are found.
      const title = ',"cDocTitle":"';
      const titled = impressions.split(title);
      const untitled = titled.map((part) => part.slice(part.indexOf('","position":') + 1));
      if (titled.length > 1) {
        cuts.push(
          'titles of impressions' +
            shrink(titled.length - 1, (count) => {
              impressions = titled.slice(0, count + 1).join(title) + untitled.slice(count + 1).join('');
            })
        );
      }
      if (url.length > urlLimit) {
        const list = impressions.slice(3, -2).split('},{"');
        cuts.push(
          'impressions' +
            shrink(list.length, (count) => {
              impressions = count > 0 ? '[{"' + list.slice(0, count).join('},{"') + '}]' : '';
            })
        );
      }
    }
    if (url.length > urlLimit) {
      cutAnswer();
    }
    while (url.length > urlLimit && order > required) {
      order--;
      if (properties[names[order] as string] !== undefined) {
        properties[names[order] as string] = undefined;
        cuts.push(names[order] as string);
        // More of it may fit now.
        cutAnswer();
      }
    }
    if (properties.answer !== answer) {
      cuts.push('the end of the answer');
    }
    return url.length > urlLimit || (answer && !toText(properties.answer)) ? '' : url;
  }

  /** Says who the visitor is and makes the URL; empty if what must be sent is too long for one. */
  function fitAs(mayStore: boolean): string {
    properties.session = identify(sessionCookie, data.session, mayStore);
    properties._vid = identify(visitorCookie, data.visitor, mayStore);
    const url = toUrl();
    return url.length > urlLimit ? cut(url) : url;
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
    // The companion is given the impressions as they are, not as JSON.
    const shown = impressions ? (JSON.parse(impressions) as unknown[]) : undefined;
    properties.impressions = shown;
    // Without consent the companion's queue, which outlives the page, is not for this event.
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
          names
            .filter((name) => properties[name] !== undefined)
            .map((name) => name + ' ' + quote(properties[name]))
            .concat(shown ? [shown.length + ' impressions'] : [])
            .join(', ') +
          '.' +
          (leftOut.length > 0 ? ' Left out: ' + leftOut.join('; ') + '.' : '') +
          (cuts.length > 0 ? ' Too long for a URL, so cut: ' + cuts.join('; ') + '.' : '') +
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
