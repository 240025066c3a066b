import { expect, test } from '@jest/globals';
import { version } from '../../src/catalogue/version.ts';
import { message, session, visit, visitor } from './visit.ts';

const search = message('_search', { query: 'shoes', impressions: ['a', 'b'] });

/** A page with a companion that answers so. */
function withCompanion(answer: unknown, own: Record<string, unknown> = { version }) {
  const given: unknown[][] = [];
  const notes: unknown[] = [];
  const consents: unknown[] = [];
  const deliver = (url: string, event: unknown, note: unknown) => {
    // As in JavaScript, what is changed later was handed over as it is now.
    given.push([url, structuredClone(event)]);
    notes.push(note);
    return answer;
  };
  const consent = (granted: unknown) => consents.push(granted) > 0;
  return { given, notes, consents, window: { searchstaxSitecore: { deliver, consent, ...own } } };
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

test('the companion hears of consent before it gets an event, and of each change on the page once', async () => {
  const { consents, window } = withCompanion(true);
  const { pushed, page } = visit({}, { window });
  await pushed(search, search);
  expect(consents).toEqual([true, true]);
  page.updateConsent({ analytics_storage: 'denied' });
  page.updateConsent({ analytics_storage: 'granted' });
  expect(consents).toEqual([true, true, false, true]);
});

test('a firing without consent tells the companion so, whatever the tag does then', async () => {
  const consent = { analytics_storage: 'denied' as const };
  for (const fields of [{}, { consent: 'anonymous' }, { action: 'goal', goal: 'Chat' }]) {
    const { consents, window } = withCompanion(true);
    await visit(fields, { window, consent }).pushed(search);
    expect(consents).toEqual([false]);
  }
});

test('a tag that does not ask for consent tells the companion nothing of it', async () => {
  const { consents, given, window } = withCompanion(true);
  await visit({ consent: 'ignore' }, { window, consent: { analytics_storage: 'denied' } }).pushed(search);
  expect([consents, given.length]).toEqual([[], 1]);
});

test('a companion that knows nothing of consent gets events all the same', async () => {
  const { given, window } = withCompanion(true, { version, consent: undefined });
  await visit({}, { window }).pushed(search);
  expect(given).toHaveLength(1);
});

test('what the companion notes is a line in preview, at once or later; outside preview it is not asked to', async () => {
  const { notes, window } = withCompanion(true);
  const preview = visit({}, { window });
  await preview.pushed(search);
  (notes[0] as (words: string) => void)("SearchStax's own tracker has sent it already.");
  expect(preview.lines()[1]).toBe(
    "searchstax_search | _search not sent: SearchStax's own tracker has sent it already.",
  );
  await visit({}, { window, preview: false }).pushed(search);
  expect(notes[1]).toBeUndefined();
});
