// What people type or paste, read as the tag reads it. Each reader throws an Error that ends the sentence "--option ...".

import {
  presetSetting,
  presets,
  type SearchPageSettings,
  searchPageSettings,
} from '../catalogue/search-page.ts';
import { defaultPixelPath } from '../catalogue/sitecore.ts';
import { defaultAnalyticsHost } from '../catalogue/tracking-api.ts';
import { toHost } from '../tag/hosts.ts';

const guid = /^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i;

/** Any text but none. GTM would take double braces for the name of a variable, which the container does not have. */
export function readText(typed: string): string {
  const text = typed.trim();
  if (!text) throw new Error('is empty.');
  if (text.includes('{{')) throw new Error(`cannot hold a GTM variable: ${text}`);
  return text;
}

/** The host of what is pasted: a host, or an address. */
export function readHost(typed: string): string {
  const host = toHost(readText(typed));
  if (!host) throw new Error(`must be a host such as ${defaultAnalyticsHost}, without a port, not ${typed}`);
  return host;
}

export function readKey(typed: string): string {
  const key = readText(typed);
  if (/\s/.test(key)) throw new Error(`must be the tracking key alone, without spaces, not ${typed}`);
  return key;
}

/** A goal's name, or its ID. */
export function readGoal(typed: string): string {
  const goal = readText(typed);
  if (goal.includes(',')) {
    throw new Error(
      `holds a comma, at which some versions of Sitecore split it: use the goal's ID, not ${typed}`,
    );
  }
  const isBraced = goal.startsWith('{') && goal.endsWith('}');
  const hasBrace = /[{}]/.test(goal);
  if (hasBrace && !(isBraced && guid.test(goal))) {
    throw new Error(
      `must be a goal's name or an ID such as {4E1B3C6A-9D2F-4C57-8A10-6B7C8D9E0F12}, not ${typed}`,
    );
  }
  return goal;
}

/** A path on the site's own host, from the root, or an https address on another. */
export function readPixel(typed: string): string {
  const pixel = readText(typed);
  if (/^https:\/\//i.test(pixel)) {
    if (!toHost(pixel)) throw new Error(`must have a host without a port: ${typed}`);
    return `https://${pixel.slice(8)}`;
  }
  const path = pixel.startsWith('/') ? pixel : `/${pixel}`;
  // Git's shell on Windows turns a path into one of its own, C:/Program Files/Git/...
  if (path.startsWith('//') || path.split('/')[1]?.includes(':') || path.includes('\\')) {
    throw new Error(
      `must be a path such as ${defaultPixelPath}, or an address that begins with https://, not ${typed}`,
    );
  }
  return path;
}

/** What the search page reader can be told. */
export const settingNames: string[] = [presetSetting, ...searchPageSettings].map(({ name }) => name);
export const presetNames: string[] = presets.map(({ name }) => name);

/** One setting of the search page reader, as `NAME=VALUE`. */
export function readSetting(typed: string): SearchPageSettings {
  const at = typed.indexOf('=');
  const name = typed.slice(0, Math.max(at, 0)).trim();
  if (!settingNames.includes(name)) {
    throw new Error(`must be NAME=VALUE with a NAME of ${settingNames.join(', ')}, not ${typed}`);
  }
  const value = typed.slice(at + 1).trim();
  if (!value) throw new Error(`${name} is empty.`);
  if (name === presetSetting.name && !presetNames.includes(value)) {
    throw new Error(`${name} must be one of ${presetNames.join(', ')}, not ${value}`);
  }
  return { [name]: readText(value) };
}
