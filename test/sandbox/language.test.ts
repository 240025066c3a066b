import { expect, test } from '@jest/globals';
import { run } from './running.ts';

test('writing to a constant is ignored', () => {
  expect(run('const a = 1; a = 2; a++; out(a);').out).toStrictEqual([1]);
});

test('a variable read before its declaration is undefined', () => {
  expect(run('out(typeof a); const a = 1; out(typeof nobody);').out).toStrictEqual([
    'undefined',
    'undefined',
  ]);
});

test.each([
  ['while', 'let i = 0; while (i < 3) { const x = i; out(x); i++; }'],
  ['do', 'let i = 0; do { const x = i; out(x); i++; } while (i < 3);'],
  ['for with var', 'for (var i = 0; i < 3; i++) { const x = i; out(x); }'],
  ['for-in with var', 'for (var i in [0, 1, 2]) { const x = i - 0; out(x); }'],
  ['switch in such a loop', 'for (var i = 0; i < 3; i++) { switch (1) { case 1: const x = i; out(x); } }'],
])('a const in the body of %s keeps its first value', (_loop, code) => {
  expect(run(code).out).toStrictEqual([0, 0, 0]);
});

test.each([
  ['for with let', 'for (let i = 0; i < 3; i++) { const x = i; out(x); }'],
  ['for-of', 'for (const i of [0, 1, 2]) { const x = i; out(x); }'],
  ['a block inside while', 'let i = 0; while (i < 3) { if (true) { const x = i; out(x); } i++; }'],
  ['a function called in a loop', 'for (var i = 0; i < 3; i++) { (() => { const x = i; out(x); })(); }'],
])('a const in %s is new each time', (_loop, code) => {
  expect(run(code).out).toStrictEqual([0, 1, 2]);
});

test('a let in a while body can be assigned each time', () => {
  expect(run('let i = 0; while (i < 2) { let x = i; x += 10; out(x); i++; }').out).toStrictEqual([10, 11]);
});

test('arrow functions have arguments of their own', () => {
  expect(run('const f = () => arguments.length; out(f(1, 2));').out).toStrictEqual([2]);
});

test('calls nest 500 deep and no deeper', () => {
  const code = 'function f(n) { return n === 0 ? 0 : 1 + f(n - 1); }';
  expect(run(`${code} out(f(499));`).out).toStrictEqual([499]);
  expect(run(`${code} out(f(500));`).error).toBe('Maximum call stack size exceeded');
});

test('deep calls through blocks, switches and array methods stay within the native stack', () => {
  const code = `const f = n => { for (let i = 0; i < 1; i++) { switch (n) { case 0: return 0; default: if (n) {
    const inner = [n].map(x => 1 + f(x - 1)); return inner[0]; } } } };`;
  expect(run(`${code} out(f(240));`).out).toStrictEqual([240]);
});

test('a method called on undefined names the method', () => {
  expect(run('let x; x.trim();').error).toBe("TypeError: Can't read property trim of undefined.");
});

test('a property that is no function names itself', () => {
  expect(run('const o = { a: 1 }; o.a();').error).toBe('TypeError: a is not a function');
  expect(run('const o = { a: 1 }; o.b();').error).toBe("TypeError: Object has no 'b' property.");
});

test('counting up a text appends, as + does', () => {
  expect(run('let s = "5"; s++; out(s); let n = 5; n--; out(n);').out).toStrictEqual(['51', 4]);
});

test('objects keep the order in which their keys came, whatever the keys', () => {
  expect(run('const o = {}; o[2] = 1; o[1] = 1; out(require("Object").keys(o).join());').out).toStrictEqual([
    '2,1',
  ]);
});

test('nothing is inherited: constructor and __proto__ are keys like any other', () => {
  const { out } = run(
    'const o = {}; out(o.constructor); o.__proto__ = 1; out(o.__proto__); out(o.hasOwnProperty("x"));',
  );
  expect(out).toStrictEqual([undefined, 1, false]);
});

test('frozen objects ignore writes', () => {
  expect(
    run(
      'const O = require("Object"); const o = O.freeze({ a: 1 }); o.a = 2; out(o.a); out(O.delete(o, "a"));',
    ).out,
  ).toEqual([1, false]);
});

test('replace takes a function, and changes the first match only', () => {
  expect(run('out("a.a".replace("a", x => x + "!")); out("a.b.c".split(".").join());').out).toStrictEqual([
    'a!.a',
    'a,b,c',
  ]);
});

test('sort takes what the comparison returns as a number', () => {
  expect(run('out([1, 3, 2].sort((a, b) => b - a).join());').out).toStrictEqual(['3,2,1']);
});

test.each([
  ['a class', 'class A {}'],
  ['optional chaining', 'out(data?.x);'],
  ['a regular expression', 'out(/a/);'],
  ['new', 'new out();'],
  ['this', 'out(this);'],
  ['await', 'const f = async () => 1;'],
])('%s is refused', (_what, code) => {
  expect(run(code).error).toMatch(/not part of the sandbox's language/);
});

test('a frozen array is neither sorted nor reversed, without an error', () => {
  const freeze = "const list = require('Object').freeze([2, 1, 3]);";
  expect(run(`${freeze} list.sort(); list.reverse(); list[0] = 9; out(list);`).out).toStrictEqual([
    [2, 1, 3],
  ]);
});
