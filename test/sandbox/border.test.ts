import { expect, test } from '@jest/globals';
import { run } from './running.ts';

const copy = "const copy = require('copyFromWindow'); const call = require('callInWindow');";

test.each([
  ['a date', new Date()],
  ['a map', new Map()],
  ['a class instance', new (class Visitor {})()],
  ['an element', { nodeType: 1 }],
  ['a symbol', Symbol('x')],
])('%s does not cross into the sandbox', (_what, value) => {
  expect(run(`${copy} out(copy('value') === undefined);`, { window: { value } }).out).toStrictEqual([true]);
});

test('an object without a prototype crosses', () => {
  const value = Object.assign(Object.create(null), { a: 1 });
  expect(run(`${copy} out(copy('value').a);`, { window: { value } }).out).toStrictEqual([1]);
});

test('copies are deep: changing one changes nothing on the page', () => {
  const value = { list: [{ a: 1 }] };
  run(`${copy} const v = copy('value'); v.list[0].a = 2; v.list.push(3);`, { window: { value } });
  expect(value).toEqual({ list: [{ a: 1 }] });
});

test('what holds itself still does', () => {
  const value: Record<string, unknown> = {};
  value.self = value;
  expect(
    run(`${copy} const v = copy('value'); out(v.self.self === v);`, { window: { value } }).out,
  ).toStrictEqual([true]);
});

test('functions are wrapped both ways', () => {
  const window = { back: (callback: (n: number[]) => number) => callback([20]) + 1 };
  expect(run(`${copy} out(call('back', list => list[0] * 2));`, { window }).out).toStrictEqual([41]);
});

test('a method is called on the object that holds it', () => {
  const app = {
    base: 5,
    fn(n: number) {
      return this.base + n;
    },
  };
  expect(run(`${copy} out(call('app.fn', 1));`, { window: { app } }).out).toStrictEqual([6]);
});

test('setInWindow keeps what is there unless told otherwise', () => {
  const window: Record<string, unknown> = { value: 1 };
  const set = "const set = require('setInWindow');";
  expect(
    run(`${set} out(set('value', 2)); out(set('value', 3, true)); out(set('fn', () => 4));`, { window }).out,
  ).toEqual([false, true, true]);
  expect(window.value).toBe(3);
  expect((window.fn as () => number)()).toBe(4);
});

test('createArgumentsQueue hands the arguments object to the array', () => {
  const window: Record<string, unknown> = { queue: [] };
  run("const q = require('createArgumentsQueue')('fn', 'queue'); q('track', { a: 1 });", { window });
  const [first] = window.queue as IArguments[];
  expect(Object.prototype.toString.call(first)).toBe('[object Arguments]');
  expect([...(first as IArguments)]).toEqual(['track', { a: 1 }]);
});

test('a function takes its properties along, both ways', () => {
  const window: Record<string, unknown> = {};
  const page = run(
    `${copy} const set = require('setInWindow');
    const fn = function() { call('queue.push', arguments); };
    fn.version = 2;
    set('fn', fn);
    call('fn', 'init', 1);
    out(copy('fn').version);
    out(copy('queue'));`,
    {
      window: Object.assign(window, { queue: [] }),
      permissions: {
        logging: { environments: 'all' },
        access_globals: {
          keys: ['fn', 'queue', 'queue.push'].map((key) => ({ key, read: true, write: true, execute: true })),
        },
      },
    },
  );
  expect(page.error).toBeUndefined();
  expect(page.out).toStrictEqual([2, [['init', 1]]]);
  expect((window.fn as { version: number }).version).toBe(2);
});
