import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { testsSection } from '../../build/tests-section.ts';
import { toTpl } from '../../build/tpl.ts';
import { checkTemplate } from '../../src/sandbox/check/index.ts';
import { gateEmittedCode } from '../../src/sandbox/gate.ts';
import { readTemplate } from '../../src/sandbox/index.ts';
import { fields as searchPageFields } from '../../template/search-page/fields.ts';
import { info as searchPageInfo } from '../../template/search-page/info.ts';
import { permissions as searchPagePermissions } from '../../template/search-page/permissions.ts';
import { fields } from '../../template/tag/fields.ts';
import { info } from '../../template/tag/info.ts';
import { permissions } from '../../template/tag/permissions.ts';

const tag = { file: 'template.tpl', folder: 'template/tag', fields, info, permissions: permissions() };
const searchPage = {
  file: 'search-page.tpl',
  folder: 'template/search-page',
  fields: searchPageFields,
  info: searchPageInfo,
  permissions: searchPagePermissions,
};

describe.each([tag, searchPage])('$file', ({ file, folder, ...sources }) => {
  const text = readFileSync(`dist/${file}`, 'utf8');
  const template = readTemplate(text);

  test('the sections stand in GTM’s order, apart by two blank lines', () => {
    expect(text.match(/^___\w+___$/gm)).toEqual([
      '___TERMS_OF_SERVICE___',
      '___INFO___',
      '___TEMPLATE_PARAMETERS___',
      '___SANDBOXED_JS_FOR_WEB_TEMPLATE___',
      '___WEB_PERMISSIONS___',
      '___TESTS___',
      '___NOTES___',
    ]);
    for (const [, before, after] of text.matchAll(/([\s\S]{0,3})^___\w+___\n(\n?)/gm)) {
      expect(before === '' || before === '\n\n\n').toBe(true);
      expect(after).toBe('\n');
    }
  });

  test('the file has no byte order mark, no carriage return and one line end at its end', () => {
    expect(text.startsWith('___TERMS_OF_SERVICE___\n')).toBe(true);
    expect(text).not.toContain('\r');
    expect(text).toMatch(/[^\n]\n$/);
  });

  test('form, permissions, tests and information are those of the sources', () => {
    expect(template.parameters).toEqual(JSON.parse(JSON.stringify(sources.fields)));
    expect(template.permissions).toEqual(JSON.parse(JSON.stringify(sources.permissions)));
    expect(template.tests.trim()).toBe(testsSection(`${folder}/tests`).trim());
    expect(template.info).toMatchObject(JSON.parse(JSON.stringify(sources.info)));
  });

  test('the code passes the gate', () => {
    const { code, permissions: declared } = template;
    expect(gateEmittedCode({ code, permissions: declared, file })).toEqual([]);
  });

  test('the checker has nothing to say', () => {
    expect(checkTemplate(text, file)).toEqual([]);
  });

  test('the code is plain: no helper, no long line, nothing but ASCII', () => {
    expect(/_interop|exports\.|Object\.defineProperty|'use strict'/.exec(template.code)).toBeNull();
    expect(Math.max(...template.code.split('\n').map((line) => line.length))).toBeLessThanOrEqual(125);
    const unusual = [...template.code].filter(
      (character) => character > '~' || (character < ' ' && character !== '\n'),
    );
    expect(unusual).toEqual([]);
  });

  test('the name of each scenario is made of letters, digits, spaces and hyphens', () => {
    const names = [...testsSection(`${folder}/tests`).matchAll(/^ *- name: (.*)$/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThanOrEqual(file === tag.file ? 40 : 8);
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9 -]+$/);
    expect(new Set(names).size).toBe(names.length);
  });

  test('no text of the code holds half a character, which GTM’s own storage may not keep', () => {
    expect(/\\u[dD][89a-fA-F]/.exec(template.code.replaceAll('\\\\u', ''))).toBeNull();
  });

  test('no comment speaks of the build to a reader of the template', () => {
    expect(/The build |this module/.exec(template.code)).toBeNull();
  });
});

test('words of the catalogue that the tag does not need at run time stay out of it', () => {
  const { code } = readTemplate(readFileSync('dist/template.tpl', 'utf8'));
  expect(code).not.toContain('The title of the result as shown.');
  expect(code).not.toContain('Smart answer shown');
});

test('a template is its parts in order, whatever blank lines they bring', () => {
  const parts = {
    info: {},
    fields: [],
    code: '\n\ncode;\n\n\n',
    permissions: [],
    tests: 'scenarios: []',
    notes: '',
  };
  expect(toTpl(parts)).toContain('___SANDBOXED_JS_FOR_WEB_TEMPLATE___\n\ncode;\n\n\n___WEB_PERMISSIONS___');
});
