import { pageScript } from './page-script.ts';

/** The search page reader. */
export const searchPage = pageScript({
  input: 'src/search-page/index.ts',
  file: 'dist/search-page.js',
  title: 'SearchStax + Sitecore search page reader',
  letters: {
    ids: 'i',
    hits: 'h',
    matched: 'm',
    none: 'n',
    suggested: 's',
    suggestions: 'u',
    answered: 'w',
    element: 'e',
    range: 'r',
    anchor: 'a',
    docId: 'd',
    headline: 't',
    sum: 'c',
    parts: 'p',
  },
});
