import { describe, expect, test } from '@jest/globals';
import type { Answers } from '../../src/sandbox/server/answers.ts';
import { run } from './running.ts';

const url = 'https://api.example.com/orders';
const answers: Answers = {
  http: { '/orders': { statusCode: 404, headers: { 'Set-Cookie': 'a=b', 'X-Id': '1' }, body: 'none' } },
};
const answered = { statusCode: 404, headers: { 'set-cookie': ['a=b'], 'x-id': '1' }, body: 'none' };
const send = "const send = require('sendHttpRequest');";

test('the form with a promise resolves whatever the status', async () => {
  const { out, server } = await run(
    `${send} send('${url}', {method: 'POST', headers: {A: 'b'}}, 'body').then(data.out);`,
    { answers },
  );
  expect(out).toStrictEqual([answered]);
  expect(server.sent).toEqual([{ method: 'POST', url, headers: { A: 'b' }, body: 'body' }]);
});

test('the form with a callback gives status, headers and body', async () => {
  const { out, server } = await run(`${send} send('${url}', data.out, {method: 'PUT'}, 'body');`, {
    answers,
  });
  expect(out).toStrictEqual([[404, answered.headers, 'none']]);
  expect(server.sent).toEqual([{ method: 'PUT', url, headers: {}, body: 'body' }]);
});

test('a body of null is none', async () => {
  const { out, server } = await run(
    `${send} send('${url}', {method: 'GET'}, null).then((r) => data.out(r.statusCode));`,
    { answers },
  );
  expect(out).toStrictEqual([404]);
  expect(server.sent).toEqual([{ method: 'GET', url, headers: {} }]);
});

test('sendHttpGet has both forms', async () => {
  const { out, server } = await run(
    `const get = require('sendHttpGet');
     get('${url}').then(data.out);
     get('${url}', data.out, {headers: {A: 'b'}});`,
    { answers },
  );
  expect(out).toStrictEqual([answered, [404, answered.headers, 'none']]);
  expect(server.sent.map(({ method }) => method)).toEqual(['GET', 'GET']);
});

describe('without an answer', () => {
  test.each([
    ['failed', 0],
    ['timed_out', -1],
  ] as const)('%s rejects with its reason, and calls back with %d', async (outcome, status) => {
    const { out } = await run(`${send} send('${url}').catch(data.out); send('${url}', data.out);`, {
      answers: { http: { '/orders': outcome } },
    });
    expect(out).toStrictEqual(expect.arrayContaining([{ reason: outcome }, [status, {}]]));
  });

  test('a late one is none, by the time-out of the request', async () => {
    const code = `${send} const now = require('getTimestampMillis');
      send('${url}', {timeout: 100}).catch((reason) => data.out(reason, now()));
      send('${url}').then((response) => data.out(response.statusCode, now()));`;
    const { out } = await run(code, { time: 0, answers: { http: { '/orders': { delay: 4000 } } } });
    expect(out).toStrictEqual([
      [{ reason: 'timed_out' }, 100],
      [200, 4000],
    ]);
  });
});

test('answers come in turn, and the last one stays', async () => {
  const { out } = await run(
    `${send} const status = (response) => data.out(response.statusCode);
     send('${url}').then(status).then(() => send('${url}')).then(status).then(() => send('${url}')).then(status);`,
    { answers: { http: { '/orders': [{ statusCode: 500 }, { statusCode: 201 }] } } },
  );
  expect(out).toStrictEqual([500, 201, 201]);
});

test('a host without an answer gives 200; Google’s own fail and are told', async () => {
  const google = 'https://sheets.googleapis.com/v4/x';
  const { out, server } = await run(
    `${send} send('https://other.example/').then((r) => data.out(r.statusCode)); send('${google}').catch(data.out);`,
  );
  expect(out).toStrictEqual(expect.arrayContaining([200, { reason: 'failed' }]));
  expect(server.answers.unanswered).toEqual([google]);
});

test('a body that is no text is refused', async () => {
  const { firing } = await run(`${send} send('${url}', {method: 'POST'}, {a: 1});`);
  expect(firing.error).toMatch(/takes a URL, an object of options and a body, which is text/);
});

test('credentials of Google are handed on unseen', async () => {
  const scope = 'https://www.googleapis.com/auth/datastore';
  const { server, out } = await run(
    `const auth = require('getGoogleAuth')({scopes: ['${scope}']});
     data.out(auth.scopes);
     ${send} send('${url}', {authorization: auth});`,
  );
  expect(out).toStrictEqual([undefined]);
  expect(server.sent[0]?.authorization).toEqual([scope]);
});

describe("Google's services answer as the scenario says", () => {
  const google = {
    'Firestore.read users/1': { resolves: { id: '1', data: { name: 'Ann' } } },
    'Firestore.read': { rejects: { reason: 'not_found' } },
    'BigQuery.insert shop.orders.log': { resolves: undefined },
  };

  test('by what they are called with, else by name alone', async () => {
    const { out } = await run(
      `const Firestore = require('Firestore');
       Firestore.read('users/1').then((doc) => { data.out(doc.data.name); return Firestore.read('users/2'); }).catch(data.out);`,
      { answers: { google } },
    );
    expect(out).toStrictEqual(['Ann', { reason: 'not_found' }]);
  });

  test('rows are recorded', async () => {
    const { server, out } = await run(
      `require('BigQuery').insert({projectId: 'shop', datasetId: 'orders', tableId: 'log'}, [{a: 1}]).then(() => data.out('done'));`,
      { answers: { google } },
    );
    expect(out).toStrictEqual(['done']);
    expect(server.googleCalls).toEqual([
      {
        api: 'BigQuery.insert',
        args: [{ projectId: 'shop', datasetId: 'orders', tableId: 'log' }, [{ a: 1 }]],
      },
    ]);
  });

  test('what has no answer fails and is told', async () => {
    const { out, server } = await run("require('sendEventToGoogleAnalytics')({}).catch(data.out);");
    expect(out).toStrictEqual([{ reason: 'failed' }]);
    expect(server.answers.unanswered).toEqual(['sendEventToGoogleAnalytics']);
  });

  test("Google's scripts come as a promise, and to a callback in the older form", async () => {
    const script = { script: 'load();', metadata: { expires: '0' } };
    const { out, server } = await run(
      `const get = require('getGoogleScript');
       get('GTAG', {id: 'G-1'}).then(data.out);
       get('GTM', data.out, {id: 'GTM-1'});
       get('ANALYTICS', data.out);`,
      {
        answers: {
          google: { 'getGoogleScript ANALYTICS': { rejects: {} }, getGoogleScript: { resolves: script } },
        },
      },
    );
    expect(out).toStrictEqual(expect.arrayContaining([script, ['load();', { expires: '0' }], undefined]));
    expect(server.googleCalls.map(({ args }) => args)).toEqual([
      ['GTAG', { id: 'G-1' }],
      ['GTM', { id: 'GTM-1' }],
      ['ANALYTICS'],
    ]);
  });

  test('a document is read once, unless the cache is off or the read failed', async () => {
    const { out, server } = await run(
      `const Firestore = require('Firestore');
       Firestore.read('users/1')
         .then(() => Firestore.read('users/1'))
         .then((doc) => { data.out(doc.id); return Firestore.read('users/1', {disableCache: true}); })
         .then(() => Firestore.read('users/2'))
         .catch(() => Firestore.read('users/2'))
         .catch(data.out);`,
      { answers: { google } },
    );
    expect(out).toStrictEqual(['1', { reason: 'not_found' }]);
    expect(server.googleCalls.map(({ args }) => args[0])).toEqual([
      'users/1',
      'users/1',
      'users/2',
      'users/2',
    ]);
  });

  test('a transaction gives the ids of what it wrote', async () => {
    const { out } = await run(
      `const Firestore = require('Firestore');
       Firestore.runTransaction((transaction) => Firestore.write('users', {a: 1}, {transaction: transaction})
         .then(() => Firestore.write('orders/2', {}, {transaction: transaction})), {}).then(data.out);`,
      {
        answers: {
          google: {
            'Firestore.write users': { resolves: 'new' },
            'Firestore.write orders/2': { resolves: '2' },
          },
        },
      },
    );
    expect(out).toStrictEqual([['new', '2']]);
  });

  test('a transaction is tried three times', async () => {
    const { out } = await run(
      `require('Firestore').runTransaction((id) => { data.out(id); return require('Promise').create((ok, no) => no('busy')); }, {}).catch(data.out);`,
    );
    expect(out).toStrictEqual(['transaction-1', 'transaction-2', 'transaction-3', 'busy']);
  });
});
