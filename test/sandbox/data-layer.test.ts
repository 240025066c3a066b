import { expect, test } from '@jest/globals';
import { createPage } from '../../src/sandbox/page.ts';
import { run } from './running.ts';

const copy = "const copy = require('copyFromDataLayer');";

test('version 2 merges arrays index by index, version 1 holds the last push', () => {
  const page = createPage();
  page.push({ list: [1, 2, 3] });
  page.push({ list: [9] });
  expect(run(`${copy} out(copy('list')); out(copy('list', 1));`, { page }).out).toEqual([[9, 2, 3], [9]]);
});

test('a dotted key in a push means a path, and in version 1 the key itself', () => {
  const page = createPage();
  page.push({ 'a.b': 1, a: { c: 2 } });
  expect(run(`${copy} out(copy('a')); out(copy('a.b', 1)); out(copy('a', 1));`, { page }).out).toEqual([
    { b: 1, c: 2 },
    1,
    { c: 2 },
  ]);
});

test('a null on the way to a path gives false, a missing step undefined', () => {
  const page = createPage();
  page.push({ a: { b: null } });
  expect(run(`${copy} out(copy('a.b')); out(copy('a.b.c')); out(copy('a.x.y'));`, { page }).out).toEqual([
    null,
    false,
    undefined,
  ]);
});

test('data with a key hasOwnProperty aborts the copy', () => {
  const page = createPage();
  page.push({ a: { hasOwnProperty: 1 } });
  expect(run(`${copy} copy('a'); out('after');`, { page }).error).toMatch(/hasOwnProperty is not a function/);
});

test('events are heard in the order in which they were pushed, those pushed meanwhile last', () => {
  const page = createPage();
  const heard: string[] = [];
  page.onEvent((event) => {
    heard.push(event);
    if (event === 'one') page.push({ event: 'three' });
    if (event === 'one') heard.push('done');
  });
  page.push({ event: 'one' });
  page.push({ noEvent: true });
  expect(heard).toEqual(['one', 'done', 'three']);
});

test('what lay in the data layer before the container came is known, and pushes by the page arrive', () => {
  const window = { dataLayer: [{ early: 1 }] };
  const page = createPage({ window });
  window.dataLayer.push({ late: 2 } as never);
  expect(run(`${copy} out([copy('early'), copy('late')]);`, { page }).out).toEqual([[1, 2]]);
});
