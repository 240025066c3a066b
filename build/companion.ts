import { pageScript } from './page-script.ts';

/** The companion. Storage holds most of these names: a letter never changes its meaning. */
export const companion = pageScript({
  input: 'src/companion/index.ts',
  file: 'dist/companion.js',
  title: 'SearchStax + Sitecore companion',
  letters: {
    failures: 'f',
    left: 'l',
    wait: 'w',
    started: 't',
    extra: 'x',
    heard: 'h',
    readable: 'r',
    giveUp: 'e',
    after: 'a',
  },
});
