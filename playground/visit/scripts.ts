/** The built scripts on a page, as the container puts them there. */

import type { SearchPageSettings } from '../../src/catalogue/search-page.ts';

export function addScript(document: Document, src: string): Promise<void> {
  const script = document.createElement('script');
  script.src = src;
  return new Promise((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${src} is not there.`));
    document.head.append(script);
  });
}

interface Site extends Window {
  dataLayer?: { push(message: object): void };
  searchstaxSitecore?: { readSearchPage?(settings: SearchPageSettings): boolean };
}

/**
 * Lets the search page reader read a page of the site from now on.
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

export const loadCompanion = () => addScript(document, 'companion.js');

/** As when a visitor deletes the site's data: everything that the companion keeps in the browser. */
export function forgetVisitor(): void {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith('searchstaxSitecore.')) localStorage.removeItem(name);
  }
}
