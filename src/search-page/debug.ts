import { all } from './page.ts';
import type { Reading } from './reading.ts';
import type { SearchPageSettings, Setup } from './settings.ts';
import { selectors } from './settings.ts';

/** Says in the console what is wrong. */
export function say(problem: string): void {
  console.log(`searchstaxSitecore.readSearchPage: ${problem}.`);
}

/** Says which selectors select nothing: `results`, and those that were given and are not needed only at times. */
export function sayMissing(given: SearchPageSettings, setup: Setup, reading: Reading): void {
  const missing = selectors.filter(
    (name) =>
      (given[name] || name === 'results') &&
      !all(setup[name])[0] &&
      !(name === 'noResults' && reading.matched[0]),
  );
  if (!missing[0] && !reading.hits[0]) missing.push('link');
  if (missing[0] && !reading.none)
    say(
      `nothing on this page matches ${missing}: correct that${
        missing[0] === 'results' ? ', or fill in noResults or total if this search found nothing' : ''
      }`,
    );
}
