import { babel } from '@rollup/plugin-babel';
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import type { Plugin, RollupOptions } from 'rollup';
import { evaluate } from './evaluate.ts';
import { licenses } from './licenses.ts';

/** Writes the licenses of the packages that the bundle holds under it. */
const licensed: Plugin = {
  name: 'licensed',
  renderChunk(code, { modules }) {
    const bundled = Object.entries(modules).flatMap(([path, { renderedLength }]) =>
      renderedLength ? path : [],
    );
    const texts = licenses(bundled).replaceAll('*/', '* /');
    return {
      code: `${code}\n/*\nHolds these packages, under licenses of their own:\n\n${texts}\n*/\n`,
      map: null,
    };
  },
};

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
