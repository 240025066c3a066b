import { expect, test } from '@jest/globals';
import { readTemplate } from '../../src/sandbox/template.ts';

const sections = {
  TERMS_OF_SERVICE: 'By creating or modifying this file …',
  INFO: '{\n  "type": "TAG",\n  "displayName": "Searches"\n}',
  TEMPLATE_PARAMETERS: '[\n  {"type": "TEXT", "name": "goal"}\n]',
  SANDBOXED_JS_FOR_WEB_TEMPLATE: 'const log = require("logToConsole");\ndata.gtmOnSuccess();',
  WEB_PERMISSIONS: '[]',
  TESTS: 'scenarios: []',
  NOTES: 'Written by hand.',
};

function tpl(parts: Record<string, string> = sections): string {
  return Object.entries(parts)
    .map(([name, text]) => `___${name}___\n\n${text}\n`)
    .join('\n\n');
}

test('a template is read into its parts', () => {
  expect(readTemplate(tpl())).toMatchObject({
    kind: 'TAG',
    context: 'WEB',
    info: { displayName: 'Searches' },
    parameters: [{ type: 'TEXT', name: 'goal' }],
    code: sections.SANDBOXED_JS_FOR_WEB_TEMPLATE,
    permissions: [],
    tests: 'scenarios: []',
    notes: 'Written by hand.',
  });
});

test('the code knows its line in the file', () => {
  const text = tpl();
  const { code, codeLine } = readTemplate(text);
  expect(text.split('\n')[codeLine - 1]).toBe(code.split('\n')[0]);
});

test('a file with Windows line ends and a byte order mark reads the same', () => {
  const { sections: _, ...unix } = readTemplate(tpl());
  const { sections: __, ...windows } = readTemplate(`\uFEFF${tpl().replaceAll('\n', '\r\n')}`);
  expect(windows).toEqual(unix);
});

test('a file without permissions, tests and notes is read', () => {
  const { INFO, SANDBOXED_JS_FOR_WEB_TEMPLATE } = sections;
  expect(readTemplate(tpl({ INFO, SANDBOXED_JS_FOR_WEB_TEMPLATE }))).toMatchObject({
    parameters: [],
    permissions: [],
    tests: '',
    notes: '',
  });
});

test("a server container's template says so", () => {
  const { INFO } = sections;
  const text = tpl({
    INFO,
    SANDBOXED_JS_FOR_SERVER: 'data.gtmOnSuccess();',
    SERVER_PERMISSIONS: '[{"instance": {}}]',
  });
  expect(readTemplate(text)).toMatchObject({ context: 'SERVER', permissions: [{ instance: {} }] });
});

test('a file without code is no template', () => {
  expect(() => readTemplate(tpl({ INFO: sections.INFO }), 'goals.tpl')).toThrow(
    /^goals\.tpl:1: no line ___SANDBOXED_JS_FOR_WEB_TEMPLATE___/,
  );
});

test('a section that comes twice is named with both lines', () => {
  expect(() => readTemplate(`${tpl()}\n___INFO___\n\n{}\n`, 'goals.tpl')).toThrow(
    /^goals\.tpl:\d+: ___INFO___ a second time; it is already on line 6\./,
  );
});

test('JSON with trailing commas and unquoted keys is read, and said', () => {
  const lenient = tpl({ ...sections, TEMPLATE_PARAMETERS: "[\n  {type: 'TEXT', name: 'goal',},\n]" });
  const line = lenient.split('\n').findIndex((text) => text.includes("type: 'TEXT'")) + 1;
  const { parameters, forgiven } = readTemplate(lenient);
  expect(parameters).toEqual([{ type: 'TEXT', name: 'goal' }]);
  expect(forgiven).toEqual([
    { line, what: expect.stringContaining('___TEMPLATE_PARAMETERS___ is not strict JSON') },
  ]);
  expect(readTemplate(tpl()).forgiven).toEqual([]);
});

test('broken JSON is named with its line in the file', () => {
  const broken = tpl({ ...sections, TEMPLATE_PARAMETERS: '[\n  {"type" "TEXT"}\n]' });
  const line = broken.split('\n').findIndex((text) => text.includes('"type" "TEXT"')) + 1;
  expect(() => readTemplate(broken, 'goals.tpl')).toThrow(
    new RegExp(`^goals\\.tpl:${line}: ___TEMPLATE_PARAMETERS___ is not valid JSON`),
  );
});
