import { babel } from '@rollup/plugin-babel';
import type { Plugin, RollupOptions } from 'rollup';
import { minify } from 'terser';
import { unfitForHtml } from '../src/container/custom-html.ts';
import { evaluate } from './evaluate.ts';

/**
 * The companion is written for visitors' browsers and carried in a GTM Custom HTML tag, whose compiler has refused
 * everything after ES5: the syntax is lowered by plugins that need no helpers.
 */
const es5 = babel({
  babelHelpers: 'bundled',
  configFile: false,
  assumptions: { ignoreToPrimitiveHint: true },
  extensions: ['.ts'],
  plugins: [
    ['@babel/plugin-transform-typescript', { onlyRemoveTypeImports: true }],
    '@babel/plugin-transform-arrow-functions',
    '@babel/plugin-transform-block-scoping',
    '@babel/plugin-transform-shorthand-properties',
    '@babel/plugin-transform-template-literals',
  ],
});

/** Our own property names, written short. Storage holds most of them: a letter never changes its meaning. */
const letters = {
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
};

const minified: Plugin = {
  name: 'minified',
  async renderChunk(source) {
    const { code = '' } = await minify(source, {
      ecma: 5,
      toplevel: true,
      compress: { passes: 3, inline: 1, hoist_funs: true, pure_getters: true, loops: false },
      mangle: { properties: { regex: new RegExp(`^(${Object.keys(letters).join('|')})$`), builtins: true } },
      nameCache: {
        props: {
          props: Object.fromEntries(Object.entries(letters).map(([name, letter]) => [`$${name}`, letter])),
        },
      },
      format: { ascii_only: true, inline_script: true },
    });
    return { code };
  },
};

/** The container carries the companion in a Custom HTML tag. */
const embeddable: Plugin = {
  name: 'embeddable',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const found = unfitForHtml(file.code);
      if (found) this.error(`${file.fileName} holds "${found}", which a Custom HTML tag cannot carry.`);
    }
  },
};

export const companion: RollupOptions = {
  input: 'src/companion/index.ts',
  output: { file: 'dist/companion.js', format: 'iife' },
  plugins: [es5, evaluate((path) => /catalogue.version\.ts$/.test(path)), minified, embeddable],
};
