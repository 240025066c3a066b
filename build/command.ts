import { babel } from '@rollup/plugin-babel';
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import type { RollupOptions } from 'rollup';
import { evaluate } from './evaluate.ts';
import { licensed } from './licenses.ts';

/** The stand-in as a command for authors of any template: one file that Node runs as it is. */
export const command: RollupOptions = {
  input: 'src/sandbox/cli.ts',
  plugins: [
    nodeResolve({ exportConditions: ['default'], preferBuiltins: true }),
    commonjs(),
    babel({
      babelHelpers: 'bundled',
      configFile: false,
      extensions: ['.ts'],
      plugins: [['@babel/plugin-transform-typescript', { onlyRemoveTypeImports: true }]],
    }),
    evaluate((path) => /catalogue.version\.ts$/.test(path)),
    terser({ module: true, ecma: 2020 }),
    licensed,
  ],
  // The interpreter's files import each other, as the language's rules do; so do those of packages.
  onwarn: (warning, warn) => {
    if (warning.code !== 'CIRCULAR_DEPENDENCY') warn(warning);
  },
  output: {
    file: 'dist/gtm-template.mjs',
    format: 'es',
    banner: '#!/usr/bin/env node',
    inlineDynamicImports: true,
  },
};
