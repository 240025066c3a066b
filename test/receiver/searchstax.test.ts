import { describe, expect, test } from '@jest/globals';
import { encoded, payloads, search } from './payloads.ts';
import { started } from './started.ts';

const form = { 'content-type': 'application/x-www-form-urlencoded' };

function get(url: string, event: unknown): Promise<Response> {
  return fetch(`${url}/api/v2/track/?data=${encoded(event)}`);
}

describe('accepting', () => {
  test.each(payloads)('$example.event by GET and by POST, with 204 and no body', async ({ example }) => {
    const { url, log } = await started();
    const answers = [
      await get(url, example),
      await fetch(`${url}/api/v2/track/`, {
        method: 'POST',
        headers: form,
        body: `data=${encoded(example)}`,
      }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([204, 204]);
    expect(await answers[0]?.text()).toBe('');
    expect(log).toMatchObject([
      {
        number: 1,
        destination: 'SearchStax',
        method: 'GET',
        status: 204,
        verdict: 'accepted',
        event: example,
      },
      {
        number: 2,
        destination: 'SearchStax',
        method: 'POST',
        status: 204,
        verdict: 'accepted',
        event: example,
      },
    ]);
  });

  test('the path without its trailing slash', async () => {
    const { url } = await started();
    expect((await fetch(`${url}/api/v2/track?data=${encoded(search)}`)).status).toBe(204);
  });

  test("a browser's form body with its charset", async () => {
    const { url } = await started();
    const data = Buffer.from(JSON.stringify(search)).toString('base64');
    const answer = await fetch(`${url}/api/v2/track/`, {
      method: 'POST',
      body: new URLSearchParams({ data }),
    });
    expect(answer.status).toBe(204);
  });
});

describe('refusing, with 422, an empty body and the reason in x-reason', () => {
  const base64 = (text: string | Buffer) => encodeURIComponent(Buffer.from(text).toString('base64'));
  test.each([
    ['no data', '', 'data is missing'],
    ['empty data', '?data=', 'data is missing'],
    ['two of it', `?data=${encoded(search)}&data=${encoded(search)}`, 'data is given 2 times'],
    [
      'a bare +',
      `?data=${decodeURIComponent(base64('{"event":"~~~~~~>>>"}'))}`,
      'data holds a space: a + must be percent-encoded as %2B',
    ],
    [
      'the URL alphabet',
      `?data=${Buffer.from('{"event":"~~~~~~>>>"}').toString('base64url')}`,
      'data is in the URL alphabet of Base64, not the standard one',
    ],
    [
      'missing padding',
      `?data=${Buffer.from('{"event": 1}x').toString('base64').replace(/=+$/, '')}`,
      'data is not Base64',
    ],
    ['something else', '?data=%7B%22event%22%3A1%7D', 'data is not Base64'],
    ['Latin-1', `?data=${base64(Buffer.from('{"event":"café"}', 'latin1'))}`, 'data is not UTF-8'],
    ['broken JSON', `?data=${base64('{"event":')}`, 'data is not JSON'],
    ['a JSON list', `?data=${base64('[]')}`, 'data is not a JSON object'],
    [
      'an incomplete event',
      `?data=${encoded({ event: '_search', properties: { key: 'k', session: 's', _vid: 'v' } })}`,
      'properties.query is missing',
    ],
  ])('%s', async (_what, query, reason) => {
    const { url, log } = await started();
    const answer = await fetch(`${url}/api/v2/track/${query}`);
    expect([answer.status, answer.headers.get('x-reason'), await answer.text()]).toEqual([422, reason, '']);
    expect(log).toMatchObject([{ status: 422, verdict: 'refused', reason }]);
  });

  test('a POST that is no form', async () => {
    const { url } = await started();
    const answer = await fetch(`${url}/api/v2/track/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(search),
    });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('x-reason')).toBe(
      "a POST's Content-Type must be application/x-www-form-urlencoded",
    );
  });

  test('a key that is not known', async () => {
    const { url } = await started({ keys: ['tk-other'] });
    const answer = await get(url, search);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('x-reason')).toBe('properties.key is no tracking key that is known here');
  });

  test('with a reason that is readable in a header whatever was sent', async () => {
    const { url, log } = await started();
    const answer = await get(url, { ...search, 日本: '\r\nset-cookie: a=b' });
    expect(answer.headers.get('x-reason')).toBe('\\u65e5\\u672c is not known here');
    expect(log[0]?.reason).toBe('日本 is not known here');
  });
});

describe('limits', () => {
  test('20 requests within a second, then 429 until one of them is a second old', async () => {
    let time = 0;
    const { url, log } = await started({ now: () => time });
    for (let request = 0; request < 20; request += 1) {
      time = request * 10;
      expect((await get(url, search)).status).toBe(204);
    }
    const limited = await get(url, search);
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, null]);
    expect(log.at(-1)).toMatchObject({ verdict: 'limited', event: search });
    time = 1000;
    expect((await get(url, search)).status).toBe(204);
    expect((await get(url, search)).status).toBe(429);
  });

  test("a sandbox app's 5, and none at all", async () => {
    const receiver = await started({ requestsPerSecond: 5, now: () => 0 });
    const statuses = async (count: number) => {
      const answers = [];
      for (let request = 0; request < count; request += 1)
        answers.push((await get(receiver.url, search)).status);
      return answers;
    };
    expect(await statuses(6)).toEqual([204, 204, 204, 204, 204, 429]);
    receiver.set({ requestsPerSecond: null });
    expect(await statuses(30)).toEqual(Array(30).fill(204));
  });

  test('URLs of 10,240 characters, scheme and host included', async () => {
    const { url } = await started();
    const start = `https://${new URL(url).host}/api/v2/track/?data=`.length;
    const status = async (length: number) =>
      (await fetch(`${url}/api/v2/track/?data=${'A'.repeat(length - start)}`)).status;
    expect([await status(10_240), await status(10_241), await status(200_000)]).toEqual([422, 414, 414]);
  });

  test('bodies of a megabyte', async () => {
    const { url } = await started();
    const answer = await fetch(`${url}/api/v2/track/`, {
      method: 'POST',
      headers: form,
      body: `data=${'A'.repeat(1_000_000)}`,
    });
    expect(answer.status).toBe(413);
  });

  test('no methods but GET and POST', async () => {
    const { url } = await started();
    const answer = await fetch(`${url}/api/v2/track/`, { method: 'PUT', body: 'x' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });
});

describe('scripts of other origins', () => {
  const origin = 'https://shop.example';

  test('may read the answer and its reason', async () => {
    const { url } = await started();
    const answer = await fetch(`${url}/api/v2/track/`, { headers: { origin } });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-expose-headers')).toBe('x-reason');
  });

  const preflight = {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  };

  test('get their preflight answered, which is not counted as an event', async () => {
    const { url, log } = await started();
    const answer = await fetch(`${url}/api/v2/track/`, preflight);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(answer.headers.get('access-control-allow-headers')).toBe('content-type');
    expect(log).toEqual([]);
  });

  test('read nothing where CORS is switched off, though the event counts', async () => {
    const { url, log } = await started({ cors: false });
    for (const answer of [await fetch(`${url}/api/v2/track/`, preflight), await get(url, search)]) {
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
    expect(log).toMatchObject([{ verdict: 'accepted' }]);
  });
});
