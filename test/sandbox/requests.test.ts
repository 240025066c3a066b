import { expect, test } from '@jest/globals';
import { JSDOM } from 'jsdom';
import { createPage, type Verdict } from '../../src/sandbox/page.ts';
import { run } from './running.ts';

const pixel = "const pixel = require('sendPixel');";

test.each([
  ['http', 'http://a.example.com/x'],
  ['another port', 'https://a.example.com:8443/x'],
  ['no URL', 'https://'],
])('a pixel over %s is prohibited even where any URL is allowed', (_what, url) => {
  expect(run(`${pixel} pixel('${url}');`).error).toBe(`Prohibited URL: ${url}.`);
});

test('a relative URL is prohibited on a page without https', () => {
  expect(run(`${pixel} pixel('/x');`, { url: 'http://www.example.com/' }).error).toBe('Prohibited URL: /x.');
});

test('a base element bends relative URLs', () => {
  const { window } = new JSDOM('<base href="http://other.example.com/">', {
    url: 'https://www.example.com/',
  });
  expect(run(`${pixel} pixel('/x');`, { url: 'https://www.example.com/', window }).error).toBe(
    'Prohibited URL: /x.',
  );
});

test.each([
  ['load', ['ok']],
  ['error', ['fail']],
  ['never', []],
] as [Verdict, string[]][])('an answer %s calls back %j', async (verdict, expected) => {
  const ran = run(`${pixel} pixel('https://a.example.com/', () => out('ok'), () => out('fail'));`, {
    answer: () => verdict,
  });
  expect(ran.out).toStrictEqual([]);
  await ran.page.settled();
  expect(ran.out).toStrictEqual(expected);
});

test('an error in a callback goes nowhere', async () => {
  const ran = run(`${pixel} pixel('https://a.example.com/', () => { const u = undefined; u.x(); });`);
  await ran.page.settled();
  expect(ran.error).toBeUndefined();
});

test('scripts of one cache token load once and call everybody back', async () => {
  const page = createPage();
  const ran = run(
    `const inject = require('injectScript');
     inject('https://cdn.example.com/a.js', () => out(1), null, 'a');
     inject('https://cdn.example.com/a.js', () => { out(2);
       inject('https://cdn.example.com/a.js', () => out(3), null, 'a'); }, null, 'a');`,
    { page },
  );
  await page.settled();
  expect(ran.out).toStrictEqual([1, 2, 3]);
  expect(page.requests).toEqual(['https://cdn.example.com/a.js']);
});

test('sha256 answers in Base64, or in hex when asked', async () => {
  const ran = run(`const sha256 = require('sha256');
    sha256('abc', hash => out(hash)); sha256('abc', hash => out(hash), null, { outputEncoding: 'hex' });`);
  await ran.page.settled();
  expect(ran.out.sort()).toEqual([
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
  ]);
});
