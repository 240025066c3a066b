import { expect, test } from '@jest/globals';
import { version } from '../../src/catalogue/version.ts';
import { message, session, visit, visitor } from './visit.ts';

const search = message('_search', { query: 'shoes', impressions: ['a', 'b'] });

/** A page with a companion that answers so. */
function withCompanion(answer: unknown, own: Record<string, unknown> = { version }) {
  const given: unknown[][] = [];
  const deliver = (...values: unknown[]) => {
    given.push(values);
    return answer;
  };
  return { given, window: { searchstaxSitecore: { ...own, deliver } } };
}

test('the companion takes the event instead of a pixel', async () => {
  const { given, window } = withCompanion(true);
  const { pushed, page, lines } = visit({}, { window });
  expect(await pushed(search)).toEqual({ calls: ['success'] });
  expect(page.requests).toEqual([]);
  expect(given).toEqual([
    [
      'https://analytics-us.searchstax.com/api/v2/track/',
      {
        event: '_search',
        properties: {
          query: 'shoes',
          impressions: [
            { cDocId: 'a', position: 1 },
            { cDocId: 'b', position: 2 },
          ],
          key: 'the-key',
          session,
          _vid: visitor,
        },
      },
    ],
  ]);
  expect(lines()).toEqual([
    'searchstax_search | _search handed to the companion for analytics-us.searchstax.com: query "shoes", ' +
      '2 impressions.',
  ]);
});

test.each([false, undefined, null, 1, 'true', {}, []])(
  'a companion that answers %j leaves the event to a pixel',
  async (answer) => {
    const { given, window } = withCompanion(answer);
    const { pushed, page } = visit({}, { window });
    expect(await pushed(search)).toEqual({ calls: ['success'] });
    expect([given.length, page.requests.length]).toEqual([1, 1]);
  },
);

test.each([undefined, null, 5, 'text', {}, { deliver: 5 }, []])(
  'a global of that name that is %j is no companion',
  async (searchstaxSitecore) => {
    const { pushed, page } = visit({}, { window: { searchstaxSitecore } });
    expect(await pushed(search)).toEqual({ calls: ['success'] });
    expect(page.requests).toHaveLength(1);
  },
);

test('a companion of another version is named', async () => {
  const { window } = withCompanion(true, { version: '0.9.0' });
  const { pushed, lines } = visit({}, { window });
  await pushed(search);
  expect(lines()[0]).toContain(`The companion is version 0.9.0, this tag ${version}: update both.`);
});

test('goals never go through the companion', async () => {
  const { given, window } = withCompanion(true);
  const { pushed, goals } = visit({ action: 'goal', goal: 'Chat' }, { window });
  await pushed({ event: 'a' });
  expect([given.length, goals().length]).toEqual([0, 1]);
});

test('without consent the companion gets nothing; held events reach it once consent comes', async () => {
  const consent = { analytics_storage: 'denied' as const };
  const { given, window } = withCompanion(true);
  const anonymous = visit({ consent: 'anonymous' }, { window, consent });
  await anonymous.pushed(search);
  expect([given.length, anonymous.page.requests.length]).toEqual([0, 1]);

  const held = visit({}, { window: withCompanion(true).window, consent });
  await held.pushed(search);
  const later = withCompanion(true);
  Object.assign(held.page.window, later.window);
  held.page.updateConsent({ analytics_storage: 'granted' });
  expect(later.given).toMatchObject([[expect.any(String), { properties: { session, _vid: visitor } }]]);
});
