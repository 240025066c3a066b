/**
 * The search page reader: reads a search page as the visitor sees it, and pushes the documented `searchstax_*` events.
 *
 * It adds `readSearchPage` to the global that the companion uses too, `searchstaxSitecore`; either may come first.
 */

import { sayMissing } from './debug.ts';
import { startReader } from './reader.ts';
import type { SearchPageSettings } from './settings.ts';
import { complete } from './settings.ts';

/** Whether the console is asked to say what cannot be read; the address may change. */
const isDebugging = /searchstax-debug/.test(`${location}`);

/** What is read already. */
const started: { [results: string]: unknown } = {};

/**
 * Reads the search page that these settings describe, from now on. Returns true for usable ones, also before the page
 * has a body; the same `results` again change nothing, and others are read as well. Never throws.
 */
function readSearchPage(settings: SearchPageSettings): boolean {
  const given: SearchPageSettings = Object(settings);
  const setup = complete(given);
  const results = setup.results || '';
  const check = () => {
    if (given.debug === true || isDebugging) sayMissing(given, setup);
  };
  try {
    // Works before there is a body, and throws where it is no selector.
    document.querySelector(results);
    if (!started[results]) {
      started[results] = true;
      startReader(setup, check);
    }
    return true;
  } catch (_error) {
    check();
    return false;
  }
}

try {
  const page = window as { searchstaxSitecore?: object };
  let shared: { readSearchPage?: typeof readSearchPage } = Object(page.searchstaxSitecore);
  // Settings that a page has frozen are copied.
  if (!Object.isExtensible(shared)) shared = Object.assign({}, shared);
  page.searchstaxSitecore = shared;
  shared.readSearchPage = shared.readSearchPage || readSearchPage;
} catch (_error) {
  // A page that is in our way goes without the reader, not without itself.
}
