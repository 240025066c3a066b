import { expect, test } from '@jest/globals';
import { createPage } from '../../src/sandbox/page.ts';
import { run } from './running.ts';

const set = "const set = require('setCookie'); const get = require('getCookieValues');";

test('a cookie is encoded when written and decoded when read', () => {
  const { out, page } = run(`${set} set('b', 'ü &'); out(get('b')); out(get('b', false));`);
  expect(out).toStrictEqual([['ü &'], ['%C3%BC%20%26']]);
  expect(page.cookies()).toEqual({ b: '%C3%BC%20%26' });
});

test('a secure cookie is not set on a page without https', () => {
  const { page } = run(`${set} set('b', 'x', { secure: true }); set('c', 'y');`, {
    url: 'http://www.example.com/',
  });
  expect(page.cookies()).toEqual({ c: 'y' });
});

test('a max-age of 0 deletes, values are cut at 1,200 characters, foreign domains are refused', () => {
  const { page } = run(
    `${set} set('b', '', { path: '/', 'max-age': 0 }); let long = 'x'; while (long.length < 2000) { long += long; }
     set('c', long, { domain: 'example.com', path: '/' }); set('c', 'no', { domain: 'other.com' });`,
    { cookies: 'b=1' },
  );
  expect(page.cookies()).toEqual({ c: 'x'.repeat(1200) });
});

test('a cookie without a value is deleted', () => {
  const { page, error } = run(`${set} set('b', undefined, { path: '/' });`, { cookies: 'b=1; c=2' });
  expect(error).toBeUndefined();
  expect(page.cookies()).toEqual({ c: '2' });
});

test('a cookie of a path that the page is not under is out of sight', () => {
  const { out } = run(`${set} set('b', 'x', { path: '/shop' }); out(get('b'));`);
  expect(out).toStrictEqual([[]]);
});

test('consent that nobody declared counts as granted', () => {
  expect(run("out(require('isConsentGranted')('analytics_storage'));").out).toStrictEqual([true]);
});

test('a consent listener hears changes only', () => {
  const page = createPage({ consent: { analytics_storage: 'denied' } });
  const ran = run(
    "require('addConsentListener')('analytics_storage', (type, granted) => out([type, granted]));",
    { page },
  );
  page.updateConsent({ analytics_storage: 'denied' });
  page.updateConsent({ analytics_storage: 'granted', ad_storage: 'granted' });
  page.updateConsent({ analytics_storage: 'granted' });
  expect(ran.out).toStrictEqual([['analytics_storage', true]]);
});

test('a template may set consent where it has the permission, and is refused elsewhere', () => {
  const page = createPage();
  expect(
    run("require('setDefaultConsentState')({ analytics_storage: 'denied', wait_for_update: 500 });", { page })
      .error,
  ).toBe(undefined);
  expect(page.consent.granted('analytics_storage')).toBe(false);
  expect(run("require('updateConsentState')({ ad_storage: 'granted' });", { page }).error).toBe(
    'Prohibited write on consent type: ad_storage.',
  );
});

test('debug logging shows in preview only, and is silent elsewhere', () => {
  const permissions = { logging: { environments: 'debug' } };
  expect(run('out(1);', { permissions, preview: true }).out).toStrictEqual([1]);
  expect(run('out(1);', { permissions, preview: false })).toMatchObject({ out: [], error: undefined });
});

test('local storage that the browser blocks is undefined', () => {
  const window = Object.defineProperty({}, 'localStorage', {
    get() {
      throw new Error('SecurityError');
    },
  });
  expect(run("out(require('localStorage') === undefined);", { window }).out).toStrictEqual([true]);
});
