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
    answered: 'a',
    element: 'e',
    words: 'w',
    since: 't',
    reported: 'p',
    asked: 'q',
    count: 'c',
  },
});
