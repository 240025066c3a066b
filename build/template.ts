import { readFileSync } from 'node:fs';
import { babel } from '@rollup/plugin-babel';
import type { Plugin, RollupOptions } from 'rollup';
import { version } from '../src/catalogue/version.ts';
import { apis } from '../src/sandbox/apis/index.ts';
import type { Field } from '../src/sandbox/field.ts';
import { gateEmittedCode } from '../src/sandbox/gate.ts';
import type { PermissionEntry } from '../src/sandbox/template.ts';
import { dropTypeComments } from './comments.ts';
import { compiledSize } from './compiled-size.ts';
import { declareLate } from './declare-late.ts';
import { evaluate } from './evaluate.ts';
import { format } from './format.ts';
import { evaluated, inlineConstants } from './inline-constants.ts';
import { testsSection } from './tests-section.ts';
import { toTpl } from './tpl.ts';

/** A template, and where its parts stand. */
export interface TemplateSource {
  /** The entry of its code, such as `src/tag/index.ts`. */
  input: string;
  /** The built file, such as `dist/template.tpl`. */
  file: string;
  /** The folder with its tests and notes, such as `template/tag`. */
  folder: string;
  info: unknown;
  fields: Field[];
  permissions: PermissionEntry[];
}

/** Turns the code into the template: formats it, puts it through the gate, and wraps it into its sections. */
function wrapped({ input, file, folder, info, fields, permissions }: TemplateSource): Plugin {
  return {
    name: 'template',
    renderChunk(code) {
      // Under a name beside the source the formatter applies the rules for GTM's language.
      const formatted = format(code, input.replace(/[^/]+$/, 'template.js'));
      const text = toTpl({
        info,
        fields,
        code: formatted,
        permissions,
        tests: testsSection(`${folder}/tests`),
        // All that tells somebody in GTM which one is installed.
        notes: `Version ${version}. ${readFileSync(`${folder}/notes.md`, 'utf8')}`,
      });
      const firstLine = text.slice(0, text.indexOf(formatted.trim())).split('\n').length;
      const problems = gateEmittedCode({ code: formatted, permissions, file, firstLine });
      if (problems.length > 0) {
        this.error(
          problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n'),
        );
      }
      const { compiled, compiledGzip } = compiledSize(formatted);
      console.error(
        `${file}: in GTM's container about ${compiled} bytes, ${compiledGzip} compressed (estimated)`,
      );
      return { code: text, map: null };
    },
  };
}

const constants = await evaluated(
  ['for-tag', 'identity', 'sitecore', 'tracking-api', 'version'].map((name) => `src/catalogue/${name}.ts`),
);

/** The build of a template for GTM from code in its sandbox's language. */
export function template(source: TemplateSource): RollupOptions {
  return {
    input: source.input,
    external: Object.keys(apis),
    plugins: [
      babel({
        babelHelpers: 'bundled',
        extensions: ['.ts'],
        plugins: [inlineConstants(constants), dropTypeComments],
      }),
      evaluate((path) => /catalogue.for-[a-z-]+\.ts$/.test(path)),
      declareLate('sendCarefully'),
      wrapped(source),
    ],
    output: {
      file: source.file,
      format: 'cjs',
      interop: 'default',
      strict: false,
      esModule: false,
      exports: 'none',
      generatedCode: { constBindings: true },
    },
  };
}
