import { describe, expect, test } from '@jest/globals';
import { readServerScenario } from '../../src/sandbox/server/read-scenario.ts';
import { runServerScenario, type ServerScenario } from '../../src/sandbox/server/scenario.ts';
import { template } from './running.ts';

const nothing = { events: [], requests: [], pixels: [], google: [], console: [], errors: [], unanswered: [] };
const silent = { statusCode: 200, headers: {}, body: '' };

test('each event that the trigger names fires the tag, with its own data', async () => {
  const tag =
    template(`require('sendHttpRequest')('https://api.example.com/' + data.id, {method: 'POST'}, require('getEventData')('event_name'))
    .then((response) => response.statusCode < 300 ? data.gtmOnSuccess() : data.gtmOnFailure());`);
  const request = (id: number) => ({
    method: 'POST',
    url: `https://api.example.com/${id}`,
    headers: {},
    body: 'purchase',
  });
  expect(
    await runServerScenario(tag, {
      fields: { id: { eventData: 'order.id' } },
      trigger: 'purchase',
      events: [
        { event_name: 'purchase', order: { id: 1 } },
        { event_name: 'page_view' },
        { event_name: 'purchase', order: { id: 2 } },
      ],
      respond: { '/2': { statusCode: 500 } },
    }),
  ).toEqual({
    ...nothing,
    firings: [
      { event: 'purchase', outcome: 'success' },
      { event: 'purchase', outcome: 'failure' },
    ],
    requests: [request(1), request(2)],
    response: silent,
  });
});

test('a cookie that a tag sets is in the response', async () => {
  const tag = template("require('setCookie')('a', 'b', {domain: 'auto'}); data.gtmOnSuccess();");
  const { response } = await runServerScenario(tag, { request: { url: 'https://gtm.shop.example/' } });
  expect(response?.headers).toEqual({ 'set-cookie': ['a=b; Domain=shop.example'] });
});

test('a variable has a value for each event', async () => {
  const variable = template(
    "return require('Promise').create((resolve) => resolve(require('getEventData')('n')));",
    {
      kind: 'MACRO',
    },
  );
  expect((await runServerScenario(variable, { events: [{ n: 1 }, {}] })).firings).toEqual([
    { event: '', outcome: 'success', value: 1 },
    { event: '', outcome: 'success', value: undefined },
  ]);
});

test('a tag may run the container again with an event of its own', async () => {
  const tag = template("require('runContainer')({event_name: 'again'}, data.gtmOnSuccess);");
  expect(await runServerScenario(tag, {})).toMatchObject({
    firings: [{ outcome: 'success' }],
    events: [{ event_name: 'again' }],
  });
});

test('a client gets the request and shows what it made of it', async () => {
  const client = template(
    `if (require('getRequestPath')() === data.path) {
       require('claimRequest')();
       require('runContainer')(require('JSON').parse(require('getRequestBody')()), () => {
         require('setResponseBody')('ok');
         require('returnResponse')();
       });
     }`,
    { kind: 'CLIENT' },
  );
  const scenario: ServerScenario = {
    fields: { path: '/hit' },
    request: { url: 'https://gtm.example.com/hit', body: { event_name: 'a' } },
  };
  expect(await runServerScenario(client, scenario)).toEqual({
    ...nothing,
    client: { claimed: true },
    events: [{ event_name: 'a' }],
    response: { ...silent, body: 'ok' },
  });
  expect(await runServerScenario(client, { ...scenario, fields: { path: '/other' } })).toEqual({
    ...nothing,
    client: { claimed: false },
    response: null,
  });
});

test('an abort and an error in a callback are told', async () => {
  const tag = template("require('callLater')(() => { undefined.a(); }); require('sendPixel');");
  expect(await runServerScenario(tag, {})).toMatchObject({
    firings: [{ outcome: 'exception', error: 'sendPixel is not a valid API name.' }],
    errors: ["TypeError: Can't read property a of undefined."],
  });
});

test('code that asks for ever whether something is there is told', async () => {
  const tag = template("const later = require('callLater'); const ask = () => later(ask); ask();");
  expect(await runServerScenario(tag, {})).toMatchObject({
    firings: [{ outcome: 'pending' }],
    errors: [expect.stringContaining('still to come after a minute')],
  });
});

test('a callback that turns for ever is ended', async () => {
  const tag = template('Promise.create((resolve) => resolve()).then(() => { while (true) {} });');
  const { errors } = await runServerScenario(tag, {});
  expect(errors).toEqual([expect.stringContaining('still looping')]);
}, 10_000);

describe('a scenario is refused by name', () => {
  test.each([
    ['{"event": {}}', /unknown key "event"\. Keys are fields, events/],
    ['{"events": {}}', /"events" must be a list of events/],
    ['{"request": {"path": "/a"}}', /"request" must be an object of url/],
    ['{"request": {"url": "/a"}}', /"request" must be an object of url/],
    ['{"respond": {"a": {"status": 200}}}', /"respond" must be an object by part of the URL: \{statusCode/],
    ['{"respond": {"a": []}}', /"respond" must be/],
    ['{"google": {"BigQuery.insert": {}}}', /"google" must be an object by API/],
    ['{"tags": [{"id": "1"}]}', /"tags" must be a list of/],
    ['{"time": "now"}', /"time" must be a number/],
    ['{\n "url": }', /^s\.json:2:\d+: this is not JSON/],
  ])('%s', (text, message) => {
    expect(() => readServerScenario(text, 's.json')).toThrow(message);
  });
});

test('a scenario with every key is read', () => {
  const scenario: ServerScenario = {
    fields: { a: { eventData: 'b' } },
    events: [{ event_name: 'a' }],
    trigger: ['a'],
    request: {
      url: 'https://gtm.example.com/',
      method: 'PUT',
      headers: { a: ['b', 'c'] },
      body: [1],
      remoteAddress: '::1',
    },
    respond: { a: 'failed', b: ['timed_out', { statusCode: 200, headers: {}, body: {}, delay: 1 }] },
    google: { getGoogleScript: [{ resolves: 1 }, { rejects: null }] },
    client: 'GA4',
    preview: true,
    takesCommands: false,
    privateKeys: { a: 'b' },
    tags: [{ id: 1, status: 'success', executionTime: 0 }],
    time: 0,
  };
  expect(readServerScenario(JSON.stringify(scenario), 's.json')).toEqual(scenario);
});
