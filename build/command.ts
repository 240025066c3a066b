import { readFileSync } from 'node:fs';
import { babel } from '@rollup/plugin-babel';
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import type { Plugin, RollupOptions } from 'rollup';
import { evaluate } from './evaluate.ts';

/** Gathers the licences of what a bundle holds of other people's packages, and writes them under it. */
function licences(): Plugin {
  return {
    name: 'licences',
    renderChunk(code, chunk) {
      const folders = new Set(
        Object.entries(chunk.modules)
          .filter(([, { renderedLength }]) => renderedLength > 0)
          .flatMap(([path]) => /[^\0].*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
      );
      const texts = [...folders].sort().map(licenceOf);
      return { code: `${code}\n/*\nContains these packages:\n\n${texts.join('\n\n')}\n*/\n`, map: null };
    },
  };
}

/** Name, version and licence of the package in a folder of node_modules. */
function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const text = ['LICENSE', 'LICENSE.md', 'license', 'LICENCE'].flatMap((file) => {
    try {
      return [readFileSync(`${folder}/${file}`, 'utf8').trim()];
    } catch {
      return [];
    }
  });
  if (text.length === 0) throw new Error(`${folder} has no licence to pass on.`);
  return `${name} ${version} (${license})\n\n${(text[0] as string).replaceAll('*/', '* /')}`;
}

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
    licences(),
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
