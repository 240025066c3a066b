import { describe, expect, test } from '@jest/globals';
import { startReceiver } from '../../src/receiver/index.ts';
import { encoded, search } from './payloads.ts';
import { started } from './started.ts';

const track = `/api/v2/track/?data=${encoded(search)}`;

describe('/log', () => {
  test('is JSON, oldest first', async () => {
    const { url } = await started({ now: () => Date.UTC(2025, 0, 2) });
    await fetch(url + track);
    await fetch(`${url}/-/media/p?sc_trk=Chat`);
    expect(await (await fetch(`${url}/log`)).json()).toEqual([
      {
        number: 1,
        time: '2025-01-02T00:00:00.000Z',
        destination: 'SearchStax',
        method: 'GET',
        url: track,
        status: 204,
        verdict: 'accepted',
        event: search,
      },
      {
        number: 2,
        time: '2025-01-02T00:00:00.000Z',
        destination: 'Sitecore',
        method: 'GET',
        url: '/-/media/p?sc_trk=Chat',
        status: 200,
        verdict: 'counted',
        event: { goal: 'Chat' },
      },
    ]);
  });

  test('is cleared by DELETE', async () => {
    const { url, log } = await started();
    await fetch(url + track);
    expect((await fetch(`${url}/log`, { method: 'DELETE' })).status).toBe(204);
    expect(log).toEqual([]);
  });

  test('is a table for browsers, in which nothing that was sent can run', async () => {
    const { url } = await started();
    await fetch(`${url}/-/media/p?sc_trk=${encodeURIComponent('<script>alert(1)</script>"')}`);
    const answer = await fetch(`${url}/log`, { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    const page = await answer.text();
    expect(page).toContain('&#60;script&#62;alert(1)');
    expect(page).not.toContain('<script');
  });

  test('lists what neither destination has', async () => {
    const { url, log } = await started();
    const answer = await fetch(`${url}/api/v2/trak/?data=x`);
    expect([answer.status, answer.headers.get('x-reason')]).toEqual([
      404,
      'neither SearchStax nor Sitecore has /api/v2/trak/',
    ]);
    expect(log).toMatchObject([{ destination: 'none', verdict: 'not found', url: '/api/v2/trak/?data=x' }]);
  });

  test('cannot be read by scripts of other origins', async () => {
    const { url } = await started();
    const answer = await fetch(`${url}/log`, { headers: { origin: 'https://shop.example' } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('settings', () => {
  const json = { 'content-type': 'application/json' };

  test('change over HTTP where that is allowed, and answer with all of them', async () => {
    const { url } = await started({ control: true });
    const answer = await fetch(`${url}/control`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ failure: { as: 500, next: 1 }, requestsPerSecond: 5 }),
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      failure: { as: 500, next: 1 },
      requestsPerSecond: 5,
      cors: true,
    });
    expect([(await fetch(url + track)).status, (await fetch(url + track)).status]).toEqual([500, 204]);
  });

  test('do not change over HTTP unless that is allowed', async () => {
    const { url } = await started();
    const answer = await fetch(`${url}/control`, { method: 'POST', headers: json, body: '{"delay": 5}' });
    expect(answer.status).toBe(404);
  });

  test('do not change by what a page of another origin can send unasked', async () => {
    const { url } = await started({ control: true });
    const answer = await fetch(`${url}/control`, { method: 'POST', body: '{"delay": 5}' });
    expect(answer.status).toBe(415);
  });

  test.each([
    ['{"failures": 3}', 'failures is not known here'],
    ['{"failure": {"as": 200}}', 'failure.as must be one of 429, 500, 502, 503, 504, reset, hang, not 200'],
    ['{"delay": "5"}', 'delay must be a number, not "5"'],
    ['[]', 'settings must be an object, not []'],
  ])('that are wrong are named: %s', async (body, reason) => {
    const { url } = await started({ control: true });
    const answer = await fetch(`${url}/control`, { method: 'POST', headers: json, body });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ reason: `The settings stay as they are: ${reason}` });
  });

  test('that are no JSON are named', async () => {
    const { url } = await started({ control: true });
    const answer = await fetch(`${url}/control`, { method: 'POST', headers: json, body: '{' });
    expect(await answer.json()).toEqual({ reason: 'the body is not JSON' });
  });

  test('that are wrong at the start are named too', async () => {
    await expect(startReceiver({ delay: -1 })).rejects.toThrow('delay must be 0 or more, not -1');
  });
});

test('other pages can be served at the same address', async () => {
  const { url, log } = await started({
    pages: (request, response) => {
      if (request.url !== '/') return false;
      response.end('the page');
      return true;
    },
  });
  expect(await (await fetch(url)).text()).toBe('the page');
  expect((await fetch(`${url}/other`)).status).toBe(404);
  expect(log).toHaveLength(1);
});

test('its own address leads to the log where there is no other page', async () => {
  const { url } = await started();
  expect((await fetch(url)).url).toBe(`${url}/log`);
});
