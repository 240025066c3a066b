import { describe, expect, test } from '@jest/globals';
import { apis } from '../../src/sandbox/apis/index.ts';
import { askedBy } from '../../src/sandbox/check/asked.ts';
import { checkTemplate } from '../../src/sandbox/check/index.ts';
import { knownValues } from '../../src/sandbox/check/known-values.ts';
import { referencesOf } from '../../src/sandbox/check/names.ts';
import { parseCode } from '../../src/sandbox/check/syntax-tree.ts';
import { serverApis } from '../../src/sandbox/server/apis/index.ts';
import { type Plain, template } from '../sandbox-server/running.ts';

const row = (name: string, rest: object = {}) => ({
  name,
  domain: '*',
  path: '*',
  secure: 'any',
  session: 'any',
  ...rest,
});

/** What the web templates of these tests may do. */
const web: Plain = {
  access_consent: { consentTypes: [{ consentType: 'ad_storage', read: true, write: false }] },
  access_globals: {
    keys: [
      { key: 'shop', read: true, write: false, execute: false },
      { key: 'shop.queue', read: true, write: true, execute: false },
      { key: 'shop.track', read: false, write: false, execute: true },
    ],
  },
  access_local_storage: { keys: [{ key: 'cart', read: true, write: false }] },
  get_cookies: { cookieAccess: 'specific', cookieNames: ['visitor', 'cart_a'] },
  get_referrer: { urlParts: 'any', queriesAllowed: 'any' },
  get_url: {
    urlParts: 'specific',
    host: true,
    query: true,
    queriesAllowed: 'specific',
    queryKeys: ['gclid'],
  },
  inject_hidden_iframe: { urls: ['https://a.example/frame'] },
  inject_script: { urls: ['https://*.a.example/js/*.js', 'https://b.example/loader.js?id=*'] },
  logging: { environments: 'debug' },
  read_data_layer: { allowedKeys: 'specific', keyPatterns: ['event', 'ecommerce.*'] },
  send_pixel: { allowedUrls: 'specific', urls: ['https://a.example/p', 'https://b.example/*'] },
  set_cookies: { allowedCookies: [row('visitor', { domain: 'auto', session: 'non_session' })] },
  write_data_layer: { keyPatterns: ['ads_data_redaction'] },
};

const server: Plain = {
  access_response: {
    writeResponseAccess: 'specific',
    writeHeadersAllowed: true,
    writeHeaderAccess: 'specific',
    writeHeaderWhitelist: [{ headerName: 'Cache-Control' }],
  },
  get_cookies: { cookieAccess: 'specific', cookieNames: ['_ga'] },
  read_event_data: { eventDataAccess: 'specific', keyPatterns: ['event_name', 'user_data.*'] },
  read_request: {
    requestAccess: 'specific',
    headersAllowed: true,
    headerAccess: 'specific',
    headerWhitelist: [{ headerName: 'origin' }],
    queryParametersAllowed: true,
    queryParameterAccess: 'specific',
    queryParameterWhitelist: [{ queryParameter: 'v' }],
  },
  send_http: { allowedUrls: 'specific', allowGoogleDomains: true, urls: ['https://api.a.example/v1/*'] },
  send_pixel_from_browser: { allowedUrls: 'specific', urls: ['https://a.example/*'] },
  set_cookies: { allowedCookies: [row('_ga')] },
  use_custom_private_keys: { names: ['orders'] },
};

/** What `check` says of a variable with this code and these permissions, as `severity message`. */
function checked(code: string, plain: Plain, context: 'WEB' | 'SERVER' = 'WEB'): string[] {
  const known = context === 'WEB' ? apis : serverApis;
  const names = Object.keys(known).filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  const text = [
    '___TERMS_OF_SERVICE___',
    'By creating or modifying this file …',
    '___INFO___',
    JSON.stringify({
      type: 'MACRO',
      id: 'a',
      version: 1,
      displayName: 'Shop',
      description: 'b',
      containerContexts: [context],
    }),
    '___TEMPLATE_PARAMETERS___',
    '[]',
    context === 'WEB' ? '___SANDBOXED_JS_FOR_WEB_TEMPLATE___' : '___SANDBOXED_JS_FOR_SERVER___',
    names.map((name) => `const ${name} = require('${name}');`).join(' ') + code,
    `___${context}_PERMISSIONS___`,
    JSON.stringify(template('', { permissions: plain }).permissions),
  ].join('\n\n');
  return checkTemplate(text).map(({ severity, message }) => `${severity} ${message}`);
}

/** What it says of calls that the permissions refuse. */
function refused(code: string, plain: Plain, context: 'WEB' | 'SERVER' = 'WEB'): string[] {
  return checked(code, plain, context).filter((problem) => problem.includes('does not allow'));
}

describe('a call with a literal that the permission does not list is a warning', () => {
  test.each([
    ["getCookieValues('x');", 'for the cookie `x`', 'get_cookies', 'add it to `cookieNames`'],
    [
      "setCookie('x', data.v, {path: '/'});",
      'to write the cookie `x` with `{"path":"/"}`',
      'set_cookies',
      'add it to `allowedCookies`, with what the call gives it',
    ],
    ["setCookie('x', data.v, data.o);", 'to write the cookie `x`', 'set_cookies', 'add it'],
    ["const o = {}; setCookie('x', data.v, o);", 'to write the cookie `x`', 'set_cookies', 'add it'],
    [
      "setCookie('visitor', data.v, {domain: 'auto'});",
      'to write the cookie `visitor` with `{"domain":"auto"}`',
      'set_cookies',
      'add it',
    ],
    ["copyFromDataLayer('user');", 'for the key `user`', 'read_data_layer', 'add it to `keyPatterns`'],
    [
      "copyFromDataLayer('user.0');",
      'for the key `user.0`',
      'read_data_layer',
      'no pattern can, so allow any',
    ],
    ["gtagSet('user', 1);", 'for the key `user`', 'write_data_layer', 'add it to `keyPatterns`'],
    ['gtagSet({ads_data_redaction: data.v, user: 1});', 'for the key `user`', 'write_data_layer', 'add it'],
    [
      "copyFromWindow('shop.cart');",
      'to read the global variable `shop.cart`',
      'access_globals',
      'add it to `keys`, with read',
    ],
    [
      "setInWindow('shop', {});",
      'to read and write the global variable `shop`',
      'access_globals',
      'add it to `keys`, with read and write',
    ],
    [
      "callInWindow('shop.queue', data.v);",
      'to execute the global variable `shop.queue`',
      'access_globals',
      'add it to `keys`, with execute',
    ],
    ["createQueue('shop');", 'to read and write the global variable `shop`', 'access_globals', 'add it'],
    [
      "createArgumentsQueue('shop.queue', 'queue');",
      'to read and write the global variable `queue`',
      'access_globals',
      'add it',
    ],
    [
      "localStorage.setItem('cart', data.v);",
      'to write the local storage key `cart`',
      'access_local_storage',
      'add it to `keys`, with write',
    ],
    [
      "isConsentGranted('analytics_storage');",
      'to read the consent type `analytics_storage`',
      'access_consent',
      'add it to `consentTypes`, with read',
    ],
    [
      'setDefaultConsentState({ad_storage: data.v, region: data.w});',
      'to write the consent type `ad_storage`',
      'access_consent',
      'add it to `consentTypes`, with write',
    ],
    ['getUrl();', 'for the whole URL', 'get_url', 'allow any part of it'],
    ["getUrl('path');", 'for the part `path`', 'get_url', 'allow this part, too'],
    ["getUrl('query');", 'for the whole query', 'get_url', 'allow it, with any key'],
    [
      "getQueryParameters('utm_id');",
      'for the query parameter `utm_id`',
      'get_url',
      'allow the query, with this key in `queryKeys`',
    ],
    [
      "injectScript('https://a.example/css/a.js');",
      'for `https://a.example/css/a.js`',
      'inject_script',
      'add `https://a.example/css/a.js` to `urls`',
    ],
    [
      "injectHiddenIframe('http://a.example/frame');",
      'for `http://a.example/frame`',
      'inject_hidden_iframe',
      'GTM requests https alone',
    ],
    [
      "sendPixel('https://a.example/p?e=1');",
      'for `https://a.example/p?e=1`',
      'send_pixel',
      'add `https://a.example/p*` to `urls`',
    ],
    [
      "sendPixel('https://a.example/p?e=' + data.e + '&f=1');",
      'for `https://a.example/p?e=…&f=1`',
      'send_pixel',
      'add `https://a.example/p*` to `urls`',
    ],
    [
      "let url = 'https://a.example/q'; if (data.e) { url += '?e=' + data.e; } sendPixel(url);",
      'for `https://a.example/q…`',
      'send_pixel',
      'add `https://a.example/q*` to `urls`',
    ],
    ["sendPixel('//c.example');", 'for `//c.example`', 'send_pixel', 'add `https://c.example/` to `urls`'],
  ])('%s', (code, what, permission, remedy) => {
    const sentence = ` asks ${what}, which \`${permission}\` does not allow: ${remedy}`;
    expect(refused(code, web)).toEqual([expect.stringContaining(sentence)]);
    expect(refused(code, web)).toEqual([expect.stringMatching(/^warning /)]);
  });

  test.each([
    ["getCookieValues('x');", 'for the cookie `x`'],
    ["setCookie('x', data.v, {sameSite: 'lax'});", 'to write the cookie `x` with `{"samesite":"lax"}`'],
    ["getEventData('ip');", 'for the key `ip`'],
    ["getRequestHeader('X-Real-IP');", 'for the header `X-Real-IP`'],
    ["getRequestQueryParameter('tid');", 'for the query `tid`'],
    ['getRequestBody();', 'for the body'],
    ["setResponseHeader('Location', data.url);", 'for the header `Location`'],
    ['setResponseStatus(302);', 'for the status'],
    [
      "sendHttpRequest('https://api.a.example/v2/' + data.v, data.o, data.b);",
      'for `https://api.a.example/v2/…`',
    ],
    ["sendHttpGet('https://c.example/', (status) => status);", 'for `https://c.example/`'],
    ["sendPixelFromBrowser('https://c.example/p');", 'for `https://c.example/p`'],
  ])('in a server template: %s', (code, what) => {
    expect(refused(code, server, 'SERVER')).toEqual([expect.stringContaining(` asks ${what}, which `)]);
  });
});

test("a key of the browser's own, which GTM's editor does not take", () => {
  const row = (key: string) => ({ key, read: true, write: false, execute: false });
  const keys = ['navigator.userAgent', 'document', 'documents', 'shop.location'].map(row);
  expect(checked("copyFromWindow('shop.location');", { access_globals: { keys } })).toEqual([
    "warning GTM's editor does not take the key `navigator.userAgent`: `navigator` is the browser's own.",
    "warning GTM's editor does not take the key `document`: `document` is the browser's own.",
  ]);
});

describe('nothing is said of', () => {
  test.each([
    ['what is listed', "getCookieValues('visitor'); copyFromDataLayer('ecommerce.items'); getUrl('host');"],
    [
      'a value from the form',
      'getCookieValues(data.name); sendPixel(data.url); setCookie(data.name, data.v);',
    ],
    ['a parameter', "const read = (name) => getCookieValues(name); read('x');"],
    ['a variable that changes', "let name = 'x'; if (data.v) { name = 'visitor'; } getCookieValues(name);"],
    ['a variable that is declared twice', "var name = 'x'; var name = 'visitor'; getCookieValues(name);"],
    ['a variable that stands for itself', 'const a = b; const b = a; getCookieValues(a);'],
    ['the variable of a loop', "for (const name of 'xy') { getCookieValues(name); }"],
    ['a choice', "getCookieValues(data.v ? 'x' : 'visitor');"],
    ['the beginning of a name that is listed', "getCookieValues('cart_' + data.v);"],
    ['the beginning of a key', "copyFromDataLayer('ecommerce.' + data.v);"],
    [
      'the beginning of a URL',
      "sendPixel('https://' + data.host); sendPixel('https://b.example/p?e=' + data.e);",
    ],
    ['the beginning of a path', "injectScript('https://b.example/loader.js?' + data.v);"],
    ['the beginning of a host', "injectScript('https://' + data.v + '.a.example/js/a.js');"],
    [
      'a host that the form ends',
      "sendPixel('https://c.' + data.host); sendPixel('https://c.example' + data.v);",
    ],
    ['an end that GTM may take for the beginning', "injectScript('https://cdn.' + data.v);"],
    ['a page’s own address', "sendPixel('/p'); injectScript('js/a.js');"],
    ['a scheme left to the page', "sendPixel('//b.example/p');"],
    [
      'options that nobody knows',
      "setCookie('visitor', data.v, data.o); setCookie('visitor', data.v, {path: data.p});",
    ],
    ['arguments that an API does not take', 'getCookieValues(5); sendPixel(); isConsentGranted({});'],
    ['spread arguments', 'getCookieValues(...data.names);'],
    ['a function of the same name', "function f(getCookieValues) { getCookieValues('x'); } f(data.f);"],
    ['logging, which is silent', "logToConsole('a');"],
  ])('%s', (_what, code) => {
    expect(refused(code, web)).toEqual([]);
  });

  test('what the code asks for beforehand: that is a note', () => {
    const code = "if (queryPermission('get_cookies', 'x')) { getCookieValues('x'); copyFromWindow('x'); }";
    expect(refused(code, web)).toEqual([
      expect.stringMatching(/^note `getCookieValues`/),
      expect.stringMatching(/^warning `copyFromWindow`/),
    ]);
  });

  test('a permission that allows any, that is not there, or that GTM cannot read', () => {
    const code = "sendPixel('https://c.example/p');";
    expect(refused(code, { send_pixel: { allowedUrls: 'any' } })).toEqual([]);
    expect(refused(code, {})).toEqual([]);
    expect(refused(code, { send_pixel: { urls: ['https://c.example'] } })).toEqual([]);
    expect(refused("sendPixel('http://c.example/p');", { send_pixel: { allowedUrls: 'any' } })).toHaveLength(
      1,
    );
  });

  test.each([
    ['a key below a listed one', "getEventData('user_data.' + data.v);"],
    ['all of the event', 'getAllEventData(); getEventData();'],
    ['a header in other letters', "getRequestHeader('Origin'); setResponseHeader('cache-control', '');"],
    [
      'Google’s domains',
      "sendHttpGet('https://www.google-analytics.com/collect?' + data.v); sendHttpGet('https://' + data.v + '.googleapis.com/');",
    ],
    [
      'what a server may request besides https',
      "sendHttpGet('http://c.example/'); sendHttpGet('https://c.example:8080/'); sendHttpGet('//c.example/');",
    ],
    ['key ids, which nobody knows where to list', "hmacSha256('a', 'orders');"],
  ])('%s, in a server template', (_what, code) => {
    expect(refused(code, server, 'SERVER')).toEqual([]);
  });
});

test.each([
  ['web', Object.entries(apis)],
  ['server', Object.entries(serverApis)],
])('each API of %s containers asks for its permission before anything else', (_context, all) => {
  const values = {
    string: "'https://a.example/'",
    Object: '{a: 1}',
    Array: '[]',
    function: '() => 1',
    number: '1',
  };
  const members = all.flatMap(([name, api]) => [[name, api] as const, ...Object.entries(api.members ?? {})]);
  const silent = members.flatMap(([name, api]) => {
    const args = (api.args ?? ['string', 'Object']).map((types: string) => {
      const type = types.split(/[|,]/)[0] as keyof typeof values;
      return values[type] ?? 'undefined';
    });
    const tree = parseCode(`call(${args});`);
    if ('fault' in tree) throw new Error(tree.fault);
    const [statement] = tree.program.body;
    const call = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
    if (call?.type !== 'CallExpression') throw new Error('This is no call.');
    const valueAt = knownValues(referencesOf(tree.program));
    const asked = askedBy({ name, api, node: call, args: call.arguments }, valueAt);
    return api.permission && !asked.some(({ permission }) => permission === api.permission) ? [name] : [];
  });
  // Of the permission for a transaction, what it does inside asks.
  expect(silent.filter((name) => name !== 'runTransaction')).toEqual([]);
});
