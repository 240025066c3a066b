import { expect, test } from '@jest/globals';
import { startReceiver } from '../../src/receiver/index.ts';
import { requestPixel } from '../../start/request.ts';
import { encoded, search } from '../receiver/payloads.ts';

test('a pixel loads with an image, and errs with anything else, as in a browser', async () => {
  const receiver = await startReceiver();
  expect(await requestPixel('https://www.example.com/-/media/p?sc_trk=Größe', receiver.url)).toBe('load');
  expect(
    await requestPixel(`https://analytics.example/api/v2/track/?data=${encoded(search)}`, receiver.url),
  ).toBe('error');
  expect(receiver.log.map(({ verdict }) => verdict)).toEqual(['counted', 'accepted']);
  await receiver.close();
  expect(await requestPixel('https://www.example.com/-/media/p', receiver.url)).toBe('error');
});
