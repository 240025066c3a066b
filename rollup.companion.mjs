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

const minified = {
  name: 'minified',
  renderChunk: async (code) =>
    await minify(code, {
      ecma: 5,
      toplevel: true,
      compress: { passes: 3, unsafe_arrows: false },
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
