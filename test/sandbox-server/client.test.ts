import { describe, expect, test } from '@jest/globals';
import { run } from './running.ts';

const client = (code: string, options: Parameters<typeof run>[1] = {}) =>
  run(code, { kind: 'CLIENT', ...options });

test('a client claims, runs the container and answers when the tags are through', async () => {
  const { server, out } = await client(
    `require('claimRequest')();
     require('runContainer')({event_name: 'hit'}, () => { data.out('complete'); require('returnResponse')(); }, () => data.out('start'));`,
  );
  expect([server.claimed, server.events, out]).toEqual([
    true,
    [{ event_name: 'hit' }],
    ['start', 'complete'],
  ]);
  expect(server.response.sent?.statusCode).toBe(200);
});

test('a client that never returns its response leaves the browser waiting', async () => {
  const { server } = await client("require('claimRequest')();");
  expect(server.response.sent).toBeUndefined();
});

test.each([
  ['TAG', "require('claimRequest')();", 'may only be called by a client'],
  ['MACRO', "require('claimRequest')();", 'may only be called by a client'],
] as const)('a %s cannot claim', async (kind, code, message) => {
  expect((await run(code, { kind })).firing.error).toContain(message);
});

test('nor can a client that has returned', async () => {
  const { server } = await client(
    "const claim = require('claimRequest'); require('callLater')(() => claim());",
  );
  expect(server.claimed).toBe(false);
  expect(server.errors).toEqual([expect.stringContaining('once the client has returned')]);
});

test('an event callback is bound to its event and told how the tags ended', async () => {
  const tags = [{ id: '3', status: 'failure', executionTime: 20 }];
  const { out } = await client(
    `const addEventCallback = require('addEventCallback');
     require('runContainer')({}, undefined, (bindToEvent) => {
       bindToEvent(addEventCallback)((containerId, eventData) => data.out(eventData));
     });`,
    { tags },
  );
  expect(out).toStrictEqual([{ tags }]);
});

test('an API bound to an event reads that event', async () => {
  const { out } = await client(
    `const getEventData = require('getEventData');
     require('runContainer')({n: 7}, (bindToEvent) => data.out(getEventData('n'), bindToEvent(getEventData)('n')));`,
  );
  expect(out).toStrictEqual([[undefined, 7]]);
});

describe('the Measurement Protocol', () => {
  const ga4 = 'https://gtm.example.com/g/collect?v=2&tid=G-1&cid=5.6&dl=https%3A%2F%2Fshop.example%2F&_p=9';

  test('a request of version 2 gives an event a line', async () => {
    const { out } = await client(
      `data.out(require('isRequestMpv1')(), require('isRequestMpv2')());
       data.out(require('extractEventsFromMpv2')());`,
      { request: { url: ga4, body: 'en=page_view&epn.value=3\r\nen=scroll&ep.depth=90&up.plan=pro' } },
    );
    const common = {
      'x-ga-protocol_version': '2',
      'x-ga-measurement_id': 'G-1',
      client_id: '5.6',
      page_location: 'https://shop.example/',
      'x-ga-_p': '9',
    };
    expect(out).toStrictEqual([
      [false, true],
      [
        { ...common, event_name: 'page_view', value: 3 },
        { ...common, event_name: 'scroll', depth: '90', user_properties: { plan: 'pro' } },
      ],
    ]);
  });

  test('another request cannot be extracted', async () => {
    const { firing } = await client("require('extractEventsFromMpv1')();", { request: { url: ga4 } });
    expect(firing.error).toMatch(/not of the Measurement Protocol, version 1/);
  });
});
