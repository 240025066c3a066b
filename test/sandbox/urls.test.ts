import { expect, test } from '@jest/globals';
import { allowed, run } from './running.ts';

const permissions = {
  ...allowed,
  get_url: { urlParts: 'any', queriesAllowed: 'any' },
  get_referrer: { urlParts: 'any', queriesAllowed: 'any' },
};
const value = (code: string, page: { url?: string; referrer?: string } = {}) =>
  run(`out(${code});`, { permissions, ...page });

test.each([
  ['host', 'www.example.com'],
  ['HOST', 'www.example.com'],
  ['path', '/v1.2/list'],
  ['extension', '2'],
  ['url_no_fragment', 'https://www.example.com/v1.2/list?q=1'],
  ['nothing of the sort', 'https://www.example.com/v1.2/list?q=1#top'],
])('the component %s of a URL is %s', (component, expected) => {
  const url = 'https://WWW.example.com/v1.2/list?q=1#top';
  expect(value(`require('getUrl')('${component}')`, { url }).out).toStrictEqual([expected]);
});

test.each([
  ["'query', false, null, 'gclid'", 'a b'],
  ["'query', false, null, 'nope'", undefined],
  ["'host', true", 'example.com'],
  ["'path', false, ['index.html']", '/shoes/'],
  ["'path', false, ['default.aspx']", '/shoes/index.html'],
])('getUrl(%s), as older templates ask, is %s', (args, expected) => {
  const url = 'https://www.example.com/shoes/index.html?q=1&gclid=a+b';
  expect(value(`require('getUrl')(${args})`, { url }).out).toStrictEqual([expected]);
});

test('of a query whose keys are listed, getUrl gives the one that it is asked for', () => {
  const listed = {
    ...allowed,
    get_url: { urlParts: 'specific', query: true, queriesAllowed: 'specific', queryKeys: ['gclid'] },
  };
  const ask = (key: string) =>
    run(`out(require('getUrl')('query', false, null, '${key}'));`, {
      permissions: listed,
      url: 'https://www.example.com/?gclid=7&q=1',
    });
  expect(ask('gclid').out).toStrictEqual(['7']);
  expect(ask('q').error).toBe('Prohibited query key: q');
});

test('a visit without a referrer has empty parts', () => {
  const code = "['host', 'protocol', 'port', 'query', 'path'].map(part => require('getReferrerUrl')(part))";
  expect(value(code).out).toStrictEqual([['', '', '', '', '/']]);
  expect(value("require('getReferrerQueryParameters')('q')").out).toStrictEqual([undefined]);
});

test.each([
  ['q=a%20b+c', 'q', 'a b c'],
  ['q=a=b', 'q', 'a=b'],
  ['a%20b=1', 'a b', '1'],
  ['q', 'q', ''],
])('the query %s has under %s the value %s', (query, key, expected) => {
  const url = `https://www.example.com/?${query}`;
  expect(value(`require('getQueryParameters')('${key}')`, { url }).out).toStrictEqual([expected]);
});

test('a broken escape aborts the code only in a key, or in the value that is asked for', () => {
  const url = 'https://www.example.com/?a=%E0%A4&b=1';
  expect(value("require('getQueryParameters')('b')", { url }).out).toStrictEqual(['1']);
  expect(value("require('getQueryParameters')('a')", { url }).error).toBe('URI malformed');
});

test('parseUrl gives undefined for whatever is no URL', () => {
  const code =
    "[undefined, null, 5, {}, 'example.com'].map(given => require('parseUrl')(given) === undefined)";
  expect(value(code).out).toStrictEqual([[true, true, true, true, true]]);
});

test('consent may be asked for several types at once', () => {
  const two = {
    ...permissions,
    access_consent: {
      consentTypes: ['ad_storage', 'analytics_storage'].map((consentType) => ({ consentType, read: true })),
    },
  };
  const ask = "require('isConsentGranted')(['ad_storage', 'analytics_storage'])";
  expect(run(`out(${ask});`, { permissions: two }).out).toStrictEqual([true]);
  expect(run(`out(${ask});`, { permissions: two, consent: { ad_storage: 'denied' } }).out).toStrictEqual([
    false,
  ]);
  expect(run(`out(${ask});`, { permissions }).error).toBe('Prohibited read on consent type: ad_storage.');
});

test('an argument that is missing is missing in the error too', () => {
  expect(run("require('toBase64')();").error).toBe(
    'Argument error in toBase64. Expected argument types [string], but received [].',
  );
  expect(run("require('isConsentGranted')(1);").error).toBe(
    'Argument error in isConsentGranted. Expected argument types [string,Array], but received [number].',
  );
});
