/**
 * The search page reader: reads a search page as the visitor sees it, and pushes the documented `searchstax_*` events.
 *
 * It adds `readSearchPage` to the global that the companion uses too, `searchstaxSitecore`; either may come first.
 */

import { say, sayMissing } from './debug.ts';
import { startReader } from './reader.ts';
import type { SearchPageSettings } from './settings.ts';
import { complete } from './settings.ts';

/** What is read already. */
const started: string[] = [];

/**
 * Reads the search page that these settings describe, from now on. Returns true for usable ones, also before the page
 * has a body; the same `results` again change nothing, and others are read as well. Never throws.
 */
function readSearchPage(settings: SearchPageSettings): boolean {
  try {
    const given: SearchPageSettings = Object(settings);
    const isDebugging = `${given.debug}` === 'true' || /[?&]searchstax-debug\b/.test(location.search);
    const problems: string[] = [];
    const setup = complete(given, (problem) => problems.push(problem));
    const results = setup.results;
    if (!results && !problems[0]) problems.push('fill in results, or choose a preset');
    if (isDebugging) problems.forEach(say);
    if (results && started.indexOf(results) < 0) {
      started.push(results);
      startReader(setup, isDebugging ? (reading) => sayMissing(given, setup, reading) : undefined);
    }
    return !!results;
  } catch (_error) {
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
