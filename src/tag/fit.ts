// ---- Fitting an event into a URL ----

import encodeUriComponent from 'encodeUriComponent';
import JSON from 'JSON';
import toBase64 from 'toBase64';
import {
  eventProperties,
  everyEventProperties,
  impressionNames,
  requiredProperties,
} from '../catalogue/for-tag.ts';
import { jsonLimit, urlLimit } from '../catalogue/tracking-api.ts';
import type { Named } from './data-layer.ts';
import type { Found } from './properties.ts';
import { cutText, toText } from './values.ts';

/**
 * The URL of an event: the endpoint with the event as Base64 of its JSON in UTF-8. Of what cannot but be too long, only a
 * text about as long as the URL would be.
 */
export function toUrl(event: string, found: Found, endpoint: string): string {
  let json = JSON.stringify({ event: event, properties: found.properties });
  if (found.json) {
    json = json.slice(0, -2) + ',"impressions":' + found.json + '}}';
  }
  return json.length > jsonLimit
    ? json + json.slice(0, json.length / 3)
    : endpoint + '?data=' + encodeUriComponent(toBase64(json));
}

/**
 * Cuts an event until its URL is short enough: titles of the last impressions, then impressions from the end, then the
 * answer's text, then optional properties from the last. Required properties stay. The URL; empty if they alone are too
 * long.
 */
export function cutEvent(event: string, found: Found, endpoint: string): string {
  const properties = found.properties;
  let url = '';

  function size(): number {
    url = toUrl(event, found, endpoint);
    return url.length;
  }

  /** Cuts to as much as fits: each size that is too large tells how much to try next. */
  function cut(most: number, to: (count: number) => void): string {
    let count = most;
    let length = size();
    let share = 0;
    to(0);
    const least = size();
    while (length > urlLimit && count > 0) {
      share = (count * (urlLimit - least)) / (length - least);
      count = least > urlLimit ? 0 : share < count - 1 ? share - (share % 1) : count - 1;
      to(count);
      length = size();
    }
    return count > 0 ? ' after the first ' + count : '';
  }

  function cutImpressions(impressions: Named[], names: string[]): void {
    const identifier = (names[0] as string).split(' ')[0] as string;
    const untitled = impressions.map((impression) => {
      const bare: Named = {};
      bare[identifier] = impression[identifier];
      bare.position = impression.position;
      return JSON.stringify(bare);
    });
    function send(texts: string[]): void {
      found.json = texts.length > 0 ? '[' + texts.join(',') + ']' : '';
    }
    if (names[1]) {
      const titled = impressions.map((impression) => JSON.stringify(impression));
      found.cuts.push(
        'titles of impressions' +
          cut(titled.length, (count) => send(titled.slice(0, count).concat(untitled.slice(count))))
      );
    }
    if (url.length > urlLimit) {
      found.cuts.push('impressions' + cut(untitled.length, (count) => send(untitled.slice(0, count))));
    }
    found.impressions = found.json ? (JSON.parse(found.json) as Named[]) : undefined;
  }

  function cutRest(answer: string): void {
    const required = (requiredProperties[event] as string).split(' ');
    const optional = (eventProperties[event] + ',' + everyEventProperties)
      .split('"')
      .filter((name) => properties[name] !== undefined && required.indexOf(name) < 0);
    // As short as can be for now: what is optional goes only if even that does not fit.
    properties.answer = answer && cutText(answer, 2);
    while (size() > urlLimit && optional.length > 0) {
      properties[optional[optional.length - 1] as string] = undefined;
      found.cuts.push(optional.pop() as string);
    }
    if (answer) {
      properties.answer = answer;
      cut(answer.length, (count) => {
        properties.answer = cutText(answer, count);
      });
      found.cuts.push('the end of the answer');
    }
  }

  if (found.impressions) {
    cutImpressions(found.impressions.slice(0, jsonLimit / 28), (impressionNames[event] as string).split('|'));
  }
  if (size() > urlLimit) {
    cutRest(properties.answer as string);
  }
  const isEmptied = properties.answer !== undefined && toText(properties.answer) === '';
  return url.length > urlLimit || isEmptied ? '' : url;
}
