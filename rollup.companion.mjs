import { readFileSync } from 'node:fs';
import { babel } from '@rollup/plugin-babel';
import { minify } from 'terser';

/** package.json as a module that holds its version only. */
const manifest = {
  name: 'manifest',
  load: (id) =>
    id.endsWith('package.json')
      ? `export default { version: ${JSON.stringify(JSON.parse(readFileSync(id, 'utf8')).version)} };`
      : null,
};

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
  well: 'w',
  readable: 'r',
  blind: 'b',
  sent: 's',
  over: 'o',
  giveUp: 'e',
};

const minified = {
  name: 'minified',
  renderChunk: async (code) =>
    await minify(code, {
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
    }),
};

/** GTM replaces what stands in double braces, and HTML ends a script at its end tag, also inside a string. */
const embeddable = {
  name: 'embeddable',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      const found = /\{\{|<\/script|<!--/i.exec(file.code);
      if (found) this.error(`${file.fileName} holds "${found[0]}", which a Custom HTML tag cannot carry.`);
    }
  },
};

export default {
  input: 'src/companion/index.ts',
  output: { file: 'dist/companion.js', format: 'iife' },
  plugins: [manifest, es5, minified, embeddable],
};
