// ---- Sitecore goals ----

import encodeUriComponent from 'encodeUriComponent';
import generateRandom from 'generateRandom';
import getUrl from 'getUrl';
import queryPermission from 'queryPermission';
import sendPixel from 'sendPixel';
import toBase64 from 'toBase64';
import {
  cacheBuster,
  defaultPixelPath,
  defaultQueryKey,
  editingModes,
  mediaParameters,
  queryLimit,
} from '../catalogue/sitecore.ts';
import { permissionProblem, report } from './console.ts';
import { countedGoals } from './counted-goals.ts';
import { toHost } from './hosts.ts';
import type { Send } from './searchstax.ts';
import { isBlank, quote, toTrimmed } from './values.ts';

/** A Sitecore goal, ready to be sent as a request for the pixel that names it; in words, why it cannot be. */
export function prepareGoal(goal: string, name: string, given: unknown): Send | string {
  /**
   * Where the pixel is that the tag names: a path on the page's own host, or an https URL, which alone leads to another
   * host. Empty for anything else.
   */
  function readAddress(typed: string): string {
    if (typed.toLowerCase().indexOf('https://') === 0) {
      return toHost(typed) ? typed : '';
    }
    if (typed.match('^(?://|[^/]*:)')) {
      return '';
    }
    // On another port than https's own GTM refuses the request; without it the goal would go to another site.
    const port = getUrl('port');
    return (
      'https://' +
      getUrl('host') +
      (port && port !== '443' ? ':' + port : '') +
      (typed.charAt(0) === '/' ? '' : '/') +
      typed
    );
  }

  const queryKey = isBlank(data.queryKey) ? defaultQueryKey : toTrimmed(data.queryKey);
  const key = queryKey.toLowerCase();
  const pixel = isBlank(data.pixelUrl) ? defaultPixelPath : toTrimmed(data.pixelUrl);
  // Address and query; a fragment is dropped.
  const parts = pixel.split(' ').join('%20').match('^([^?#]*)[?]?([^#]*)') as string[];
  const address = pixel && readAddress(parts[1] as string);

  if (goal === '') {
    return isBlank(given)
      ? 'No goal is named: fill in "Goal" in this tag, or the goal of the table row.'
      : 'The goal must be a name or an ID, not ' + quote(given) + '.';
  }
  // Some versions of Sitecore take a comma for the end of the name.
  if (goal.indexOf(',') >= 0) {
    return (
      'The name ' +
      quote(goal) +
      " holds a comma, at which some versions of Sitecore split it: use the goal's ID."
    );
  }
  if (toBase64(goal) === undefined) {
    return 'The name ' + quote(goal) + " is damaged text: use the goal's ID.";
  }
  if (key === cacheBuster || key.match(mediaParameters) || !key.match('^[a-z0-9_.~-]+$')) {
    return (
      '"Query key" in this tag must be the name in Sitecore\'s setting Analytics.EventQueryStringKey, such as ' +
      defaultQueryKey +
      ', not ' +
      quote(queryKey) +
      '.'
    );
  }
  if (!address) {
    return (
      '"Pixel" in this tag must be a path such as ' +
      defaultPixelPath +
      ' or a URL that begins with https://.'
    );
  }
  // What was typed, the goal, and a number that keeps caches from answering.
  const query = (parts[2] as string)
    .split('&')
    .filter((part) => {
      const typed = (part.split('=')[0] as string).toLowerCase();
      return part !== '' && typed !== key && typed !== cacheBuster;
    })
    .concat([
      queryKey + '=' + encodeUriComponent(goal),
      cacheBuster + '=' + generateRandom(100000000000, 999999999999),
    ])
    .join('&');
  const url = address + '?' + query;
  if (query.length >= queryLimit) {
    return "The name is too long for a URL: use the goal's ID.";
  }
  if (!queryPermission('send_pixel', url)) {
    return permissionProblem(address);
  }
  // Asked for the one parameter, GTM aborts the tag where that is not encoded well.
  const limit = countedGoals(goal);
  const isEditing = getUrl('query').match(editingModes);

  return (_mayStore, done) => {
    if (isEditing) {
      report(name + ' not sent: in Experience Editor and Preview goals do not count.');
      done(true);
    } else if (limit.isCounted()) {
      report(name + ' not sent: it counts once a ' + data.goalFrequency + ', and has been counted.');
      done(true);
    } else {
      // Before the answer, so that a second click at once does not send it again.
      limit.count(true);
      sendPixel(
        url,
        () => {
          report(name + ' sent to ' + address + '.');
          done(true);
        },
        () => {
          limit.count(false);
          report(
            name + ' failed: ' + address + ' is no image. Is the media item published, and its path right?'
          );
          done(false);
        }
      );
    }
  };
}
