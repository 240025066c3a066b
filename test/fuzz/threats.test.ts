// What SECURITY.md claims and no other test says.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readPermissions, readTemplate } from '../../src/sandbox/index.ts';
import { play } from '../../trials/fuzz/play.ts';
import type { Visit } from '../../trials/fuzz/visit.ts';

const template = readTemplate(readFileSync('dist/template.tpl', 'utf8'));

const visit: Visit = {
  url: 'https://www.example.com/',
  cookies: 'searchstax_session_id=cookieSession; ms_visitorid=cookieVisitor',
  preview: false,
  answers: ['error'],
  tags: [
    {
      action: 'route',
      trackingKey: 'k3y',
      consent: 'required',
      routes: [{ event: 'searchstax_search', action: 'goal', goal: 'Searched' }],
    },
  ],
  steps: [],
};

const after = async (searchstax: object) => {
  const played = await play(
    { ...visit, steps: [{ push: { event: 'searchstax_search', searchstax } }] },
    template,
  );
  const pixels = played.firings.flatMap((firing) => firing.pixels.map(({ url }) => new URL(url)));
  const data = pixels.find(({ searchParams }) => searchParams.has('data'))?.searchParams.get('data') ?? '';
  return { hosts: pixels.map(({ host }) => host), sent: JSON.parse(Buffer.from(data, 'base64').toString()) };
};

test('the data layer sets neither the tracking key nor whose event it is', async () => {
  const { sent } = await after({ query: 'shoes', key: 'theirs', session: 'theirs', _vid: 'theirs' });
  expect(sent.properties).toEqual({
    query: 'shoes',
    key: 'k3y',
    session: 'cookieSession',
    _vid: 'cookieVisitor',
  });
});

test('the data layer chooses neither host nor path', async () => {
  const { hosts } = await after({
    query: 'shoes',
    analyticsHost: 'evil.example',
    pixelUrl: 'https://evil.example/',
    href: 'https://evil.example/',
  });
  expect(hosts).toEqual(['analytics-us.searchstax.com', 'www.example.com']);
});

test('of what is pushed only the properties that the event has are sent', async () => {
  const { sent } = await after({
    query: 'shoes',
    password: 'secret',
    email: 'a@example.com',
    impressions: [{ id: 1, price: 9 }],
  });
  expect(Object.keys(sent.properties).sort()).toEqual(['_vid', 'impressions', 'key', 'query', 'session']);
  expect(sent.properties.impressions).toEqual([{ cDocId: '1', position: 1 }]);
});

test('the template injects no script, writes no global and reaches no storage but its cookies', () => {
  const permissions = readPermissions(template.permissions);
  expect(Object.keys(permissions).sort()).toEqual([
    'access_consent',
    'access_globals',
    'access_template_storage',
    'get_cookies',
    'get_url',
    'logging',
    'read_data_layer',
    'send_pixel',
    'set_cookies',
  ]);
  expect(permissions.access_globals?.keys).toEqual([
    { key: 'searchstaxSitecore.consent', read: false, write: false, execute: true },
    { key: 'searchstaxSitecore.deliver', read: false, write: false, execute: true },
    { key: 'searchstaxSitecore.version', read: true, write: false, execute: false },
  ]);
  expect(permissions.access_consent?.consentTypes).toEqual([
    { consentType: 'analytics_storage', read: true, write: false },
  ]);
});

test('what ships depends on no package', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(manifest).not.toHaveProperty('dependencies');
  expect(manifest).not.toHaveProperty('optionalDependencies');
  expect(manifest).not.toHaveProperty('peerDependencies');
});

const makesCode =
  /\beval\b|\bFunction\s*\(|(inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write|createElement/;

test('the companion evaluates no text as code and puts none into the page', () => {
  expect(readFileSync('dist/companion.js', 'utf8')).not.toMatch(makesCode);
});

test('the search page reader evaluates no text as code, calls no host and stores nothing', () => {
  const script = readFileSync('dist/search-page.js', 'utf8');
  expect(script).not.toMatch(makesCode);
  expect(script).not.toMatch(/fetch|XMLHttpRequest|sendBeacon|Image\b|\.src\b|Storage|cookie|indexedDB/);
});
