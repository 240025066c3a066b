import { readFileSync } from 'node:fs';
import { babel } from '@rollup/plugin-babel';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import type { Plugin, RollupOptions } from 'rollup';
import { version } from '../src/catalogue/version.ts';
import { licensed } from './licenses.ts';

const files = {
  templateData: 'dist/template.tpl',
  companion: 'dist/companion.js',
  searchPageTemplate: 'dist/search-page.tpl',
  searchPageScript: 'dist/search-page.js',
};

/** What the container holds that the picker makes. */
const packed: Plugin = {
  name: 'packed-files',
  resolveId: (id) => (id === 'packed-files' ? '\0packed-files' : null),
  load(id) {
    if (id !== '\0packed-files') return null;
    return Object.entries(files)
      .map(([name, file]) => `export const ${name} = ${JSON.stringify(readFileSync(file, 'utf8'))};`)
      .join('\n');
  },
};

/** The picker, for the console of any search page. Comes after the builds of what it packs. */
export const picker: RollupOptions = {
  input: 'src/search-page/picker/index.ts',
  plugins: [
    packed,
    nodeResolve({ browser: true }),
    babel({
      babelHelpers: 'bundled',
      configFile: false,
      extensions: ['.ts'],
      plugins: [['@babel/plugin-transform-typescript', { onlyRemoveTypeImports: true }]],
    }),
    terser({
      format: {
        ascii_only: true,
        preamble: `/*! SearchStax + Sitecore search page picker ${version} | Apache-2.0, but for what is named at the end */`,
      },
    }),
    licensed,
  ],
  output: { file: 'dist/picker.js', format: 'iife' },
};
