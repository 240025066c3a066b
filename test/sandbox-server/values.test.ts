import { describe, expect, test } from '@jest/globals';
import { run } from './running.ts';

async function value(expression: string, options?: Parameters<typeof run>[1]): Promise<unknown> {
  const { out, firing } = await run(`data.out(${expression});`, options);
  return firing.error ?? out[0];
}

describe('regular expressions', () => {
  const regex = (pattern: string, flags = '') => `require('createRegex')('${pattern}', '${flags}')`;

  test.each([
    [`require('testRegex')(${regex('^[a-f0-9]{4}$', 'i')}, 'A0ff')`, true],
    [`require('testRegex')(${regex('^b')}, 'ab')`, false],
    [`'a1b22'.match(${regex('[0-9]+', 'g')})`, ['1', '22']],
    [`'a1b22'.match(${regex('([a-z])([0-9])')})[2]`, '1'],
    [`'x'.match(${regex('[0-9]', 'g')})`, null],
    [`'a.b.c'.replace(${regex('\\\\.', 'g')}, '-')`, 'a-b-c'],
    [`'a.b.c'.replace(${regex('\\\\.')}, '-')`, 'a-b.c'],
    [`'John Smith'.replace(${regex('(\\\\w+) (\\\\w+)')}, '$2, $1')`, 'Smith, John'],
    [`'a1b2'.replace(${regex('[0-9]', 'g')}, (digit) => '<' + digit + '>')`, 'a<1>b<2>'],
    [`'ab1'.search(${regex('[0-9]')})`, 2],
    [`'caf\\u00e9'.match(${regex('[\\\\u00e9]')})[0]`, 'é'],
    ["'a-b'.match('-').index", 1],
  ])('%s', async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  test.each(['a(?=b)', '(?<!a)b', '(a)\\\\1', '['])('%s is no pattern of RE2: null', async (pattern) => {
    expect(await value(regex(pattern))).toBeNull();
  });

  test('with the flag g, testRegex goes on where it found something', async () => {
    const { out } = await run(`const testRegex = require('testRegex');
      const digit = ${regex('[0-9]', 'g')};
      data.out(testRegex(digit, 'a1'), testRegex(digit, 'a1'), testRegex(digit, 'a1'));`);
    expect(out).toStrictEqual([[true, false, true]]);
  });

  test('testRegex of an invalid pattern aborts', async () => {
    expect(await value(`require('testRegex')(${regex('(')}, 'a')`)).toMatch(/what createRegex gave/);
  });
});

describe('hashes and encodings', () => {
  const digest = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';

  test.each([
    ["require('sha256Sync')('x', {outputEncoding: 'hex'})", digest],
    ["require('sha256Sync')('x')", Buffer.from(digest, 'hex').toString('base64')],
    ["require('toBase64')('?>?')", 'Pz4/'],
    ["require('toBase64')('?>?a', {urlEncoding: true})", 'Pz4_YQ'],
    ["require('fromBase64')('aGk=')", 'hi'],
  ])('%s', async (expression, expected) => {
    expect(await value(expression)).toBe(expected);
  });

  test('sha256 calls one callback back', async () => {
    const { out } = await run("require('sha256')('x', data.out, {outputEncoding: 'hex'});");
    expect(out).toStrictEqual([digest]);
  });

  test('hmacSha256 takes its key by its id', async () => {
    const privateKeys = { orders: 'Jefe' };
    const hmac = (keyId: string) =>
      `require('hmacSha256')('what do ya want for nothing?', '${keyId}', {outputEncoding: 'hex'})`;
    // RFC 4231, test case 2.
    const expected = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    expect(await value(hmac('orders'), { privateKeys })).toBe(expected);
    expect(await value(hmac('orders'))).toBe('There is no private key orders.');
    expect(await value(hmac('other'), { privateKeys })).toBe('Prohibited use of private key: other.');
  });
});

test.each([
  ["'https://www.shop.example.co.uk/a'", 'example.co.uk'],
  ["'www.example.com'", 'example.com'],
  ["'rubbish'", ''],
  ['null', null],
  ['undefined', undefined],
])('computeEffectiveTldPlusOne(%s)', async (given, expected) => {
  expect(await value(`require('computeEffectiveTldPlusOne')(${given})`)).toBe(expected);
});

test('template data storage keeps copies', async () => {
  const { out } = await run(`const store = require('templateDataStorage');
    const kept = {n: 1};
    store.setItemCopy('a', kept);
    kept.n = 2;
    store.getItemCopy('a').n = 3;
    data.out(store.getItemCopy('a'), store.getItemCopy('none'));
    store.setItemCopy('a', null);
    data.out(store.getItemCopy('a'));`);
  expect(out).toStrictEqual([[{ n: 1 }, null], null]);
});

test.each([
  ['while', 'let i = 0; while (i < 3) { const twice = i * 2; data.out(twice); i++; }'],
  ['for (var ...)', 'for (var i = 0; i < 3; i++) { const twice = i * 2; data.out(twice); }'],
  [
    'for (...)',
    'let i; for (i = 0; i < 3; i++) { switch (0) { case 0: const twice = i * 2; data.out(twice); } }',
  ],
])('a const in the body of %s is new every turn, as in no web container', async (_loop, code) => {
  expect((await run(code)).out).toStrictEqual([0, 2, 4]);
});

test('a message reaches its listeners at once; what is no object is not sent', async () => {
  const { out } = await run(`const send = require('sendMessage');
    require('addMessageListener')(5, (type, message) => data.out(type, message));
    send('5', {a: 1});
    send('5', 'text');
    data.out(require('hasMessageListener')('5'), require('hasMessageListener')('6'));`);
  expect(out).toStrictEqual([
    ['5', { a: 1 }],
    [true, false],
  ]);
});

test('the console gets texts', async () => {
  const { server } = await run("require('logToConsole')('a', 1, {b: [2]}, undefined);");
  expect(server.console).toEqual([['a', '1', '{"b":[2]}', 'undefined']]);
});

test.each([
  'sendPixel',
  'getUrl',
  'templateStorage',
  'copyFromDataLayer',
  'isConsentGranted',
  'localStorage',
])('%s is for web containers', async (name) => {
  const { firing } = await run(`require('${name}');`);
  expect(firing).toMatchObject({ outcome: 'exception', error: `${name} is not a valid API name.` });
});
