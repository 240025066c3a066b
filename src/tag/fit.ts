// ---- Fitting an event into a URL ----

import encodeUriComponent from 'encodeUriComponent';
import JSON from 'JSON';
import Math from 'Math';
import toBase64 from 'toBase64';
import type { EventRule } from '../catalogue/for-tag.ts';
import { impressionShapes } from '../catalogue/impressions.ts';
import { urlLimit } from '../catalogue/tracking-api.ts';
import type { Named } from './data-layer.ts';
import { cutText, isBlank } from './values.ts';

/** What SearchStax takes. */
export interface TrackEvent {
  event: string;
  properties: Named;
}

/** An event's URL, and in words what had to be cut for it. */
export interface Fitted {
  url: string;
  cuts: string[];
}

/** The largest number up to a limit that fits; 0 where none does. */
function largest(limit: number, fits: (number: number) => boolean): number {
  let low = 0;
  let high = limit;
  let middle = 0;
  while (low < high) {
    middle = Math.ceil((low + high) / 2);
    if (fits(middle)) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/**
 * The URL of an event: the endpoint with the event as Base64 of its JSON in UTF-8. The event is cut until that is short
 * enough: titles of the last impressions, then impressions from the end, then the answer's text, then optional
 * properties from the last. Required properties stay; undefined if they alone are too long.
 */
export function fitEvent(event: TrackEvent, rule: EventRule, endpoint: string): Fitted | undefined {
  const properties = event.properties;
  const cuts: string[] = [];
  let url = '';

  function fits(): boolean {
    url = endpoint + '?data=' + encodeUriComponent(toBase64(JSON.stringify(event)));
    return url.length <= urlLimit;
  }

  function cutTitles(impressions: Named[], identifier: string): void {
    const untitled = impressions.map((impression) => {
      const bare: Named = { position: impression.position };
      bare[identifier] = impression[identifier];
      return bare;
    });
    // Where the list is too long without any title, no title needs to be tried.
    properties.impressions = untitled;
    const titled = largest(fits() ? impressions.length - 1 : 0, (count) => {
      properties.impressions = impressions.slice(0, count).concat(untitled.slice(count));
      return fits();
    });
    properties.impressions = impressions.slice(0, titled).concat(untitled.slice(titled));
    cuts.push('titles of impressions' + (titled > 0 ? ' after the first ' + titled : ''));
  }

  function cutImpressions(impressions: Named[]): void {
    const kept = largest(impressions.length, (count) => {
      properties.impressions = impressions.slice(0, count);
      return fits();
    });
    properties.impressions = kept > 0 ? impressions.slice(0, kept) : undefined;
    cuts.push('impressions' + (kept > 0 ? ' after the first ' + kept : ''));
  }

  function cutOptional(): void {
    let isLong = !fits();
    let name = '';
    for (let i = rule.optional.length - 1; i >= 0 && isLong; i--) {
      name = rule.optional[i] as string;
      if (properties[name] !== undefined) {
        properties[name] = undefined;
        cuts.push(name);
        isLong = !fits();
      }
    }
  }

  function cutAnswer(answer: string): void {
    // As short as can be for now: what is optional goes only if even that does not fit.
    properties.answer = cutText(answer, 2);
    cutOptional();
    const kept = largest(answer.length, (count) => {
      properties.answer = cutText(answer, count);
      return fits();
    });
    properties.answer = cutText(answer, kept);
    cuts.push('the end of the answer');
  }

  if (fits()) {
    return { url: url, cuts: cuts };
  }
  if (properties.impressions && rule.impressions) {
    if (impressionShapes[rule.impressions].title) {
      cutTitles(properties.impressions as Named[], impressionShapes[rule.impressions].identifier);
    }
    if (!fits()) {
      cutImpressions(properties.impressions as Named[]);
    }
  }
  if (!fits()) {
    if (properties.answer) {
      cutAnswer(properties.answer as string);
    } else {
      cutOptional();
    }
  }
  return fits() && (properties.answer === undefined || !isBlank(properties.answer))
    ? { url: url, cuts: cuts }
    : undefined;
}
