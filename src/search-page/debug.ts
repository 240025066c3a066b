import { all } from './page.ts';
import type { SearchPageSettings, Setup } from './settings.ts';

/** The settings that are CSS selectors and select something wherever there are results. */
const selectors = 'results,link,title,queryInput,total,related,answer,answerSource';

/** Says in the console which selectors select nothing: `results`, and those that were given. */
export function sayMissing(given: SearchPageSettings, setup: Setup): void {
  const missing = selectors
    .split(',')
    .filter(
      (name) => (given[name as keyof Setup] || name === 'results') && !all(setup[name as keyof Setup])[0],
    );
  if (missing[0] && !all(setup.noResults)[0])
    console.log(
      `searchstaxSitecore.readSearchPage: nothing here matches ${missing}; correct that, or fill in noResults or total.`,
    );
}
