/** The search page reader on the example site, as the container puts it there. */

import type { SearchPageSettings } from '../../src/catalogue/search-page.ts';
import { addScript } from './script.ts';

interface Site extends Window {
  dataLayer?: { push(message: object): void };
  searchstaxSitecore?: { readSearchPage?(settings: SearchPageSettings): boolean };
}

/**
 * Lets the built reader read a page of the site from now on.
 * @param push gets what it pushes: the tag is on the page around
 * @throws an error where it does not read
 */
export async function readSite(page: Window, settings: SearchPageSettings, push: (message: object) => void) {
  const site = page as Site;
  site.dataLayer = { push };
  await addScript(site.document, 'search-page.js');
  if (site.searchstaxSitecore?.readSearchPage?.(settings) !== true)
    throw new Error('The reader does not take these settings.');
}
