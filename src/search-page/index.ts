/**
 * The search page reader: reads a search page as the visitor sees it, and pushes the documented `searchstax_*` events.
 *
 * It adds `readSearchPage` to the global that the companion uses too, `searchstaxSitecore`; either may come first.
 */

import { all } from './page.ts';
import { presets } from './presets.ts';
import { isUnresolved } from './push.ts';
import { startReader } from './reader.ts';
import type { SearchPageSettings, Setup } from './settings.ts';

/** Whether the console is asked to say what cannot be read; the address may change. */
const isDebugging = /searchstax-debug/.test(location.href);

/** What is read already. */
const started: { [results: string]: unknown } = {};

/** The settings that are CSS selectors and select something wherever there are results. */
const selectors = 'results,link,title,queryInput,total,related,answer,answerSource';

/**
 * Reads the search page that these settings describe, from now on. Returns true for usable ones, also before the page
 * has a body; the same `results` again change nothing, and others are read as well. Never throws.
 */
function readSearchPage(settings: SearchPageSettings): boolean {
  const given: SearchPageSettings = Object(settings);
  const setup: Setup = {};
  [presets[given.preset as string], given].forEach((values) => {
    for (const name in values) {
      const value = values[name as keyof Setup] as string;
      if (value && !isUnresolved(value)) setup[name as keyof Setup] = `${value}`;
    }
  });
  const results = setup.results || '';

  /** Says in the console which selectors select nothing: `results`, and those that were given. */
  const sayMissing = () => {
    const missing = selectors
      .split(',')
      .filter(
        (name) => (given[name as keyof Setup] || name === 'results') && !all(setup[name as keyof Setup])[0],
      );
    if (missing[0] && !all(setup.noResults)[0] && (given.debug || isDebugging))
      console.log(
        `searchstaxSitecore.readSearchPage: nothing matches ${missing}; correct it or fill in noResults or total.`,
      );
  };

  try {
    // Works before there is a body, and throws where it is no selector.
    document.querySelector(results);
    started[results] = started[results] || startReader(setup, sayMissing) || 1;
    return true;
  } catch (_error) {
    sayMissing();
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
