import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkTemplate } from '../../src/sandbox/check/index.ts';

const valid = readFileSync(new URL('../data/templates/order-ping.tpl', import.meta.url), 'utf8');

/** The problems of the valid template after one change to its text, as `line severity message`. */
function changed(found: string, replacement: string): string[] {
  if (!valid.includes(found)) throw new Error(`The template does not hold ${found}`);
  return checked(valid.replace(found, replacement));
}

function checked(text: string): string[] {
  return checkTemplate(text, 'order.tpl').map(
    ({ line, severity, message }) => `${line} ${severity} ${message}`,
  );
}

/** The line of the valid template that holds a text. */
function lineOf(text: string): number {
  return valid.slice(0, valid.indexOf(text)).split('\n').length;
}

test('a template as GTM exports it has no problem', () => {
  expect(checked(valid)).toEqual([]);
});

test('a variable without permissions, notes and terms has no error', () => {
  const text = readFileSync(new URL('../data/templates/first-match.tpl', import.meta.url), 'utf8');
  expect(checked(text).filter((problem) => problem.includes(' error '))).toEqual([]);
});

describe('sections', () => {
  test.each([
    ['an empty file', '', 'template: it'],
    ['another text', 'hello\n', 'template: it'],
    ['another encoding', Buffer.from(valid, 'utf16le').toString('utf8'), 'template, or not in UTF-8: it'],
  ])('%s is no template', (_what, text, words) => {
    expect(checked(text)).toEqual([
      `1 error This is not a Google Tag Manager ${words} has no line ___INFO___.`,
    ]);
  });

  test('a missing code section', () => {
    expect(changed('___SANDBOXED_JS_FOR_WEB_TEMPLATE___', '')).toContainEqual(
      '1 error There is no ___SANDBOXED_JS_FOR_WEB_TEMPLATE___ or ___SANDBOXED_JS_FOR_SERVER___.',
    );
  });

  test('a section that comes twice', () => {
    expect(changed('___NOTES___', '___TESTS___\n\n\n___NOTES___')).toContainEqual(
      expect.stringContaining('error A second ___TESTS___'),
    );
  });

  test('a section that GTM does not have', () => {
    expect(changed('___NOTES___', '___HISTORY___\n\n\n___NOTES___')).toContainEqual(
      expect.stringContaining('warning GTM has no section ___HISTORY___'),
    );
  });

  test('sections in another order, and a byte order mark, are as authors publish them', () => {
    const [notes = ''] = valid.match(/___NOTES___[\s\S]*/) ?? [];
    expect(checked(`\uFEFF${notes}\n${valid.replace(notes, '')}`)).toEqual([]);
  });

  test('terms that are missing, as in templates from before the gallery', () => {
    expect(checked(valid.replace(/___TERMS_OF_SERVICE___[\s\S]*?(?=___INFO___)/, ''))).toEqual([
      '1 note There is no ___TERMS_OF_SERVICE___.',
    ]);
  });

  test('Windows line ends are unusual, and line numbers stay right', () => {
    const problems = checked(valid.replace('"SIMPLE_TABLE"', '"TABLE"').replaceAll('\n', '\r\n'));
    expect(problems).toContainEqual(expect.stringContaining('1 note The lines end in CR LF'));
    expect(problems).toContainEqual(
      expect.stringContaining(`${lineOf('"SIMPLE_TABLE"')} error No field has the type`),
    );
  });
});

describe('JSON and YAML', () => {
  test('broken JSON, at its line', () => {
    expect(changed('"name": "shop",', '"name": "shop"')).toContainEqual(
      expect.stringMatching(
        new RegExp(`^${lineOf('"name": "shop"') + 1} error ___TEMPLATE_PARAMETERS___ is not valid JSON`),
      ),
    );
  });

  test('of the parameters, if broken, hides what the code reads', () => {
    const problems = checked(
      valid.replace('"name": "shop",', '"name": "shop"').replace('data.total', 'data.sum'),
    );
    expect(problems).toEqual([expect.stringContaining('error ___TEMPLATE_PARAMETERS___ is not valid JSON')]);
  });

  test('of the permissions, if broken, hides what they allow', () => {
    const problems = changed('___WEB_PERMISSIONS___\n\n[', '___WEB_PERMISSIONS___\n\n[[');
    expect(problems).toEqual([expect.stringContaining('error ___WEB_PERMISSIONS___ is not valid JSON')]);
  });

  test('with a word where a value belongs is told in one line, without its surroundings', () => {
    expect(changed('"type": 2,', '"type": LIST,')).toEqual([
      expect.stringMatching(
        / error ___WEB_PERMISSIONS___ is not valid JSON: Unexpected token [^"]*L[^"]*\.$/,
      ),
    ]);
  });

  test('as lenient readers take it is reported once', () => {
    const lenient = valid
      .replace('"name": "shop",', 'name: "shop",')
      .replace('"name": "total"', 'name: "total"');
    expect(checked(lenient)).toEqual([
      `${lineOf('"name": "shop"')} warning ___TEMPLATE_PARAMETERS___ is not strict JSON: Expected double-quoted property name. GTM writes it strictly.`,
    ]);
  });

  test('broken YAML, at its line', () => {
    const line = lineOf('- name: Sends the total');
    expect(changed('- name: Sends the total', ' - name: Sends the total')).toEqual([
      `${line} error The tests are not valid YAML: All sequence items must start at the same column.`,
    ]);
  });

  test('a scenario without code', () => {
    expect(
      changed('- name: An answer that is no image is a failure\n  code: |-', '- name: An answer\n  text: |-'),
    ).toContainEqual(`${lineOf('- name: An answer')} error Each scenario needs a \`name\` and a \`code\`.`);
  });

  test('a scenario whose name holds other characters', () => {
    expect(changed('- name: Sends the shop', '- name: "[shop] Sends it"')).toContainEqual(
      expect.stringContaining('note "[shop] Sends it"'),
    );
  });

  test('names of scenarios are named once a file', () => {
    const text = valid.replaceAll('- name: ', '- name: (1) ');
    expect(checked(text)).toEqual([expect.stringContaining('"(1) Sends the shop"')]);
  });

  test('a scenario that cannot be parsed', () => {
    expect(
      changed('runCode(mockData);\n\n    assertThat', 'runCode(mockData;\n\n    assertThat'),
    ).toContainEqual(
      expect.stringMatching(
        new RegExp(
          `^${lineOf('runCode(mockData);\n\n    assertThat')} warning "Sends the total and the parameters" cannot be parsed`,
        ),
      ),
    );
  });
});

describe('info', () => {
  test.each([
    ['"type": "TAG"', '"type": "PIXEL"', 'error The type must be one of TAG'],
    ['"displayName": "Order ping"', '"displayName": ""', 'error The template has no displayName'],
    ['"CONVERSIONS"', '"SHOPPING"', 'warning The gallery has no category "SHOPPING"'],
    ['["WEB"]', '["SERVER"]', 'error The containerContexts are ["SERVER"], and the code is for WEB'],
    ['"description": "Tells', '"about": "Tells', 'note No description'],
  ])('%s as %s', (found, replacement, problem) => {
    expect(changed(found, replacement)).toContainEqual(expect.stringContaining(problem));
  });

  test('an icon that is too small', () => {
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ';
    const brand = `"id": "brand_dummy", "thumbnail": "data:image/png;base64,${pixel}"`;
    expect(changed('"id": "brand_dummy"', brand)).toContainEqual(
      expect.stringContaining('note The thumbnail is 1 pixels wide; 48 is the least'),
    );
  });
});

describe('fields', () => {
  test.each([
    ['"type": "SIMPLE_TABLE"', '"type": "TABLE"', 'error No field has the type "TABLE"'],
    ['"groupStyle": "ZIPPY_CLOSED"', '"groupStyle": "CLOSED"', 'error There is no groupStyle "CLOSED"'],
    ['"displayName": "Shop"', '"label": "Shop"', "warning GTM's own fields have no attribute `label`"],
    ['"name": "total"', '"name": "shop"', 'error A second field `shop`; the first is on line'],
    ['"name": "shop",', '', 'error A field without a name'],
    [
      '"paramName": "shop"',
      '"paramName": "store"',
      'warning The condition asks for "store", and there is no such field',
    ],
    ['"type": "PRESENT"', '"type": "FILLED"', 'error There is no condition "FILLED"'],
    ['{"type": "NON_EMPTY"}', '{"type": "FULL"}', 'error There is no validator "FULL"'],
    ['["[a-z]+"]', '["[a-z"]', 'error The pattern [a-z cannot be read'],
    ['"defaultValue": "none"', '"defaultValue": "all"', 'warning The default "all" is none of the items'],
    ['"value": "typed"', '"value": "none"', 'warning A second item "none"'],
    ['"radioItems"', '"selectItems"', 'warning `amount` has no radioItems'],
    [
      '"name": "value", "displayName"',
      '"name": "key", "displayName"',
      'error A second column `key` in `parameters`',
    ],
    ['"displayName": "Value", "type": "TEXT"', '"type": "CHECKBOX"', 'error A column is TEXT or SELECT'],
  ])('%s as %s', (found, replacement, problem) => {
    expect(changed(found, replacement)).toContainEqual(expect.stringContaining(problem));
  });

  test('a validator that published templates hold, and the documentation does not name', () => {
    expect(changed('{"type": "NON_EMPTY"}', '{"type": "GA_TRACKING_ID"}')).toEqual([]);
  });

  test('a problem stands at the line of its key', () => {
    expect(changed('"type": "SIMPLE_TABLE"', '"type": "TABLE"')).toContainEqual(
      expect.stringMatching(new RegExp(`^${lineOf('"type": "SIMPLE_TABLE"')} error`)),
    );
  });
});

describe('tests', () => {
  const first = "const mockData = {shop: 'shoes', amount: 'none'};";

  test('an API that a test uses without requiring it', () => {
    const tests = `${first}\n  const copy = JSON.parse(JSON.stringify(mockData));`;
    expect(changed(first, tests)).toEqual([
      `${lineOf(first) + 1} warning A test uses \`JSON\` without requiring it: \`const JSON = require('JSON');\``,
    ]);
  });

  test('names that a test declares, or that are there', () => {
    const tests = `${first}
  const JSON = require('JSON');
  const copy = JSON.parse(JSON.stringify(mockData));
  const hasMath = typeof Math === 'object';
  const log = {logToConsole: fail};
  mockObject('Math', {floor: copy.floor});`;
    expect(changed(first, tests)).toEqual([]);
  });
});

describe('permissions', () => {
  test.each([
    ['"publicId": "send_pixel"', '"publicId": "send_beacon"', 'error There is no permission `send_beacon`'],
    [
      'https://*.example.com/*',
      'http://example.com/*',
      'error GTM cannot read the URL pattern `http://example.com/*`',
    ],
    ['https://*.example.com/*', 'https://*/ping', 'error GTM cannot read the URL pattern `https://*/ping`'],
    [
      '"publicId": "send_pixel"',
      '"publicId": "get_cookies"',
      'error `sendPixel` needs the permission `send_pixel`',
    ],
    ['"publicId": "logging"', '"publicId": "get_cookies"', 'warning No API that the code requires needs'],
    [
      '"publicId": "logging"',
      '"publicId": "get_cookies"',
      'warning `logToConsole` needs the permission `logging`',
    ],
  ])('%s as %s', (found, replacement, problem) => {
    expect(changed(found, replacement)).toContainEqual(expect.stringContaining(problem));
  });
});

describe('code', () => {
  const call = 'sendPixel(url, data.gtmOnSuccess, data.gtmOnFailure);';

  test.each([
    ["require('sendPixel')", "require('sendBeacon')", 'error There is no API `sendBeacon`'],
    [call, 'sendPixel(url, data.gtmOnSuccess, data.gtmOnFailure;', 'error The code cannot be parsed'],
    [
      call,
      'sendPixel(`x`, data.gtmOnSuccess, data.gtmOnFailure);',
      "error GTM's sandbox may not know a template literal",
    ],
    [call, `${call}\nurl.includes('a');`, 'error No value of the sandbox has a method `includes`'],
    [call, `${call}\nsetTimeout(data.gtmOnSuccess);`, 'error The sandbox has no `setTimeout`'],
    [call, `${call}\nJSON.stringify(url);`, 'error The sandbox has no `JSON`'],
    [call, `${call}\nsent = true;`, 'error The sandbox has no `sent`'],
    [
      call,
      `if (typeof window !== 'undefined') { window.stop(); }\n${call}`,
      'warning The sandbox has no `window`',
    ],
    [call, 'sendPixel(url);', 'error The tag calls neither data.gtmOnSuccess nor data.gtmOnFailure'],
    [call, `${call}\ndelete data.shop;`, "error GTM's sandbox may not know the operator `delete`"],
    [call, `${call}\nconst pattern = /a/;`, "error GTM's sandbox may not know a regular expression"],
    [call, `${call};`, 'note Few published templates have an empty statement'],
    ['data.total', 'data.sum', 'warning There is no field `sum`'],
    ["require('sendPixel');", "require('sendPixel')", 'error No semicolon here'],
    [call, `data.shop && ${call}`, 'note Few published templates have a condition as a statement'],
    [
      call,
      `data.shop ? ${call.slice(0, -1)} : url;`,
      'note Few published templates have a choice as a statement',
    ],
    [call, `{ ${call} }`, 'warning Few published templates have a block of its own'],
    [call, `${call}\nurl;`, 'warning Few published templates have an expression whose value nothing uses'],
  ])('%s as %s', (found, replacement, problem) => {
    expect(changed(found, replacement)).toContainEqual(expect.stringContaining(problem));
  });

  test('a problem of the code stands at its line in the file', () => {
    expect(changed('data.total', 'data.sum')).toEqual([
      `${lineOf('data.total')} warning There is no field \`sum\`: \`data.sum\` is always undefined.`,
    ]);
  });

  test.each([
    ['the last semicolon left out', call, call.slice(0, -1)],
    ['a bitwise operator', call, `${call}\nlogToConsole(data.total | 0, data.total << 1);`],
    [
      'a const in a switch',
      call,
      `switch (data.shop) { case 'a': const total = 1; logToConsole(total); }\n${call}`,
    ],
    [
      'a const in a block of a loop',
      call,
      `while (data.shop) { if (data.total) { const a = 1; logToConsole(a); } }\n${call}`,
    ],
    ['data that the code sets', call, `data.sum = 5;\nlogToConsole(data.sum);\n${call}`],
    ['a method of a value that nobody knows', call, `data.shop.track('a');\n${call}`],
    [
      "methods of the page's own values",
      call,
      `const copyFromWindow = require('copyFromWindow');
const shop = copyFromWindow('shop') || {};
const cart = shop.cart;
cart.find('a');
copyFromWindow('dataLayer').forEach((push) => { push.at(1); });
for (const push of copyFromWindow('dataLayer')) { push.flat(); }
${call}`,
    ],
  ])('%s is not worth a word', (_what, found, replacement) => {
    const problems = changed(found, replacement);
    expect(problems.filter((problem) => !problem.includes('`access_globals`'))).toEqual([]);
  });

  test('a method that no text has aborts, whatever its name', () => {
    expect(changed(call, `'a'.shout();\n${call}`)).toContainEqual(
      expect.stringContaining('error No value of the sandbox has a method `shout`'),
    );
  });

  test('a const in a switch within a loop that shares its variables keeps its first value', () => {
    const loop = `while (data.shop) { switch (data.total) { case 1: const a = 1; logToConsole(a); } }\n${call}`;
    expect(changed(call, loop)).toEqual([
      expect.stringContaining('warning `const` in a `while` loop keeps its first value.'),
    ]);
  });

  test('the same warning is said once, with the other lines', () => {
    const [problem, ...others] = changed(call, `logToConsole(data.sum);\nlogToConsole(data.sum);\n${call}`);
    const line = lineOf(call);
    expect(problem).toBe(
      `${line} warning There is no field \`sum\`: \`data.sum\` is always undefined. Also on line ${line + 1}.`,
    );
    expect(others).toEqual([]);
  });

  test("columns and fields under radio items and in groups count as the template's", () => {
    expect(
      changed(call, `${call}\nlogToConsole(data.total, data.gtmEventId, data.hasOwnProperty('shop'));`),
    ).toEqual([]);
  });
});

test("a server container's template is checked without the list of web APIs", () => {
  const server = valid
    .replace('___SANDBOXED_JS_FOR_WEB_TEMPLATE___', '___SANDBOXED_JS_FOR_SERVER___')
    .replace('___WEB_PERMISSIONS___', '___SERVER_PERMISSIONS___')
    .replace('["WEB"]', '["SERVER"]')
    .replaceAll("require('sendPixel')", "require('sendHttpGet')")
    .replace('"send_pixel"', '"send_http"');
  // Only what nobody could try is told of it.
  expect(checked(server)).toEqual([expect.stringMatching(/^\d+ note `sendHttpGet`: nobody could try/)]);
});
