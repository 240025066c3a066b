import { pageScript } from './page-script.ts';

/** The companion. Storage holds most of these names: a letter never changes its meaning. */
export const companion = pageScript({
  input: 'src/companion/index.ts',
  file: 'dist/companion.js',
  title: 'SearchStax + Sitecore companion',
  letters: {
    failures: 'f',
    until: 'u',
    started: 't',
    gap: 'g',
    heard: 'h',
    readable: 'r',
    blind: 'b',
    sent: 's',
    over: 'o',
    giveUp: 'e',
    after: 'a',
  },
});
