import { pageScript } from './page-script.ts';

/** The search page reader. */
export const searchPage = pageScript({
  input: 'src/search-page/index.ts',
  file: 'dist/search-page.js',
  title: 'SearchStax + Sitecore search page reader',
  letters: {
    ids: 'i',
    matched: 'm',
    none: 'n',
    range: 'r',
    kept: 'k',
    longest: 'l',
    element: 'e',
    address: 'a',
    reported: 'p',
    since: 's',
  },
});
