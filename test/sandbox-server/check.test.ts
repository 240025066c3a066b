import { expect, test } from '@jest/globals';
import { checkTemplate } from '../../src/sandbox/check/index.ts';
import { serverApis } from '../../src/sandbox/server/apis/index.ts';
import { template } from './running.ts';

/** Problems of a server template's code and permissions, as `severity message`. */
function problems(code: string, permissions = {}): string[] {
  const { info, permissions: entries } = template('', { permissions });
  const text = [
    '___TERMS_OF_SERVICE___',
    'By creating or modifying this file …',
    '___INFO___',
    JSON.stringify({ ...info, id: 'a', version: 1, description: 'b' }),
    '___TEMPLATE_PARAMETERS___',
    '[]',
    '___SANDBOXED_JS_FOR_SERVER___',
    `${code}\ndata.gtmOnSuccess();`,
    '___SERVER_PERMISSIONS___',
    JSON.stringify(entries),
  ].join('\n\n');
  return checkTemplate(text).map(({ severity, message }) => `${severity} ${message}`);
}

test('an API of web containers is an error, and says so', () => {
  expect(problems("require('sendPixel')('https://a.example/');")).toEqual([
    'error There is no API `sendPixel`: web containers have it, server containers do not.',
  ]);
  expect(problems("require('fetch')('https://a.example/');")).toEqual(['error There is no API `fetch`.']);
});

test('a permission that is missing, and one that nothing asks for', () => {
  const code = "const path = require('getRequestPath'); path();";
  expect(problems(code)).toEqual([
    'error `getRequestPath` needs the permission `read_request`, which is not declared.',
  ]);
  expect(problems(code, { read_request: { requestAccess: 'any' }, run_container: {} })).toEqual([
    'warning No API that the code requires needs the permission `run_container`.',
  ]);
});

test('a const in a loop is no trap, as it is in web containers', () => {
  expect(problems('let i = 0; while (i < 3) { const next = i + 1; i = next; }')).toEqual([]);
});

test('what nobody could try is a note, once an API', () => {
  const code = "const a = require('getRequestMethod'); a(); const b = require('getRequestMethod'); b();";
  expect(problems(code)).toEqual([
    `note \`getRequestMethod\`: nobody could try outside of GTM ${serverApis.getRequestMethod?.unverified}.`,
  ]);
});

test('what nobody could try of one use is told where the code has it', () => {
  const about = (code: string, allowedUrls: string) =>
    problems(`const send = require('sendHttpRequest'); ${code}`, {
      send_http: { allowedUrls, urls: ['https://a.example/*'] },
    }).join();
  const { callback = '', listed = '' } = serverApis.sendHttpRequest?.unverifiedWhere ?? {};
  const promise = about("send('https://a.example/', {});", 'any');
  expect(promise).not.toContain(callback);
  expect(promise).not.toContain(listed);
  expect(about("send('https://a.example/', {});", 'specific')).toContain(listed);
  expect(about("send('https://a.example/', (status) => status);", 'any')).toContain(callback);
  expect(about("function done() {} send('https://a.example/', done);", 'any')).toContain(callback);
});

test('promises and members of objects are no unknown methods', () => {
  const code = `const Firestore = require('Firestore');
    Firestore.read('a/b').then((doc) => doc).catch(() => {}).finally(() => {});`;
  const found = problems(code, { access_firestore: { allowedOptions: [] } });
  expect(found.filter((problem) => !problem.startsWith('note'))).toEqual([]);
});

test('a member that an API of server containers lacks', () => {
  const code = "const Promise = require('Promise'); Promise.create((ok) => ok(1)); Promise.resolve(1);";
  expect(problems(code)).toContainEqual('warning `Promise` has no `resolve`.');
  expect(problems(code).join()).not.toContain('`create`');
});

test('a URL pattern that web containers cannot read is none of its business', () => {
  const code = "const send = require('sendHttpGet'); send('https://a.example:8080/');";
  const permissions = { send_http: { allowedUrls: 'specific', urls: ['https://a.example:8080/*'] } };
  expect(problems(code, permissions).filter((problem) => problem.startsWith('error'))).toEqual([]);
});
