import { describe, expect, test } from '@jest/globals';
import { run } from './running.ts';

const returned = "require('returnResponse')();";

test('what was set goes out when the response is returned, and nothing after it', async () => {
  const { server } = await run(`
    require('setResponseStatus')(201);
    require('setResponseHeader')('X-Shop', 'a');
    require('setResponseHeader')('X-Gone', 'b');
    require('setResponseHeader')('x-gone', undefined);
    require('setResponseBody')('grüezi');
    ${returned}
    require('setResponseStatus')(500);
    ${returned}`);
  expect(server.response.sent).toEqual({ statusCode: 201, headers: { 'x-shop': 'a' }, body: 'grüezi' });
});

test('what another server answered can be passed on as it is', async () => {
  const { server } = await run(`
    require('setResponseHeader')('set-cookie', ['a=1', 'b=2']);
    require('setResponseHeader')('content-length', 2);
    require('setResponseBody')(undefined);
    require('setCookie')('c', '3');
    ${returned}`);
  expect(server.response.sent).toEqual({
    statusCode: 200,
    headers: { 'set-cookie': ['a=1', 'b=2', 'c=3'], 'content-length': '2' },
    body: '',
  });
});

test('without anything set it is an empty 200', async () => {
  const { server } = await run(returned);
  expect(server.response.sent).toEqual({ statusCode: 200, headers: {}, body: '' });
});

test.each([
  ['aGk=', 'base64', 'hi'],
  ['6869', 'hex', 'hi'],
  ['hi', 'utf8', 'hi'],
])('a body %s in %s is decoded', async (text, encoding, body) => {
  const { server } = await run(`require('setResponseBody')('${text}', '${encoding}'); ${returned}`);
  expect(server.response.sent?.body).toBe(body);
});

test('the pixel is a GIF that nobody caches', async () => {
  const { server } = await run(`require('setPixelResponse')(); ${returned}`);
  const { headers, body } = server.response.sent ?? {};
  expect(headers).toEqual({ 'content-type': 'image/gif', 'cache-control': 'no-cache' });
  expect(
    Buffer.from((body as { base64: string }).base64, 'base64')
      .subarray(0, 6)
      .toString(),
  ).toBe('GIF89a');
});

describe('setCookie', () => {
  const cookie = async (args: string, url = 'https://gtm.shop.example.co.uk/') => {
    const { server } = await run(`require('setCookie')(${args}); ${returned}`, { request: { url } });
    return server.response.sent?.headers['set-cookie'];
  };

  test.each([
    ["'a', 'b c'", 'a=b%20c'],
    ["'a', 'b c', {}, true", 'a=b c'],
    [
      "'a', '1', {domain: 'auto', path: '/', 'max-age': 60, expires: 'x'}",
      'a=1; Domain=example.co.uk; Path=/; Max-Age=60',
    ],
    ["'a', '1', {expires: 'Wed, 21 Oct 2026 07:28:00 GMT'}", 'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT'],
    ["'a', '1', {secure: true, HttpOnly: true, sameSite: 'Lax'}", 'a=1; Secure; HttpOnly; SameSite=Lax'],
    ["'a', '1', {httpOnly: true, samesite: 'none'}", 'a=1; HttpOnly; SameSite=None'],
    ["'a', '', {'max-age': 0}", 'a=; Max-Age=0'],
    ["'a', undefined, {'max-age': 0}", 'a=; Max-Age=0'],
    ["'a'", 'a='],
  ])('%s', async (args, line) => {
    expect(await cookie(args)).toEqual([line]);
  });

  test('where the host has no registrable domain, the fallback is taken', async () => {
    const args = "'a', '1', {domain: 'auto', fallbackDomain: 'shop.example'}";
    expect(await cookie(args, 'https://localhost/')).toEqual(['a=1; Domain=shop.example']);
    expect(await cookie("'a', '1', {domain: 'auto'}", 'https://localhost/')).toEqual(['a=1']);
  });
});

describe('sendPixelFromBrowser', () => {
  const code = "data.out(require('sendPixelFromBrowser')('https://pixel.example/a'));";

  test('tells the browser what to ask for', async () => {
    const { out, server } = await run(code);
    expect([out, server.pixels]).toEqual([[true], ['https://pixel.example/a']]);
  });

  test('cannot once the response is gone, or where the browser takes no commands', async () => {
    expect((await run(returned + code)).out).toStrictEqual([false]);
    expect((await run(code, { takesCommands: false })).server.pixels).toEqual([]);
  });
});
