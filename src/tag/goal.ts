// ---- Sitecore goals ----

import encodeUriComponent from 'encodeUriComponent';
import getQueryParameters from 'getQueryParameters';
import queryPermission from 'queryPermission';
import sendPixel from 'sendPixel';
import {
  cacheBuster,
  defaultPixelPath,
  defaultQueryKey,
  editingModes,
  mediaParameters,
  modeParameter,
  queryLimit,
} from '../catalogue/sitecore.ts';
import { report } from './console.ts';
import { countGoal, isCounted, uncountGoal } from './counted-goals.ts';
import type { Delivery } from './delivery.ts';
import { permissionProblem } from './permission.ts';
import { pixelUrl, readPixel } from './pixel.ts';
import { isBlank, isDamaged, toTrimmedText } from './values.ts';
import { quote } from './words.ts';

const pixelProblem =
  '"Pixel" in this tag must be a path such as ' + defaultPixelPath + ' or a URL that begins with https://.';

/** Why a goal cannot be sent; undefined if it can. */
function goalProblem(given: unknown): string | undefined {
  const goal = toTrimmedText(given);
  if (goal === undefined) {
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
  return isDamaged(goal) ? 'The name ' + quote(goal) + " is damaged text: use the goal's ID." : undefined;
}

/** Why the query key cannot be used; undefined if it can. */
function queryKeyProblem(queryKey: string): string | undefined {
  const name = queryKey.toLowerCase();
  const isTaken = name === cacheBuster || mediaParameters.indexOf(name) >= 0;
  return isTaken || !name.match('^[a-z0-9_.~-]+$')
    ? '"Query key" in this tag must be the name in Sitecore\'s setting Analytics.EventQueryStringKey, such as ' +
        defaultQueryKey +
        ', not ' +
        quote(queryKey) +
        '.'
    : undefined;
}

/** Prepares a Sitecore goal: a request for the pixel that names it. */
export function prepareGoal(given: unknown): Delivery {
  const goal = toTrimmedText(given) || '';
  const name = goal === '' ? 'Goal' : 'Goal ' + quote(goal);
  const queryKey = isBlank(data.queryKey) ? defaultQueryKey : toTrimmedText(data.queryKey) || '';
  const pixel = readPixel();
  const problem = goalProblem(given) || queryKeyProblem(queryKey) || (pixel ? undefined : pixelProblem);
  if (problem || !pixel) {
    return { name: name, problems: [problem as string] };
  }
  const address = pixel.address;
  const url = pixelUrl(pixel, queryKey, encodeUriComponent(goal));
  if (url.length - address.length > queryLimit) {
    return { name: name, problems: ["The name is too long for a URL: use the goal's ID."] };
  }
  if (!queryPermission('send_pixel', url)) {
    return { name: name, problems: [permissionProblem(address)] };
  }
  const mode = toTrimmedText(getQueryParameters(modeParameter)) || '';

  function send(_mayStore: boolean, done: (arrived: boolean) => void): void {
    if (editingModes.indexOf(mode.toLowerCase()) >= 0) {
      report(name + ' not sent: in Experience Editor and Preview goals do not count.');
      done(true);
      return;
    }
    if (isCounted(goal)) {
      report(name + ' not sent: it counts once a ' + data.goalFrequency + ', and has been counted.');
      done(true);
      return;
    }
    countGoal(goal);
    sendPixel(
      url,
      () => {
        report(name + ' sent to ' + address + '.');
        done(true);
      },
      () => {
        uncountGoal(goal);
        report(
          name + ' failed: ' + address + ' is no image. Is the media item published, and its path right?'
        );
        done(false);
      }
    );
  }
  return { name: name, send: send };
}
