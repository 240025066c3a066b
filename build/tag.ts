import { readFileSync } from 'node:fs';
import { babel } from '@rollup/plugin-babel';
import type { Plugin, RollupOptions } from 'rollup';
import { apis } from '../src/sandbox/apis/index.ts';
import { gateEmittedCode } from '../src/sandbox/gate.ts';
import { fields } from '../template/tag/fields.ts';
import { info } from '../template/tag/info.ts';
import { permissions } from '../template/tag/permissions.ts';
import { dropTypeComments } from './comments.ts';
import { compiledSize } from './compiled-size.ts';
import { evaluate } from './evaluate.ts';
import { format } from './format.ts';
import { evaluated, inlineConstants } from './inline-constants.ts';
import { testsSection } from './tests-section.ts';
import { toTpl } from './tpl.ts';

/** Turns the tag's code into the template: formats it, puts it through the gate, and wraps it into its sections. */
function template(): Plugin {
  return {
    name: 'template',
    renderChunk(code) {
      // Under the tag's own name the formatter applies the tag's rules.
      const formatted = format(code, 'src/tag/template.js');
      const parts = {
        info,
        fields,
        code: formatted,
        permissions: permissions(),
        tests: testsSection('template/tag/tests'),
        notes: readFileSync('template/tag/notes.md', 'utf8'),
      };
      const text = toTpl(parts);
      const firstLine = text.slice(0, text.indexOf(formatted.trim())).split('\n').length;
      const problems = gateEmittedCode({
        code: formatted,
        permissions: permissions(),
        file: 'dist/template.tpl',
        firstLine,
      });
      if (problems.length > 0) {
        this.error(
          problems
            .map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)
            .join('\n'),
        );
      }
      const { compiled, compiledGzip } = compiledSize(formatted);
      console.log(
        `dist/template.tpl: in GTM's container about ${compiled} bytes, ${compiledGzip} compressed (estimated)`,
      );
      return { code: text, map: null };
    },
  };
}

const constants = await evaluated(
  ['for-tag', 'identity', 'sitecore', 'tracking-api'].map((name) => `src/catalogue/${name}.ts`),
);

export const tag: RollupOptions = {
  input: 'src/tag/index.ts',
  external: Object.keys(apis),
  plugins: [
    babel({
      babelHelpers: 'bundled',
      extensions: ['.ts'],
      plugins: [inlineConstants(constants), dropTypeComments],
    }),
    evaluate((path) => /catalogue.(for-tag|version)\.ts$/.test(path)),
    template(),
  ],
  output: {
    file: 'dist/template.tpl',
    format: 'cjs',
    interop: 'default',
    strict: false,
    esModule: false,
    exports: 'none',
    generatedCode: { constBindings: true },
  },
};
