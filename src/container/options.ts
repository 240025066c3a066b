/** What `npm run container` can be told. */

import { parseArgs } from 'node:util';
import type { SearchPageSettings } from '../catalogue/search-page.ts';
import { defaultPixelPath } from '../catalogue/sitecore.ts';
import { trackPath } from '../catalogue/tracking-api.ts';
import {
  presetNames,
  readGoal,
  readHost,
  readKey,
  readPixel,
  readSetting,
  readText,
  settingNames,
} from './typed.ts';
import type { ContainerValues } from './values.ts';

export interface Wanted {
  values: ContainerValues;
  /** The addresses that the template may call; any https address without them. */
  pixelUrls?: string[];
  /** Path of the file to write. */
  out: string;
  /** Whether a file that is there may be replaced. */
  force: boolean;
}

export const usage = `npm run container -- --host HOST --key KEY --chat-goal GOAL --phone-goal GOAL --out FILE [options]

Writes a container for Admin > Import Container in Google Tag Manager, with your values filled in.

  --host HOST         SearchStax's analytics host, such as analytics-us.searchstax.com
  --out FILE          the file to write, such as my-container.json

Leave out what you do not use; it can be filled in after the import, too:

  --key KEY           the tracking key, shown beside the host in SearchStax
  --chat-goal GOAL    the Sitecore goal of an opened chat: its name or its ID
  --phone-goal GOAL   the Sitecore goal of a clicked phone number
  --language LANG     the language of the search, such as en or pt-BR
  --model NAME        the search profile
  --pixel PATH        the published image in Sitecore's media library (default: ${defaultPixelPath}),
                      or its https address if it is on another host
  --no-results-goal GOAL
                      the Sitecore goal of a search that found nothing; its tag then comes un-paused
  --search-page NAME=VALUE
                      for a site that pushes no searches: how the search page reader reads the search page, such as
                      preset=sxa or "results=.results li"; once for each setting. The reader then comes un-paused.
                      Settings: ${settingNames.slice(0, 10).join(', ')},
                      ${settingNames.slice(10).join(', ')}
                      Presets: ${presetNames.join(', ')}
  --site HOST         the site's host, such as www.example.com: the template may then send to it and to the
                      analytics host only; once for each host that shows the site
  --force             replace FILE if it exists
  --help              this text

Put names with spaces and IDs in braces into quotes: --phone-goal "{4E1B3C6A-9D2F-4C57-8A10-6B7C8D9E0F12}"`;

const known = {
  host: { type: 'string' },
  key: { type: 'string' },
  'chat-goal': { type: 'string' },
  'phone-goal': { type: 'string' },
  'no-results-goal': { type: 'string' },
  'search-page': { type: 'string', multiple: true },
  language: { type: 'string' },
  model: { type: 'string' },
  pixel: { type: 'string' },
  site: { type: 'string', multiple: true },
  out: { type: 'string' },
  force: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * @param words the command line behind the script's name
 * @returns undefined where help is asked for
 * @throws an Error that says what is wrong, with a line for each fault
 */
export function readOptions(words: string[]): Wanted | undefined {
  const given = parseArgs({ args: words, options: known }).values;
  if (given.help) return undefined;

  const problems: string[] = [];
  /** Reads an option; a fault in it is noted, so that all of them are told at once. */
  function read(option: keyof typeof known, reader: (typed: string) => string): string | undefined;
  function read(option: keyof typeof known, reader: (typed: string) => string, isNeeded: true): string;
  function read(option: keyof typeof known, reader: (typed: string) => string, isNeeded = false) {
    const typed = given[option];
    if (typeof typed !== 'string') {
      if (isNeeded) problems.push(`--${option} is missing.`);
      return isNeeded ? '' : undefined;
    }
    return attempt(option, reader, typed) ?? '';
  }
  function attempt<T>(option: string, reader: (typed: string) => T, typed: string): T | undefined {
    try {
      return reader(typed);
    } catch (error) {
      problems.push(`--${option} ${(error as Error).message}`);
      return undefined;
    }
  }

  const analyticsHost = read('host', readHost, true);
  const pixel = read('pixel', readPixel);
  const wanted: Wanted = {
    values: {
      analyticsHost,
      trackingKey: read('key', readKey),
      chatGoal: read('chat-goal', readGoal),
      phoneGoal: read('phone-goal', readGoal),
      noResultsGoal: read('no-results-goal', readGoal),
      language: read('language', readText),
      model: read('model', readText),
      pixel,
    },
    out: read('out', readText, true),
    force: given.force ?? false,
  };
  if (given.site) {
    const sites = given.site.map((site) => attempt('site', readHost, site) ?? '');
    wanted.pixelUrls = allowed(analyticsHost, pixel?.startsWith('https://') ? [readHost(pixel)] : sites);
  }
  if (given['search-page']) {
    const settings = given['search-page'].map((setting) => attempt('search-page', readSetting, setting));
    const searchPage: SearchPageSettings = Object.assign({}, ...settings);
    if (
      !settings.includes(undefined) &&
      !searchPage.results &&
      (searchPage.preset ?? 'generic') === 'generic'
    ) {
      problems.push(
        '--search-page results=SELECTOR is missing: without a preset, nothing else tells what a result is.',
      );
    }
    wanted.values.searchPage = searchPage;
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return wanted;
}

/** SearchStax's endpoint, and the hosts that serve the pixel. */
function allowed(analyticsHost: string, pixelHosts: string[]): string[] {
  return [`https://${analyticsHost}${trackPath}*`, ...new Set(pixelHosts.map((host) => `https://${host}/*`))];
}
