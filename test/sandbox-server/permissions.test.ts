import { describe, expect, test } from '@jest/globals';
import { type Plain, run } from './running.ts';

async function refusal(code: string, permissions: Plain): Promise<string | undefined> {
  return (await run(code, { permissions, answers: { google: { 'Firestore.read': { resolves: {} } } } }))
    .firing.error;
}

test('what is not declared is refused in GTM’s words', async () => {
  expect(await refusal("require('getEventData')('a');", {})).toBe(
    'The requested permission read_event_data is not configured.',
  );
});

describe.each<[string, Plain, string[], string[]]>([
  [
    'send_http with listed URLs',
    { send_http: { allowedUrls: 'specific', urls: ['https://*.example.com/*'] } },
    ["require('sendHttpRequest')('https://api.example.com/a?b=c')"],
    [
      "require('sendHttpRequest')('https://other.org/')",
      "require('sendHttpGet')('http://api.example.com/')",
      "require('sendHttpGet')('/relative')",
      "require('sendHttpGet')('https://sheets.googleapis.com/')",
    ],
  ],
  [
    'send_http with Google’s domains',
    { send_http: { allowedUrls: 'specific', urls: [], allowGoogleDomains: true } },
    ["require('sendHttpGet')('https://sheets.googleapis.com/')", "require('sendEventToGoogleAnalytics')({})"],
    ["require('sendHttpGet')('https://notgoogle.com/')"],
  ],
  [
    'read_event_data by key',
    { read_event_data: { eventDataAccess: 'specific', keyPatterns: ['event_name', 'items.*', 'x-ga-gcs'] } },
    [
      "require('getEventData')('event_name')",
      "require('getEventData')('items.0.item_id')",
      "require('getEventData')('x-ga-gcs')",
    ],
    [
      "require('getEventData')('user')",
      "require('getEventData')('event_name.deeper')",
      "require('getAllEventData')()",
    ],
  ],
  [
    'read_request by part',
    {
      read_request: {
        requestAccess: 'specific',
        headersAllowed: true,
        headerAccess: 'specific',
        headerWhitelist: [{ headerName: 'User-Agent' }],
        pathAllowed: true,
        queryParametersAllowed: true,
        queryParameterAccess: 'specific',
        queryParameterWhitelist: [{ queryParameter: 'gclid' }],
      },
    },
    [
      "require('getRequestHeader')('user-agent')",
      "require('getRequestPath')()",
      "require('getRequestQueryParameter')('gclid')",
    ],
    [
      "require('getRequestHeader')('cookie')",
      "require('getRequestBody')()",
      "require('getRemoteAddress')()",
      "require('getRequestQueryParameter')('other')",
      "require('getRequestQueryString')()",
    ],
  ],
  [
    'access_response by part',
    {
      access_response: {
        writeResponseAccess: 'specific',
        writeStatusAllowed: true,
        writeHeadersAllowed: true,
        writeHeaderAccess: 'specific',
        writeHeaderWhitelist: [{ headerName: 'content-type' }],
      },
    },
    ["require('setResponseStatus')(204)", "require('setResponseHeader')('Content-Type', 'text/plain')"],
    [
      "require('setResponseHeader')('X-Other', 'a')",
      "require('setResponseBody')('a')",
      "require('setPixelResponse')()",
    ],
  ],
  [
    'get_cookies and set_cookies',
    {
      get_cookies: { cookieAccess: 'specific', cookieNames: ['_ga'] },
      set_cookies: {
        allowedCookies: [{ name: 'FPID', domain: '*', path: '*', secure: 'secure', session: 'any' }],
      },
    },
    ["require('getCookieValues')('_ga')", "require('setCookie')('FPID', 'a', {Secure: true})"],
    [
      "require('getCookieValues')('_gid')",
      "require('setCookie')('FPID', 'a')",
      "require('setCookie')('other', 'a', {secure: true})",
    ],
  ],
  [
    'access_bigquery by table',
    {
      access_bigquery: {
        allowedTables: [
          { projectId: 'GOOGLE_CLOUD_PROJECT', datasetId: 'logs', tableId: '*', operation: 'write' },
        ],
      },
    },
    ["require('BigQuery').insert({datasetId: 'logs', tableId: 'a'}, [])"],
    [
      "require('BigQuery').insert({projectId: 'p', datasetId: 'logs', tableId: 'a'}, [])",
      "require('BigQuery').insert({datasetId: 'x', tableId: 'a'}, [])",
    ],
  ],
  [
    'access_firestore by path and operation',
    { access_firestore: { allowedOptions: [{ projectId: '*', path: 'users/*', operation: 'read' }] } },
    ["require('Firestore').read('users/1')", "require('Firestore').query('users/1/orders', [])"],
    ["require('Firestore').read('orders/1')", "require('Firestore').write('users/1', {})"],
  ],
  [
    'use_google_credentials by scope',
    { use_google_credentials: { allowedScopes: ['a'] } },
    ["require('getGoogleAuth')({scopes: ['a']})"],
    ["require('getGoogleAuth')({scopes: ['a', 'b']})"],
  ],
  [
    'use_message by type and action',
    { use_message: { allowedActions: 'specific', messageTypes: [{ type: 'a', action: 'send' }] } },
    ["require('sendMessage')('a', {})"],
    ["require('sendMessage')('b', {})", "require('addMessageListener')('a', () => {})"],
  ],
])('%s', (_name, permissions, allowed, refused) => {
  test.each(allowed)('allows %s', async (code) => {
    expect(await refusal(`${code};`, permissions)).toBeUndefined();
  });

  test.each(refused)('refuses %s', async (code) => {
    expect(await refusal(`${code};`, permissions)).toMatch(/^Prohibited|^Access to cookie/);
  });
});

test('queryPermission asks before calling', async () => {
  const { out } = await run(
    `const may = require('queryPermission');
     data.out(may('send_http', 'https://a.example/x'), may('send_http', 'https://b.example/'), may('access_bigquery', 'write', {}));`,
    { permissions: { send_http: { allowedUrls: 'specific', urls: ['https://a.example/*'] } } },
  );
  expect(out).toStrictEqual([[true, false, false]]);
});

test('logging that preview alone allows is silent elsewhere', async () => {
  const permissions = { logging: { environments: 'debug' } };
  const code = "require('logToConsole')('a');";
  expect((await run(code, { permissions })).server.console).toEqual([]);
  expect((await run(code, { permissions, preview: true })).server.console).toEqual([['a']]);
});
