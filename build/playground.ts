import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { babel } from '@rollup/plugin-babel';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import type { Plugin, RollupOptions } from 'rollup';
import { compile } from 'tailwindcss';
import { trackContract } from '../src/receiver/contract.ts';
import { licenses } from './licenses.ts';

const require = createRequire(import.meta.url);
const compiledContract = '\0compiled-contract';

/**
 * ajv writes code and runs it, which the page's Content Security Policy forbids. In the page, what it would write for
 * the wire contract stands in its place, written now.
 */
function contractCompiled(): Plugin {
  return {
    name: 'contract-compiled',
    resolveId: (id) => (id === 'ajv' ? compiledContract : null),
    load(id) {
      if (id !== compiledContract) return null;
      const contract = trackContract();
      const ajv = new Ajv({ strict: true, verbose: true, code: { source: true, esm: true } });
      const toCode = standalone as unknown as (ajv: Ajv, validate: unknown) => string;
      return `${withoutRequires(toCode(ajv, ajv.compile(contract)))}
        export class Ajv {
          compile(schema) {
            if (schema.title === ${JSON.stringify(contract.title)}) return validate;
            return () => { throw new Error('Only the wire contract is compiled for the page.'); };
          }
        }`;
    },
  };
}

/** What ajv's code takes from ajv at run time are functions of a few lines: they are written out. */
function withoutRequires(code: string): string {
  return code
    .replaceAll(/require\("(ajv\/dist\/runtime\/[^"]+)"\)\.default/g, (_all, path: string) => {
      return `(${(require(path) as { default: () => unknown }).default})`;
    })
    .replace(/export default validate\d+;/, '')
    .replace(/export const validate = (\w+);/, 'const validate = $1;');
}

const pages = ['playground/index.html', 'playground/site.html'];
const tailwind = 'node_modules/tailwindcss/index.css';

/**
 * The style sheet of both pages: Tailwind's rules for the words in their sources that name any, and what style.css adds.
 * Tailwind's own command looks for the words with a program for each platform; to split the sources does as well here.
 * @param modules the paths of the scripts' sources
 */
async function styles(modules: string[]): Promise<string> {
  const sources = [...pages, ...modules.filter((path) => path.endsWith('.tsx'))];
  const words = new Set(sources.flatMap((path) => read(path).split(/[\s"'`]+/)));
  const { build } = await compile(read('playground/style.css'), {
    loadStylesheet: async (_id, base) => ({ path: tailwind, base, content: read(tailwind) }),
  });
  return build([...words]);
}

/** The files beside the scripts: the pages, and what it runs and offers, as the other builds left it in dist/. */
const files: { [name: string]: () => string } = {
  ...Object.fromEntries(pages.map((path) => [basename(path), () => read(path)])),
  'icon.svg': () => read('template/icon/icon.svg'),
  'template.tpl': () => read('dist/template.tpl'),
  'companion.js': () => read('dist/companion.js'),
  'search-page.tpl': () => read('dist/search-page.tpl'),
  'search-page.js': () => read('dist/search-page.js'),
  'picker.js': () => read('dist/picker.js'),
  // A server that answers as the destinations says so in its own file of this name.
  'receiver.json': () => '{ "answers": false }\n',
};

function read(path: string): string {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
}

const beside: Plugin = {
  name: 'beside',
  buildStart() {
    for (const path of [...pages, 'playground/style.css', 'template/icon/icon.svg']) this.addWatchFile(path);
  },
  async generateBundle(_options, bundle) {
    // ajv's is there as the code that it wrote.
    const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    const made = {
      ...files,
      'playground.css': () => styles(modules),
      'licenses.txt': () => licenses(modules, ['ajv', 'tailwindcss']),
    };
    for (const [fileName, source] of Object.entries(made)) {
      this.emitFile({ type: 'asset', fileName, source: await source() });
    }
  },
};

/** The playground as static files. Comes after the builds of the tag and the companion, which it carries. */
export const playground: RollupOptions = {
  input: { playground: 'playground/page.tsx', site: 'playground/site/site.tsx' },
  plugins: [
    contractCompiled(),
    nodeResolve({ exportConditions: ['browser'] }),
    babel({
      babelHelpers: 'bundled',
      configFile: false,
      extensions: ['.ts', '.tsx'],
      plugins: [
        ['@babel/plugin-transform-typescript', { onlyRemoveTypeImports: true, isTSX: true }],
        ['@babel/plugin-transform-react-jsx', { runtime: 'automatic', importSource: 'preact' }],
      ],
    }),
    terser({ module: true }),
    beside,
  ],
  output: {
    dir: 'dist/playground',
    entryFileNames: '[name].js',
    chunkFileNames: 'shared.js',
    format: 'es',
    banner: '/*! Contains packages under licenses of their own: see licenses.txt */',
  },
};
