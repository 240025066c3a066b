import { describe, expect, test } from '@jest/globals';
import { gateEmittedCode } from '../../src/sandbox/gate.ts';
import type { PermissionEntry } from '../../src/sandbox/template.ts';

function permission(publicId: string): PermissionEntry {
  return { instance: { key: { publicId } } };
}

function messages(code: string, permissions: PermissionEntry[] = []): string[] {
  return gateEmittedCode({ code, permissions, file: 'tag.tpl' }).map(({ message }) => message);
}

test('code of the kind that published templates hold passes', () => {
  const code = `
    // Sends what the table says.
    const sendPixel = require('sendPixel');
    const JSON = require('JSON');
    const names = ['a', 'b'];
    let url = 'https://example.com/?';
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      if (!data[name] && typeof name === 'string') continue;
      url += name + '=' + JSON.stringify(data[name]);
    }
    const senders = { pixel: function (address) { sendPixel(address, data.gtmOnSuccess, data.gtmOnFailure); } };
    senders.pixel(url);
  `;
  expect(messages(code, [permission('send_pixel')])).toEqual([]);
});

describe('what no published template has is named', () => {
  test.each([
    ['const a = `b`;', 'a template literal'],
    ['const { a } = data;', 'destructuring'],
    ['const a = [...data.list];', 'spread'],
    ['const f = (...list) => list;', 'a rest parameter'],
    ['const f = (a = 1) => a;', 'a default value'],
    ['const a = 1; const b = { a };', 'a shorthand property'],
    ['const b = { f() {} };', 'a shorthand method'],
    ["const b = { ['a' + 1]: 1 };", 'a computed key'],
    ['const b = { get a() { return 1; } };', 'a getter'],
    ['const a = data?.b;', 'optional chaining'],
    ['const a = data.b ?? 1;', 'the operator `??`'],
    ['const a = /b/;', 'a regular expression'],
    ['try { data.gtmOnSuccess(); } catch (error) {}', '`try … catch`'],
    ['throw data;', '`throw`'],
    ['const a = new data.B();', '`new`'],
    ['const a = this;', '`this`'],
    ['class A {}', 'a class'],
    ['loop: while (data.a) { break loop; }', 'a label'],
    ["const a = 'b' in data;", 'the operator `in`'],
    ['const a = data instanceof data.b;', 'the operator `instanceof`'],
    ['delete data.a;', 'the operator `delete`'],
    ['const a = void 0;', 'the operator `void`'],
    ['const a = +data.b;', 'the operator `+`'],
    ['const a = ~data.b;', 'the operator `~`'],
    ['let a = 1; a = (data.b, data.c);', 'a comma expression'],
    ['const a = data.b ** 2;', 'the operator `**`'],
    ['let a = 1; a -= 1;', 'the operator `-=`'],
    ['function* f() {}', 'a generator'],
    ['async function f() {}', 'an async function'],
    ['const a = 0xff;', 'the number `0xff`'],
    ['const a = 1e3;', 'the number `1e3`'],
    ['const a = [1, , 2];', 'an array hole'],
    ['{ data.gtmOnSuccess(); }', 'a block of its own'],
    ['data.gtmOnSuccess();;', 'an empty statement'],
    ['data.a && data.gtmOnSuccess();', 'a condition as a statement'],
    ['data.a;', 'an expression whose value nothing uses'],
    ["'use strict';", 'a directive'],
    ['do { data.gtmOnSuccess(); } while (data.a);', '`do … while`'],
  ])('%s', (code, construct) => {
    expect(messages(code)).toEqual(expect.arrayContaining([expect.stringContaining(construct)]));
  });
});

describe('what breaks in GTM only is named', () => {
  test.each([
    ['data.gtmOnSuccess()', 'No semicolon'],
    ['data.gtmOnSuccess(1,);', 'A comma after the last argument'],
    ['const f = (a,) => a; f(1);', 'A comma after the last argument or parameter'],
    [
      'let a = data.b; while (a) { const c = a; a = c.next; }',
      '`const` in a `while` loop keeps its first value',
    ],
    ['for (var i = 0; i < 3; i++) { const c = i; data.f(c); }', '`const` in a `for (var …)` loop'],
    ['while (data.a) { switch (data.a) { case 1: const b = 2; data.f(b); } }', '`const` in a `while` loop'],
    ['const a = 1; a = 2;', '`a` is a `const`'],
    ['const a = 1; a++;', '`a` is a `const`'],
    ["data.text.includes('a');", 'has a method `includes`'],
    ["const Math = require('Math'); const a = Math.random();", '`Math` has no `random`'],
    ['const now = Date.now();', '`Date` is not declared'],
    ["const a = require('fetch');", 'There is no API `fetch`'],
    ["const a = require('send' + 'Pixel');", '`require` takes the name of an API as a string'],
    ['const r = require; r();', '`require` may only be called'],
    ["const sendPixel = require('sendPixel'); sendPixel(data.url);", 'needs the permission `send_pixel`'],
    ['const a = ;', 'Not JavaScript'],
  ])('%s', (code, message) => {
    expect(messages(code)).toEqual(expect.arrayContaining([expect.stringContaining(message)]));
  });
});

test('a permission that no code uses is named', () => {
  expect(messages('data.gtmOnSuccess();', [permission('get_cookies')])).toEqual([
    'The permission `get_cookies` is declared, and no code uses it.',
  ]);
});

test('a `const` in the body of a for (let) loop or of a function in a loop is fine', () => {
  const code = `
    for (let i = 0; i < 3; i++) { const a = i; data.f(a); }
    while (data.a) { data.list.forEach((row) => { const b = row; data.f(b); }); }
  `;
  expect(messages(code).filter((message) => message.includes('const'))).toEqual([]);
});

test('a problem stands at its line and column in the file', () => {
  const code = 'data.gtmOnSuccess();\n  data.a && data.b();';
  expect(gateEmittedCode({ code, permissions: [], file: 'tag.tpl', firstLine: 40 })).toContainEqual(
    expect.objectContaining({ file: 'tag.tpl', line: 41, column: 3, severity: 'error' }),
  );
});

test('a line longer than any published one is a warning', () => {
  const [problem] = gateEmittedCode({ code: `// ${'x'.repeat(600)}`, permissions: [], file: 'tag.tpl' });
  expect(problem).toMatchObject({ severity: 'warning', message: expect.stringContaining('603 characters') });
});
