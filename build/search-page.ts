import { pageScript } from './page-script.ts';

/** The search page reader. */
export const searchPage = pageScript({
  input: 'src/search-page/index.ts',
  file: 'dist/search-page.js',
  title: 'searchstaxSitecore.readSearchPage',
  letters: {
    ids: 'i',
    headlines: 'l',
    hits: 'h',
    matched: 'm',
    none: 'n',
    suggestions: 'u',
    answered: 'w',
    element: 'e',
    count: 'r',
    anchor: 'a',
    docId: 'd',
    headline: 't',
    sum: 'c',
    parts: 'p',
  },
});
