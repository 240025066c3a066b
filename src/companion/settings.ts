import { page } from './page.ts';
import { warn } from './warn.ts';

/** What a page may set before the companion runs: `window.searchstaxSitecore = { widgets: ['intercom'] }`. */
export interface Settings {
  /** Name of the data layer, where it is not the one that GTM on this page reads. */
  dataLayer?: string;
  /** Which chat widgets to hear: provider names, or false for none. All by default. */
  widgets?: boolean | string[];
  /** False: phone links are left to GTM's own triggers. */
  phone?: boolean;
  /** False: `deliver` accepts nothing, and the tag sends its pixels. */
  delivery?: boolean;
}

/** True where a value holds the double brace of a GTM variable that was not filled in, which is said. */
export function isLeftOut(value: unknown, name: string): boolean {
  // Written so that GTM, whose Custom HTML tag carries this, sees no variable here.
  const found = /[{]{2}/.test(JSON.stringify(value));
  if (found) warn(name, `${name} holds a GTM variable that is not filled in.`);
  return found;
}

/** What the page has set under a name; a setting that holds an unresolved GTM variable is none. */
export function setting<Name extends keyof Settings>(name: Name): Settings[Name] {
  const value = (Object(page.searchstaxSitecore) as Settings)[name];
  return isLeftOut(value, name) ? undefined : value;
}
