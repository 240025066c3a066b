import { describe, expect, test } from '@jest/globals';
import { run } from './running.ts';

const require_ =
  "const Promise = require('Promise'); const callLater = require('callLater'); const now = require('getTimestampMillis');";
const ran = async (code: string, options?: Parameters<typeof run>[1]) => run(require_ + code, options);

test('then, catch and finally follow each other', async () => {
  const { out } = await ran(`
    Promise.create((resolve) => resolve(1))
      .then((value) => { data.out(value); return Promise.create((resolve, reject) => reject('no')); })
      .then(() => data.out('never'))
      .catch((reason) => { data.out(reason); return 2; })
      .finally(() => data.out('over'))
      .then((value) => data.out(value));`);
  expect(out).toStrictEqual([1, 'no', 'over', 2]);
});

test('an error in a callback rejects, and is noted', async () => {
  const { out, server } = await ran(`
    Promise.create((resolve) => resolve(undefined))
      .then((nothing) => nothing.a)
      .catch(() => data.out('caught'));`);
  expect(out).toStrictEqual(['caught']);
  expect(server.errors).toEqual(["TypeError: Cannot read properties of undefined (reading 'a')"]);
});

test('Promise.all takes promises, plain values and objects with then', async () => {
  const { out } = await ran(`
    Promise.all([1, Promise.create((resolve) => resolve(2)), {then: (ok) => ok(3)}]).then(data.out);
    Promise.all([Promise.create((resolve, reject) => reject('no')), 1]).catch(data.out);`);
  expect(out).toStrictEqual(expect.arrayContaining([[1, 2, 3], 'no']));
});

test('what callLater runs comes after a whole chain of promises', async () => {
  const { out } = await ran(`
    callLater(() => data.out('later'));
    Promise.all([Promise.create((resolve) => resolve(1))])
      .then(() => Promise.all([2]))
      .then(() => 3)
      .then(data.out);`);
  expect(out).toStrictEqual([3, 'later']);
});

describe('a promise that stays unsettled for five seconds', () => {
  test('rejects, without anybody waiting for it', async () => {
    const { out } = await ran(
      `
      const started = now();
      Promise.create(() => {}).catch((reason) => data.out(reason, now() - started));`,
      { time: 0 },
    );
    expect(out).toStrictEqual([[{ reason: 'timed_out' }, 5000]]);
  });

  test('is not one that a promise within it settles in time', async () => {
    const { out } = await ran(`
      Promise.create((resolve) => resolve(Promise.create((inner) => callLater(() => inner('in time'))))).then(data.out);
      Promise.create((resolve) => resolve(Promise.create(() => {}))).catch(() => data.out('too late'));`);
    expect(out).toStrictEqual(['in time', 'too late']);
  });

  test('leaves a variable without a value', async () => {
    const { firing } = await ran('return Promise.create(() => {});', { kind: 'MACRO' });
    expect(firing).toMatchObject({ outcome: 'failure', error: expect.stringContaining('rejected') });
    expect(firing.value).toBeUndefined();
  });
});

test("a variable's value is what its promise gives", async () => {
  const { firing } = await ran('return Promise.create((resolve) => callLater(() => resolve({a: 1})));', {
    kind: 'MACRO',
  });
  expect(firing.value).toEqual({ a: 1 });
});

test('code finds Promise without requiring it', async () => {
  expect((await run('Promise.create((resolve) => resolve(1)).then(data.out);')).out).toStrictEqual([1]);
});
