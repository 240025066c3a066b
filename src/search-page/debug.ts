import { all } from './page.ts';
import type { Reading } from './reading.ts';
import type { SearchPageSettings, Setup } from './settings.ts';

/** The settings that are CSS selectors. */
const selectors = 'results,link,title,queryInput,total,noResults,related,answer,answerSource';

/**
 * Says in the console which selectors select nothing: `results`, and those that were given.
 * @param reading absent where the page cannot be read at all
 */
export function sayMissing(given: SearchPageSettings, setup: Setup, reading?: Reading): void {
  const missing = selectors
    .split(',')
    .filter(
      (name) =>
        (given[name as keyof Setup] || name === 'results') &&
        !all(setup[name as keyof Setup])[0] &&
        !(reading && name === 'noResults' && reading.matched[0]),
    );
  if (reading && !missing[0] && !reading.hits[0]) missing.push('link');
  if (missing[0] && !(reading && reading.none))
    console.log(
      `searchstaxSitecore.readSearchPage: nothing here matches ${missing}. Correct that; or if nothing was found, fill in noResults or total.`,
    );
}
