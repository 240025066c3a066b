import { describe, expect, test } from '@jest/globals';
import { started } from './started.ts';

const goals = [
  { name: 'Chat requested', id: '{A1B2C3D4-0000-4111-8222-333344445555}' },
  { name: 'Größe & Farbe' },
];

describe('the image', () => {
  test("is a GIF with Sitecore's cache headers", async () => {
    const { url } = await started();
    const answer = await fetch(`${url}/-/media/goals/trigger?sc_trk=Any&gtmcb=1`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/gif');
    expect(answer.headers.get('cache-control')).toBe('private, max-age=604800');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 10).toString('hex')).toBe('47494638396101000100');
  });

  test.each(['/~/media/pixel', '/-/Media/pixel.ashx', '/en/shop/-/media/a/b'])(
    'lies under %s too',
    async (path) => {
      const { url, log } = await started();
      expect((await fetch(`${url}${path}?sc_trk=Any`)).status).toBe(200);
      expect(log).toMatchObject([{ destination: 'Sitecore', verdict: 'counted', event: { goal: 'Any' } }]);
    },
  );

  test('is not there while its item is not published', async () => {
    const { url, log } = await started({ unpublished: ['/-/media/goals/trigger'] });
    expect((await fetch(`${url}/-/media/Goals/trigger.ashx?sc_trk=Any`)).status).toBe(404);
    expect((await fetch(`${url}/-/media/other?sc_trk=Any`)).status).toBe(200);
    expect(log).toMatchObject([{ verdict: 'not found', reason: 'the media item is not published' }, {}]);
  });

  test('is not served for a query string that IIS refuses', async () => {
    const { url } = await started();
    const status = async (length: number) =>
      (await fetch(`${url}/-/media/p?sc_trk=${'a'.repeat(length - 7)}`)).status;
    expect([await status(2048), await status(2049)]).toEqual([200, 404]);
  });
});

describe('a goal', () => {
  test.each([
    'Chat requested',
    'chat REQUESTED',
    '{A1B2C3D4-0000-4111-8222-333344445555}',
    'a1b2c3d4-0000-4111-8222-333344445555',
    'a1b2c3d4000041118222333344445555',
    'Größe & Farbe',
  ])('is counted as %s', async (goal) => {
    const { url, log } = await started({ goals });
    await fetch(`${url}/-/media/p?sc_trk=${encodeURIComponent(goal)}`);
    expect(log).toMatchObject([{ status: 200, verdict: 'counted', event: { goal } }]);
  });

  test.each(['Chat_requested style=', '{A1B2C3D4-0000-4111-8222-333344445555', 'a1b2c3d4'])(
    'that Sitecore does not know (%s) is logged, and the image served all the same',
    async (goal) => {
      const { url, log } = await started({ goals });
      expect((await fetch(`${url}/-/media/p?sc_trk=${encodeURIComponent(goal)}`)).status).toBe(200);
      const reason = `Failed to trigger event from query string: ${goal}`;
      expect(log).toMatchObject([{ verdict: 'unknown goal', reason }]);
    },
  );

  test('is none where the parameter is blank or absent', async () => {
    const { url, log } = await started();
    await fetch(`${url}/-/media/p?sc_trk=%20`);
    await fetch(`${url}/-/media/p`);
    expect(log.map(({ verdict }) => verdict)).toEqual(['no goal', 'no goal']);
  });

  test("comes under the site's own query key", async () => {
    const { url, log } = await started({ queryKey: 'goal' });
    await fetch(`${url}/-/media/p?GOAL=a`);
    await fetch(`${url}/-/media/p?sc_trk=a`);
    expect(log.map(({ verdict }) => verdict)).toEqual(['counted', 'no goal']);
  });

  test('with a comma is pointed out, and so are two in one request', async () => {
    const { url, log } = await started();
    await fetch(`${url}/-/media/p?sc_trk=a,b`);
    await fetch(`${url}/-/media/p?sc_trk=a&sc_trk=b`);
    const reason = 'some versions of Sitecore split a goal at its commas';
    expect(log).toMatchObject([
      { event: { goal: 'a,b' }, reason },
      { event: { goal: 'a,b' }, reason },
    ]);
  });

  test('asked for by the same URL again is lost to a cache', async () => {
    const receiver = await started();
    for (const cacheBuster of [1, 2, 1])
      await fetch(`${receiver.url}/-/media/p?sc_trk=a&gtmcb=${cacheBuster}`);
    expect(receiver.log.map(({ verdict }) => verdict)).toEqual(['counted', 'counted', 'cached']);
    receiver.clear();
    await fetch(`${receiver.url}/-/media/p?sc_trk=a&gtmcb=1`);
    expect(receiver.log.map(({ verdict }) => verdict)).toEqual(['counted']);
  });
});
