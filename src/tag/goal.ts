// ---- Sitecore goals ----

import decodeUriComponent from 'decodeUriComponent';
import encodeUriComponent from 'encodeUriComponent';
import generateRandom from 'generateRandom';
import getUrl from 'getUrl';
import isConsentGranted from 'isConsentGranted';
import queryPermission from 'queryPermission';
import sendPixel from 'sendPixel';
import templateStorage from 'templateStorage';
import {
  cacheBuster,
  countedGoalsCookie,
  defaultPixelPath,
  defaultQueryKey,
  editingModes,
  queryKeys,
  queryLimit,
} from '../catalogue/sitecore.ts';
import { isUnasked } from './consent.ts';
import { permissionProblem, report } from './console.ts';
import { toHost } from './hosts.ts';
import { cookieValue, storeCookie } from './identity.ts';
import type { Send } from './searchstax.ts';
import { isBlank, quote, toTrimmed } from './values.ts';

/** A Sitecore goal, ready to be sent as a request for the pixel that names it; in words, why it cannot be. */
export function prepareGoal(goal: string, name: string, given: unknown): Send | string {
  const queryKey = isBlank(data.queryKey) ? defaultQueryKey : toTrimmed(data.queryKey);
  const key = queryKey.toLowerCase();
  // An https URL, which alone leads to another host, or else a path on the page's own; and the query, without a fragment.
  const parts = (isBlank(data.pixelUrl) ? defaultPixelPath : toTrimmed(data.pixelUrl))
    .split(' ')
    .join('%20')
    .match('^(?:([hH][tT]{2}[pP][sS]://[^?#]*)|(?!$|//|[^/?#]*:)/?([^?#]*))[?]?([^#]*)');
  const encoded = encodeUriComponent(goal);

  if (!goal) {
    return isBlank(given)
      ? 'No goal is named: fill in "Goal" in this tag, or the goal of the table row.'
      : 'The goal must be a name or an ID, not ' + quote(given) + '.';
  }
  // Some versions of Sitecore take a comma for the end of the name.
  if (!encoded || goal.indexOf(',') >= 0) {
    return (
      'The name ' +
      quote(goal) +
      (encoded ? ' holds a comma, at which some versions of Sitecore split it' : ' is damaged text') +
      ": use the goal's ID."
    );
  }
  if (!key.match(queryKeys)) {
    return (
      '"Query key" in this tag must be ' +
      "the name in Sitecore's setting Analytics.EventQueryStringKey, such as " +
      defaultQueryKey +
      ', not ' +
      quote(queryKey) +
      '.'
    );
  }
  if (!parts || (parts[1] && !toHost(parts[1]))) {
    return (
      '"Pixel" in this tag must be a path such as ' +
      defaultPixelPath +
      ' or a URL that begins with https://.'
    );
  }
  // On another port than https's own GTM refuses the request; without it the goal would go to another site.
  const address =
    parts[1] || ('https://' + getUrl('host') + ':' + getUrl('port') + '/').replace(':443/', '/') + parts[2];
  // What was typed, the goal, and a number that keeps caches from answering.
  const query = (parts[3] as string)
    .split('&')
    .filter((part) => part && [key, cacheBuster].indexOf((part.split('=')[0] as string).toLowerCase()) < 0)
    .concat([queryKey + '=' + encoded, cacheBuster + '=' + generateRandom(100000000000, 999999999999)])
    .join('&');
  const url = address + '?' + query;
  if (query.length >= queryLimit) {
    return "The name is too long for a URL: use the goal's ID.";
  }
  if (!queryPermission('send_pixel', url)) {
    return permissionProblem(address);
  }
  // Asked for the one parameter, GTM aborts the tag where that is not encoded well.
  const isEditing = getUrl('query').toLowerCase().match(editingModes);

  // How often a goal counts: the page remembers the goal and, where asked for and allowed, a cookie of the session.
  const frequency = data.goalFrequency;
  const isLimited = frequency === 'page' || frequency === 'session';
  const lower = goal.toLowerCase();
  // An ID is the same however it is written.
  const digits = lower.split('-').join('').match('^[{]?([0-9a-f]{32})}?$');
  const id = digits ? digits[1] : lower.split('|').join(' ');
  // As it stands in the cookie, and what the page remembers it by.
  const mark = '|' + id + '|';

  /** The goals counted in this session, each between two bars; empty if no cookie is to be used. */
  function inSession(): string {
    return frequency === 'session' && (isUnasked || isConsentGranted('analytics_storage'))
      ? '|' + cookieValue(countedGoalsCookie) + '|'
      : '';
  }
  /** Remembers that the goal was counted, or no more that it was. */
  function count(isSent: boolean): void {
    if (isLimited) {
      templateStorage.setItem(mark, isSent);
    }
    const before = inSession();
    if (before) {
      const goals = encodeUriComponent(before.split(mark).join('|').slice(1) + (isSent ? id : ''));
      // GTM cuts longer cookies off, at 1,200 characters: the first goals are forgotten.
      const latest = goals.match('(?:^|%7C)(.{0,1000})$');
      storeCookie(countedGoalsCookie, latest ? (decodeUriComponent(latest[1] as string) as string) : '');
    }
  }

  return (_mayStore, done) => {
    const reason = isEditing
      ? 'in Experience Editor and Preview goals do not count.'
      : isLimited &&
        (templateStorage.getItem(mark) || inSession().indexOf(mark) >= 0) &&
        'it counts once a ' + frequency + ', and has been counted.';
    function answered(arrived: boolean): void {
      if (!arrived) {
        count(false);
      }
      report(
        name +
          (reason
            ? ' not sent: ' + reason
            : arrived
              ? ' sent to ' + address + '.'
              : ' failed: ' + address + ' is no image. Is the media item published, and its path right?')
      );
      done(arrived);
    }
    if (reason) {
      answered(true);
    } else {
      // Before the answer, so that a second click at once does not send it again.
      count(true);
      sendPixel(
        url,
        () => answered(true),
        () => answered(false)
      );
    }
  };
}
