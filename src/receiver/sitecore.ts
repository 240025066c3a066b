/** Sitecore's media handler with tracking on: an image, and a goal or page event counted on the way. */

import { queryLimit } from '../catalogue/sitecore.ts';
import { type Answer, type Asked, methodNotAllowed, type Verdict } from './exchange.ts';
import { findGoal } from './goals.ts';
import type { Settings } from './settings.ts';

/** A transparent GIF of 1x1. */
const image = Uint8Array.from(atob('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'), (c) =>
  c.charCodeAt(0),
);

const imageHeaders = {
  'content-type': 'image/gif',
  // As Sitecore delivers media: this browser alone may keep it, for a week.
  'cache-control': 'private, max-age=604800',
  'last-modified': 'Tue, 02 Jan 2024 03:04:05 GMT',
};

/** Under either of Sitecore's prefixes, also where the site lives in a virtual folder. */
export function isMedia(path: string): boolean {
  return /\/[-~]\/media\//i.test(path);
}

/**
 * @param isRepeated whether this very URL was asked before, so that a browser or CDN would have answered from its cache
 */
export function answerMedia(asked: Asked, settings: Settings, isRepeated: boolean): Answer {
  if (asked.method !== 'GET' && asked.method !== 'HEAD') return methodNotAllowed('GET, HEAD');
  if (asked.query.length > queryLimit) {
    return notFound(
      `IIS takes no query string over ${queryLimit} characters, this one has ${asked.query.length}`,
    );
  }
  if (settings.unpublished.some((path) => itemPath(path) === itemPath(asked.path))) {
    return notFound('the media item is not published');
  }
  return { status: 200, headers: imageHeaders, body: image, ...track(asked, settings, isRepeated) };
}

function track(
  asked: Asked,
  settings: Settings,
  isRepeated: boolean,
): { verdict: Verdict; reason?: string; event?: { goal: string } } {
  const goal = trackValue(asked.query, settings.queryKey);
  if (goal === undefined || asked.method === 'HEAD')
    return { verdict: 'no goal', reason: 'an image without a goal' };
  const event = { goal };
  if (isRepeated) {
    return { verdict: 'cached', reason: 'a cache would have answered: this URL was asked before', event };
  }
  if (!findGoal(goal, settings.goals)) {
    return { verdict: 'unknown goal', reason: `Failed to trigger event from query string: ${goal}`, event };
  }
  if (!goal.includes(',')) return { verdict: 'counted', event };
  return { verdict: 'counted', reason: 'some versions of Sitecore split a goal at its commas', event };
}

/** As ASP.NET reads it: the key in any case, several values joined by commas, a blank one is none. */
function trackValue(query: string, key: string): string | undefined {
  const values = [...new URLSearchParams(query)]
    .filter(([name]) => name.toLowerCase() === key.toLowerCase())
    .map(([, value]) => value);
  return values.join(',').trim() || undefined;
}

/** Media URLs name the item in any case, with or without an extension. */
function itemPath(path: string): string {
  return path
    .toLowerCase()
    .replace('/~/', '/-/')
    .replace(/\.\w+$/, '');
}

function notFound(reason: string): Answer {
  return { status: 404, verdict: 'not found', reason };
}
