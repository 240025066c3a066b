import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { startReceiver } from '../../src/receiver/index.ts';
import { encoded, search } from './payloads.ts';
import { started } from './started.ts';

const track = `/api/v2/track/?data=${encoded(search)}`;
const media = '/-/media/p?sc_trk=a';

describe('told to fail', () => {
  test('it answers the status so often, then as ever, and the events that failed are not accepted', async () => {
    const { url, log } = await started({ failure: { as: 503, next: 2 } });
    const statuses = [];
    for (let request = 0; request < 3; request += 1) statuses.push((await fetch(url + track)).status);
    expect(statuses).toEqual([503, 503, 204]);
    expect(log).toMatchObject([
      { verdict: 'failed', event: search },
      { verdict: 'failed', event: search },
      { verdict: 'accepted', event: search },
    ]);
  });

  test('without a number it fails until it is told otherwise', async () => {
    const receiver = await started({ failure: { as: 500 } });
    expect((await fetch(receiver.url + track)).status).toBe(500);
    expect((await fetch(receiver.url + media)).status).toBe(500);
    receiver.set({ failure: null });
    expect((await fetch(receiver.url + track)).status).toBe(204);
  });

  test('one destination fails, the other does not', async () => {
    const { url } = await started({ failure: { as: 500, at: 'SearchStax' } });
    expect([(await fetch(url + track)).status, (await fetch(url + media)).status]).toEqual([500, 200]);
  });

  test('it tears the connection down', async () => {
    const { url, log } = await started({ failure: { as: 'reset', next: 1 } });
    await expect(fetch(url + track)).rejects.toThrow('fetch failed');
    expect(log).toMatchObject([{ status: 0, verdict: 'failed', event: search }]);
    expect((await fetch(url + track)).status).toBe(204);
  });

  test('it never answers, and can be ended all the same', async () => {
    const receiver = await startReceiver({ failure: { as: 'hang' } });
    const answer = fetch(receiver.url + track).then(
      () => 'answered',
      () => 'ended',
    );
    const isReceived = async () => {
      while (!receiver.log.length) await new Promise(setImmediate);
    };
    await isReceived();
    expect(await Promise.race([answer, new Promise((done) => setTimeout(done, 50, 'waiting'))])).toBe(
      'waiting',
    );
    await receiver.close();
    expect(await answer).toBe('ended');
  });

  test('it takes its time', async () => {
    const { url } = await started({ delay: 80 });
    const start = performance.now();
    await fetch(url + track);
    expect(performance.now() - start).toBeGreaterThanOrEqual(75);
  });
});

describe('nothing brings it down', () => {
  /** Writes bytes and reads all that comes back. */
  function raw(port: number, bytes: string): Promise<string> {
    return new Promise((resolve) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
      socket.setEncoding('utf8').on('data', (text) => {
        answer += text;
      });
      socket.on('error', () => {}).on('close', () => resolve(answer));
    });
  }

  test.each([
    ['no HTTP', 'hello\r\n\r\n', /^HTTP\/1.1 400 /],
    [
      'a header with a control character',
      'GET /log HTTP/1.1\r\nHost: a\r\na: \u0001\r\n\r\n',
      /^HTTP\/1.1 400 /,
    ],
    [
      'a URL of two megabytes',
      `GET /${'a'.repeat(2_000_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
      /^(HTTP\/1.1 414 |$)/,
    ],
    ['a path that is no URL', 'GET //[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', /^HTTP\/1.1 404 /],
    [
      'broken percent-encoding',
      'GET /-/media/%E0%A4%A?sc_trk=%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      /^HTTP\/1.1 200 /,
    ],
    [
      'a body that ends early',
      'POST /api/v2/track/ HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\ndata',
      /^/,
    ],
  ])('%s', async (_what, bytes, expected) => {
    const { port, url } = await started();
    expect(await raw(port, bytes)).toMatch(expected);
    expect((await fetch(url + track)).status).toBe(204);
  });
});

test('a port that is taken is named, with what to do', async () => {
  const { port } = await started();
  await expect(startReceiver({ port })).rejects.toThrow(
    `The port ${port} is taken: choose another with --port`,
  );
});
