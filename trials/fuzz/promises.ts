import { queryLimit } from '../../src/catalogue/sitecore.ts';
import { urlLimit } from '../../src/catalogue/tracking-api.ts';
import { checkEvent } from '../../src/receiver/index.ts';
import { answerTrack } from '../../src/receiver/searchstax.ts';
import { defaultSettings } from '../../src/receiver/settings.ts';
import { analyticsHosts, goalsOf, pixelOf, queryKeyOf } from './expectations.ts';
import type { WatchedFiring } from './firing.ts';
import type { Played } from './play.ts';

/** What holds for one firing of the tag, whatever comes: undefined, or what is broken. */
type FiringPromise = (firing: WatchedFiring, played: Played) => string | undefined;

const isGoalPixel = (url: string) => /[?&]gtmcb=[^&]*$/.test(url);

/**
 * GTM's own copyFromDataLayer fails on a pushed object with such a key, and on one that holds itself, before any template
 * can look at it.
 */
const abortsOfGtm = ['g.hasOwnProperty is not a function', 'Maximum call stack size exceeded'];

const noException: FiringPromise = ({ errors }) => errors.find((error) => !abortsOfGtm.includes(error));

const oneOutcome: FiringPromise = (firing) => {
  const { successes, failures, pixels, errors, held } = firing;
  const calls = successes + failures;
  if (calls > 1) return `${successes} successes and ${failures} failures`;
  if (errors.length > 0) return undefined;
  const unanswered = pixels.some((pixel) => !pixel.ended);
  if (calls === 0 && !unanswered) return 'neither success nor failure, though every pixel was answered';
  if (calls === 1 && unanswered && !held) return 'an outcome before every pixel was answered';
  const goalFailed = pixels.some(({ url, ended }) => ended === 'error' && isGoalPixel(url));
  return goalFailed && successes > 0 && !held ? 'success, though a goal got no image' : undefined;
};

const keepsContract: FiringPromise = ({ pixels, handed, fields }) => {
  for (const { url } of pixels) {
    if (isGoalPixel(url)) continue;
    const { host, pathname, search } = new URL(url);
    const asked = { method: 'GET', path: pathname, query: search.slice(1), host, contentType: '', body: '' };
    const { status, reason } = answerTrack(
      asked,
      { ...defaultSettings, keys: [String(fields.trackingKey).trim()] },
      () => true,
    );
    if (status !== 204) return `SearchStax answers ${status}: ${reason}`;
  }
  for (const { event } of handed) {
    const reason = checkEvent(JSON.parse(JSON.stringify(event)));
    if (reason) return `handed to the companion: ${reason}`;
  }
  return undefined;
};

const configuredHosts: FiringPromise = ({ pixels, handed, fields }, { page }) => {
  const urls = [...pixels.map(({ url }) => url), ...handed.map(({ url }) => String(url))];
  for (const url of urls) {
    const { protocol, hostname, port } = new URL(url);
    const allowed = isGoalPixel(url)
      ? [pixelOf(fields, page.url)?.hostname]
      : analyticsHosts(fields.analyticsHost);
    if (protocol !== 'https:' || port !== '' || !allowed.includes(hostname))
      return `${url} is no configured host`;
  }
  return undefined;
};

const goalAlone: FiringPromise = ({ pixels, fields }, { page }) => {
  for (const { url } of pixels.filter((pixel) => isGoalPixel(pixel.url))) {
    const sent = [...new URL(url).searchParams];
    const key = queryKeyOf(fields);
    const values = sent
      .filter(([name]) => name.toLowerCase() === key.toLowerCase())
      .map(([, value]) => value);
    if (values.length !== 1 || !goalsOf(fields).includes(values[0] as string))
      return `${key} is ${JSON.stringify(values)}`;
    if (sent.filter(([name]) => name === 'gtmcb').length !== 1) return `not one gtmcb in ${url}`;
    const isOwn = ([name]: [string, string]) => [key.toLowerCase(), 'gtmcb'].includes(name.toLowerCase());
    const others = JSON.stringify(sent.filter((pair) => !isOwn(pair)));
    const typed = pixelOf(fields, page.url);
    const expected = JSON.stringify([...(typed?.searchParams ?? [])].filter((pair) => !isOwn(pair)));
    if (others !== expected) return `other parameters: ${others} instead of ${expected}`;
    if (new URL(url).pathname !== typed?.pathname)
      return `path ${new URL(url).pathname} instead of ${typed?.pathname}`;
  }
  return undefined;
};

/** A pixel's path is the marketer's own; what the browser makes of it is checked for SearchStax's alone. */
/** How long a goal's own pixel is stands in the tag's field: only its query must be short. */
const shortEnough: FiringPromise = ({ pixels }) => {
  const sent = pixels.map(({ url }) => (isGoalPixel(url) ? new URL(url).search.slice(1) : new URL(url).href));
  const long = sent.find((text, index) =>
    isGoalPixel(pixels[index]?.url ?? '') ? text.length >= queryLimit : text.length > urlLimit,
  );
  return long && `a URL or query of ${long.length} characters`;
};

const asksFirst: FiringPromise = ({ cookies, pixels, handed, fields, grantedAtStart }) => {
  if (fields.consent === 'ignore') return undefined;
  const cookie = cookies.find(({ granted }) => !granted);
  if (cookie) return `cookie ${cookie.name} ${cookie.written ? 'written' : 'read'} without consent`;
  if (handed.some(({ granted }) => !granted)) return 'handed to the companion without consent';
  if (fields.consent === 'anonymous' || grantedAtStart) return undefined;
  return pixels[0] && !pixels[0].granted ? 'sent without consent' : undefined;
};

/** A URL with its braces decoded, and nothing else: what was typed into "Pixel" need not be encoded well. */
const withBraces = (url: string) => url.replace(/%7B/gi, '{').replace(/%7D/gi, '}');

const namesNoVariable: FiringPromise = ({ pixels, handed }) => {
  const sent = [
    ...pixels.map(({ url }) => (isGoalPixel(url) ? withBraces(url) : JSON.stringify(eventOf(url)))),
    ...handed.map(({ event }) => JSON.stringify(event)),
  ];
  return sent.find((text) => /\{\{(Goal|Key|Session)\}\}/.test(text));
};

const onceEach: FiringPromise = ({ pixels, handed }) => {
  const sent = [
    ...pixels.map(({ url }) => (isGoalPixel(url) ? url.replace(/gtmcb=\d+/, '') : eventOf(url).event)),
    ...handed.map(({ event }) => (event as { event: string }).event),
  ];
  const twice = sent.find((one, order) => sent.indexOf(one) !== order);
  return twice && `${twice} sent twice in one firing`;
};

function eventOf(url: string): { event: string } {
  const json = Buffer.from(new URL(url).searchParams.get('data') ?? '', 'base64').toString('utf8');
  return JSON.parse(json);
}

const firingPromises: Record<string, FiringPromise> = {
  'no exception leaves the tag': noException,
  'exactly one of gtmOnSuccess and gtmOnFailure, once': oneOutcome,
  'SearchStax accepts what it is sent': keepsContract,
  'only configured hosts are called': configuredHosts,
  'a goal changes no other parameter': goalAlone,
  'no URL is too long': shortEnough,
  'no cookie and no request without consent': asksFirst,
  'no name of a variable that GTM did not resolve is sent': namesNoVariable,
  'a firing sends each thing once': onceEach,
};

/** What is broken, each with the promise's name; empty where everything holds. */
export function brokenPromises(played: Played): string[] {
  const broken = played.firings.flatMap((firing) =>
    Object.entries(firingPromises).flatMap(([name, promise]) => {
      const complaint = promise(firing, played);
      return complaint ? [`${name}: ${complaint}`] : [];
    }),
  );
  const { visit, page } = played;
  if (!visit.preview && page.console.length > 0)
    broken.push('nothing is logged outside preview: something was');
  if ('isAdmin' in {}) broken.push('Object.prototype is what it was: it was polluted');
  return broken;
}
