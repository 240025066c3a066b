import { expect, test } from '@jest/globals';
import { message, session, visit, visitor } from './visit.ts';

const denied = { consent: { analytics_storage: 'denied' as const } };
const granted = { analytics_storage: 'granted' as const };
const refused = { analytics_storage: 'denied' as const };
const search = message('_search', { query: 'shoes' });

test('without any declaration of consent the tag sends', async () => {
  const { pushed, events } = visit();
  expect(await pushed(search)).toEqual({ calls: ['success'] });
  expect(events()).toHaveLength(1);
});

test('an event before consent is held, a success, and leaves nothing in the browser', async () => {
  const { pushed, page, lines } = visit({}, { ...denied, cookies: '' });
  expect(await pushed(search)).toEqual({ calls: ['success'] });
  expect(page.requests).toEqual([]);
  expect(page.cookies()).toEqual({});
  expect(lines()).toEqual([
    'searchstax_search | _search held until analytics_storage is granted on this page.',
  ]);
});

test('consent sends what was held, as it was, under the visitor’s own IDs', async () => {
  const { pushed, events, page, runs } = visit({}, denied);
  await pushed(search, message('_search', { query: 'boots', impressions: ['a'] }));
  page.updateConsent(granted);
  await page.settled();
  expect(events().map(({ properties }) => properties)).toEqual([
    { query: 'shoes', key: 'the-key', session, _vid: visitor },
    { query: 'boots', impressions: [{ cDocId: 'a', position: 1 }], key: 'the-key', session, _vid: visitor },
  ]);
  expect(runs).toEqual([{ calls: ['success'] }, { calls: ['success'] }]);
});

test('what was held is sent once, however consent changes later', async () => {
  const { pushed, events, page } = visit({}, denied);
  await pushed(search);
  for (const state of [refused, granted, refused, granted]) page.updateConsent(state);
  await page.settled();
  expect(events()).toHaveLength(1);
});

test('consent for something else sends nothing', async () => {
  const { pushed, page } = visit({}, denied);
  await pushed(search);
  page.updateConsent({ ad_storage: 'granted' });
  await page.settled();
  expect(page.requests).toEqual([]);
});

test('after consent was withdrawn, events are held again', async () => {
  const { pushed, page, events } = visit();
  await pushed(search);
  page.updateConsent(refused);
  await pushed(search);
  expect(events()).toHaveLength(1);
  page.updateConsent(granted);
  await page.settled();
  expect(events()).toHaveLength(2);
});

test('what fails before consent fails at once, what is held beside it is still sent', async () => {
  const { pushed, page, events, goals } = visit(
    {
      routes: [
        { event: 'a', action: '_search' },
        { event: 'a', action: '_searchclick' },
        { event: 'a', action: 'goal', goal: 'Chat' },
      ],
    },
    denied,
  );
  expect(await pushed({ event: 'a', searchstax: { query: 'q' } })).toEqual({ calls: ['failure'] });
  page.updateConsent(granted);
  await page.settled();
  expect([events().length, goals().length]).toEqual([1, 1]);
});

test('a goal held twice counts once, where it counts once a page', async () => {
  const { pushed, page, goals } = visit({ action: 'goal', goal: 'Chat', goalFrequency: 'page' }, denied);
  await pushed({ event: 'chat_open' }, { event: 'chat_open' });
  page.updateConsent(granted);
  await page.settled();
  expect(goals()).toHaveLength(1);
});

test('without cookies, events go at once under IDs of the page alone', async () => {
  const { pushed, page, events } = visit({ consent: 'anonymous' }, denied);
  const before = page.cookies();
  await pushed(search, search);
  const [first, second] = events();
  expect(first).toEqual(second);
  expect(first?.properties.session).toMatch(/^[A-Za-z0-9]{25}$/);
  expect(first?.properties.session).not.toBe(session);
  expect(first?.properties._vid).not.toBe(visitor);
  expect(page.cookies()).toEqual(before);

  const next = visit({ consent: 'anonymous' }, denied);
  await next.pushed(search);
  expect(next.events()[0]?.properties.session).not.toBe(first?.properties.session);
});

test('without cookies and with consent, the visitor’s own IDs are used', async () => {
  const { pushed, events } = visit({ consent: 'anonymous' });
  await pushed(search);
  expect(events()[0]?.properties).toMatchObject({ session, _vid: visitor });
});

test('do not ask: everything as with consent', async () => {
  const { pushed, events, page } = visit({ consent: 'ignore' }, { ...denied, cookies: '' });
  expect(await pushed(search)).toEqual({ calls: ['success'] });
  expect(page.cookies()).toEqual({
    searchstax_session_id: events()[0]?.properties.session,
    ms_visitorid: events()[0]?.properties._vid,
  });
});

test.each([undefined, null, '', 'no', 5, true, {}])('the setting %j asks for consent', async (consent) => {
  const { pushed, page } = visit({ consent }, denied);
  expect(await pushed(search)).toEqual({ calls: ['success'] });
  expect(page.requests).toEqual([]);
});

test('IDs of a page without consent end with the page, also when consent comes on it', async () => {
  const { pushed, events, page } = visit({ consent: 'anonymous' }, { ...denied, cookies: '' });
  await pushed(search);
  page.updateConsent(granted);
  await pushed(search);
  const [before, after] = events();
  expect(page.cookies().ms_visitorid).toBe(after?.properties._vid);
  expect(before?.properties._vid).not.toBe(after?.properties._vid);
});
