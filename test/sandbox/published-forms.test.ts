import { describe, expect, test } from '@jest/globals';
import { checkTemplate } from '../../src/sandbox/check/index.ts';
import { createPage } from '../../src/sandbox/page.ts';
import { fire } from '../../src/sandbox/run.ts';
import { readTemplate } from '../../src/sandbox/template.ts';
import { runTests } from '../../src/sandbox/testing/index.ts';

/** Sections in the order in which they are given: published files have many an order. */
function tpl(...sections: [name: string, text: string][]): string {
  return sections.map(([name, text]) => `___${name}___\n\n${text}\n`).join('\n\n');
}

const info = JSON.stringify({
  type: 'MACRO',
  id: 'cvt_temp_public_id',
  version: 1,
  securityGroups: [],
  displayName: 'Price',
  containerContexts: ['WEB'],
});
const parameters = '[{"type": "TEXT", "name": "price", "displayName": "Price", "simpleValueType": true}]';
const price = 'return data.price;';

function errors(text: string): string[] {
  return checkTemplate(text).flatMap(({ severity, message }) => (severity === 'error' ? [message] : []));
}

describe('sections', () => {
  test('may stand in another order', () => {
    const text = tpl(
      ['INFO', info],
      ['NOTES', 'None.'],
      ['TEMPLATE_PARAMETERS', parameters],
      ['SANDBOXED_JS_FOR_WEB_TEMPLATE', price],
      ['TESTS', 'scenarios: []'],
    );
    expect(errors(text)).toEqual([]);
  });

  test('of code count the first time', () => {
    const text = tpl(
      ['INFO', info],
      ['TEMPLATE_PARAMETERS', parameters],
      ['SANDBOXED_JS_FOR_WEB_TEMPLATE', price],
      ['SANDBOXED_JS_FOR_WEB_TEMPLATE', "return 'old';"],
    );
    expect(errors(text)).toEqual([]);
    expect(readTemplate(text).code).toBe(price);
  });

  test("with another container's permissions do not count", () => {
    const permission = (name: string) =>
      JSON.stringify([
        { instance: { key: { publicId: name, versionId: '1' }, param: [] }, isRequired: true },
      ]);
    const text = tpl(
      ['INFO', info],
      ['TEMPLATE_PARAMETERS', parameters],
      ['SANDBOXED_JS_FOR_WEB_TEMPLATE', "return require('readTitle')();"],
      ['SERVER_PERMISSIONS', permission('read_request')],
      ['WEB_PERMISSIONS', permission('read_title')],
    );
    expect(errors(text)).toEqual([]);
    expect(readTemplate(text).permissions).toMatchObject([{ instance: { key: { publicId: 'read_title' } } }]);
  });
});

test.each(['5 & 3', '5 | 0', '5 ^ 3', '~5', '5 << 1', '5 >> 1', '5 >>> 1'])(
  '%s is unusual at most',
  (code) => {
    const text = tpl(['INFO', info], ['SANDBOXED_JS_FOR_WEB_TEMPLATE', `return ${code};`]);
    expect(errors(text)).toEqual([]);
  },
);

test('an arrow function may be an operand without parentheses', () => {
  const code = 'const pick = data.pick || () => 5; const other = 1 && x => x + 1; return pick() + other(1);';
  const text = tpl(['INFO', info], ['SANDBOXED_JS_FOR_WEB_TEMPLATE', code]);
  expect(errors(text)).toEqual([]);
  expect(fire(createPage(), readTemplate(text), {}).value).toBe(7);
});

describe("a template's own code may require the test API", () => {
  const asserting = `
const assert = require('assertThat');
assert(data.price, 'A price').isNotEqualTo(0);
return data.price;`;
  const scenarios = `scenarios:
- name: A price
  code: 'assertThat(runCode({price: 5})).isEqualTo(5);'
- name: No price
  code: 'runCode({price: 0});'`;

  test('which asserts in scenarios', async () => {
    const text = tpl(
      ['INFO', info],
      ['TEMPLATE_PARAMETERS', parameters],
      ['SANDBOXED_JS_FOR_WEB_TEMPLATE', asserting],
      ['TESTS', scenarios],
    );
    expect(errors(text)).toEqual([]);
    expect(await runTests(readTemplate(text))).toMatchObject([
      { name: 'A price', passed: true },
      { name: 'No price', passed: false, message: 'A price: expected 0 to differ from 0' },
    ]);
  });

  test('and so may tests', async () => {
    const code =
      "const runCode = require('runCode'), mock = require('mock'), assertThat = require('assertThat');";
    const text = tpl(
      ['INFO', info],
      ['SANDBOXED_JS_FOR_WEB_TEMPLATE', "return require('readTitle')();"],
      [
        'TESTS',
        `scenarios:\n- name: A title\n  code: |-\n    ${code} mock('readTitle', 'T'); assertThat(runCode({})).isEqualTo('T');`,
      ],
    );
    expect(await runTests(readTemplate(text))).toEqual([{ name: 'A title', passed: true }]);
  });

  test('and does nothing on a page, where it has no matchers', () => {
    const run = (code: string) =>
      fire(createPage(), readTemplate(tpl(['INFO', info], ['SANDBOXED_JS_FOR_WEB_TEMPLATE', code])), {
        price: 0,
      });
    expect(run("require('assertThat')(data.price); require('fail')('x'); return 'done';").value).toBe('done');
    expect(run(asserting).error).toBe("TypeError: Object has no 'isNotEqualTo' property.");
  });
});
