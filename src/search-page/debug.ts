import { all, first } from './page.ts';
import type { Reading } from './reading.ts';
import type { SearchPageSettings, Setup } from './settings.ts';
import { selectors } from './settings.ts';

/** Says in the console what is wrong. */
export function say(problem: string): void {
  console.log(`searchstaxSitecore.readSearchPage: ${problem}.`);
}

/** Says which selectors select nothing: `results`, and those that were given and are not needed only at times. */
export function sayMissing(given: SearchPageSettings, setup: Setup, reading: Reading): void {
  const found = reading.matched;
  const missing = selectors.filter((name) => {
    const selector = (given as Record<string, string>)[name] || '';
    if (name === 'results') return !found[0] && !reading.none;
    if (name === 'link' && found[0] && !reading.results[0] && !reading.none) return true;
    return (
      selector &&
      !(
        name === 'noResults'
          ? found
          : /^(link|title)$/.test(name) && found[0]
            ? found.filter((result) => first(result, selector))
            : all(selector)
      )[0]
    );
  });
  if (missing[0])
    say(
      `nothing on this page matches ${missing.join(', ')}: correct these fields${
        missing[0] === 'results' && !setup.noResults
          ? ', or fill in noResults or total if this search found nothing'
          : ''
      }`,
    );
}
