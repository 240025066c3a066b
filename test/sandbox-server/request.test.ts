import { describe, expect, test } from '@jest/globals';
import { run } from './running.ts';

const request = {
  url: 'https://gtm.shop.example/collect/x?a=1&b=%C3%A9&a=2&c=1+1&bad=%zz',
  headers: {
    Cookie: '_ga=GA1.1.5; name=J%C3%BCrg; name=2',
    'X-Forwarded-For': '203.0.113.7, 10.0.0.1',
    Accept: ['text/html', 'image/*'],
  },
  body: '{"q": 1}',
};

test.each([
  ["require('getRequestMethod')()", 'POST'],
  ["require('getRequestPath')()", '/collect/x'],
  ["require('getRequestQueryString')()", 'a=1&b=%C3%A9&a=2&c=1+1&bad=%zz'],
  ["require('getRequestQueryParameter')('a')", '1'],
  ["require('getRequestQueryParameter')('none')", undefined],
  ["require('getRequestQueryParameters')()", { a: ['1', '2'], b: 'é', c: '1 1', bad: '%zz' }],
  ["require('getRequestBody')()", '{"q": 1}'],
  ["require('getRequestHeader')('ACCEPT')", 'text/html, image/*'],
  ["require('getRequestHeader')('host')", 'gtm.shop.example'],
  ["require('getRequestHeader')('none')", undefined],
  ["require('getRemoteAddress')()", '203.0.113.7'],
  ["require('getCookieValues')('_ga')", ['GA1.1.5']],
  ["require('getCookieValues')('name')", ['Jürg', '2']],
  ["require('getCookieValues')('name', true)", ['J%C3%BCrg', '2']],
  ["require('getCookieValues')('none')", []],
])('%s', async (code, expected) => {
  expect((await run(`data.out(${code});`, { request })).out).toStrictEqual([expected]);
});

test('a request without query or body has an empty query and no body', async () => {
  const code =
    "data.out(require('getRequestQueryString')(), require('getRequestBody')(), require('getRequestMethod')());";
  expect((await run(code)).out).toStrictEqual([['', undefined, 'GET']]);
});

test('the header Forwarded names the address, too', async () => {
  const headers = { Forwarded: 'for="[2001:db8::1]";proto=https' };
  expect((await run("data.out(require('getRemoteAddress')());", { request: { headers } })).out).toStrictEqual(
    ['2001:db8::1'],
  );
});

describe('event data', () => {
  const event = { event_name: 'purchase', items: [{ item_id: 'a' }], user: { id: 7 } };

  test.each([
    ['event_name', 'purchase'],
    ['items.0.item_id', 'a'],
    ['user', { id: 7 }],
    ['user.none.deeper', undefined],
  ])('at %s', async (path, expected) => {
    const { out } = await run(`data.out(require('getEventData')('${path}'));`, { event });
    expect(out).toStrictEqual([expected]);
  });

  test('without a key is none', async () => {
    expect((await run("data.out(require('getEventData')());", { event })).out).toStrictEqual([undefined]);
  });

  test('is copied: what a tag changes stays its own', async () => {
    const code = `const all = require('getAllEventData');
      all().user.id = 8;
      data.out(all());`;
    expect((await run(code, { event })).out).toStrictEqual([event]);
  });
});
