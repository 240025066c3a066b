import { babel } from '@rollup/plugin-babel';
import terser from '@rollup/plugin-terser';
import type { Plugin, RollupOptions } from 'rollup';
import { version } from '../src/catalogue/version.ts';
import { unfitForHtml } from '../src/container/custom-html.ts';
import { evaluate } from './evaluate.ts';

/** A script for the page, and what it is called. */
export interface PageScript {
  /** Its entry, such as `src/companion/index.ts`. */
  input: string;
  /** The built file, such as `dist/companion.js`. */
  file: string;
  /** What the first line of the built file says it is. */
  title: string;
  /** Our own property names that are written short, with the letter of each; other names stay. */
  letters?: { [name: string]: string };
}

/** Written for visitors' browsers: the syntax is lowered to ES5 by plugins that need no helpers. */
function es5(): Plugin {
  return babel({
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
}

function minified(title: string, letters: { [name: string]: string }): Plugin {
  const names = Object.keys(letters);
  return terser({
    ecma: 5,
    toplevel: true,
    compress: { passes: 3, inline: 3, hoist_funs: true, pure_getters: true, loops: false },
    mangle: names.length === 0 || {
      properties: { regex: new RegExp(`^(${names.join('|')})$`), builtins: true },
    },
    // A name that is kept in storage has the same letter in every version.
    nameCache: {
      props: { props: Object.fromEntries(names.map((name) => [`$${name}`, letters[name]])) },
    },
    format: {
      ascii_only: true,
      inline_script: true,
      preamble: `/*! ${title} ${version} | Apache-2.0 */`,
    },
  });
}

/** The container carries the script in a Custom HTML tag. */
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

/**
 * The build of a script that a page carries. GTM's Custom HTML tag, whose compiler has refused everything after ES5,
 * must be able to hold it.
 */
export function pageScript({ input, file, title, letters = {} }: PageScript): RollupOptions {
  return {
    input,
    output: { file, format: 'iife', strict: false },
    plugins: [
      es5(),
      evaluate((path) => /catalogue.version\.ts$/.test(path)),
      minified(title, letters),
      embeddable,
    ],
  };
}
