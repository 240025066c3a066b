import { expect, test } from '@jest/globals';
import type { CookieJar } from '../../src/sandbox/page/cookies.ts';
import { message, session, visit, visitor } from './visit.ts';

const search = message('_search', { query: 'shoes' });
const sessionForm = /^[A-Za-z0-9]{25}$/;
const visitorForm = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test.each([
  ['its cookies', `searchstax_session_id=${session}; ms_visitorid=${visitor}`, session, visitor],
  ['the older session cookie', 'searchcookie=older', 'older', visitorForm],
  [
    'the newer session cookie of two',
    `searchcookie=older; searchstax_session_id=${session}`,
    session,
    visitorForm,
  ],
  [
    'the older one where the newer is empty',
    'searchstax_session_id=; searchcookie=older',
    'older',
    visitorForm,
  ],
  ['no cookie', 'other=1', sessionForm, visitorForm],
  ['empty cookies', 'searchstax_session_id=; ms_visitorid=%20', sessionForm, visitorForm],
  ['percent-encoded cookies', 'searchstax_session_id=a%2Bb; ms_visitorid=%E0%A4%A', 'a+b', '%E0%A4%A'],
])('with %s', async (_what, cookies, expectedSession, expectedVisitor) => {
  const { pushed, events } = visit({}, { cookies });
  expect(await pushed(search)).toEqual({ calls: ['success'] });
  const { session: sentSession, _vid } = events()[0]?.properties ?? {};
  expect(sentSession).toEqual(
    typeof expectedSession === 'string' ? expectedSession : expect.stringMatching(expectedSession),
  );
  expect(_vid).toEqual(
    typeof expectedVisitor === 'string' ? expectedVisitor : expect.stringMatching(expectedVisitor),
  );
});

test('a visitor made on one page is the same on the next', async () => {
  const first = visit({}, { cookies: '' });
  await first.pushed(search, search);
  const cookies = Object.entries(first.page.cookies())
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  const second = visit({}, { cookies });
  await second.pushed(search);
  const [a, b] = first.events();
  expect(b).toEqual(a);
  expect(second.events()[0]).toEqual(a);
});

test('two visitors differ', async () => {
  const ids = await Promise.all(
    [1, 2].map(async () => {
      const { pushed, events } = visit({}, { cookies: '' });
      await pushed(search);
      return events()[0]?.properties;
    }),
  );
  expect(ids[0]?.session).not.toBe(ids[1]?.session);
  expect(ids[0]?._vid).not.toBe(ids[1]?._vid);
});

test('cookies that are there are not written again', async () => {
  const { pushed, page } = visit({}, { cookies: 'searchcookie=older; ms_visitorid=v' });
  await pushed(search);
  expect(page.cookies()).toEqual({ searchcookie: 'older', ms_visitorid: 'v' });
});

test('the fields win over cookies and are sent whatever the consent', async () => {
  const fields = { session: ' my-session ', visitor: 42, consent: 'anonymous' };
  const { pushed, events } = visit(fields, { consent: { analytics_storage: 'denied' } });
  await pushed(search);
  expect(events()[0]?.properties).toMatchObject({ session: 'my-session', _vid: '42' });
});

test.each([null, false, true, {}, [], ['x'], () => 'x', Number.NaN, ' '])(
  'a field that holds %p is as good as empty',
  async (value) => {
    const { pushed, events } = visit({ session: value, visitor: value });
    await pushed(search);
    expect(events()[0]?.properties).toMatchObject({ session, _vid: visitor });
  },
);

test.each([0, 0.25, 0.5, 0.999999])(
  'the random number %d makes IDs of the form that SearchStax gives them',
  async (random) => {
    const { pushed, events } = visit({}, { cookies: '', random: () => random });
    await pushed(search);
    expect(events()[0]?.properties).toMatchObject({
      session: expect.stringMatching(sessionForm),
      _vid: expect.stringMatching(visitorForm),
    });
  },
);

test('the fields win over cookies that are there', async () => {
  const { pushed, events } = visit({ session: 'my-session', visitor: 'my-visitor' });
  await pushed(search);
  expect(events()[0]?.properties).toMatchObject({ session: 'my-session', _vid: 'my-visitor' });
});

test('without consent the older session cookie is as little read as the newer', async () => {
  const { pushed, events } = visit(
    { consent: 'anonymous' },
    { cookies: 'searchcookie=older', consent: { analytics_storage: 'denied' } },
  );
  await pushed(search);
  expect(events()[0]?.properties.session).toMatch(sessionForm);
});

/** The page's cookies, as they are kept, and taken away again. */
const jarOf = ({ page }: ReturnType<typeof visit>) => (page as typeof page & { jar: CookieJar }).jar;

test('a session is kept for an hour, a visitor for a year', async () => {
  const visited = visit({}, { cookies: '' });
  const jar = jarOf(visited);
  const { set } = jar;
  const ages: Record<string, unknown> = {};
  jar.set = (name, value, options, now) => {
    ages[name] = options['max-age'];
    return set(name, value, options, now);
  };
  await visited.pushed(search);
  expect(ages).toEqual({ searchstax_session_id: 3600, ms_visitorid: 31_536_000 });
});

test('an ID that a cookie keeps ends with the cookie, on the same page too', async () => {
  const visited = visit({}, { cookies: '' });
  await visited.pushed(search);
  for (const name of ['searchstax_session_id', 'ms_visitorid'])
    jarOf(visited).set(name, '', { path: '/', 'max-age': 0 }, 0);
  expect(visited.page.cookies()).toEqual({});
  await visited.pushed(search);
  const [first, second] = visited.events();
  expect(second?.properties.session).not.toBe(first?.properties.session);
  expect(second?.properties._vid).not.toBe(first?.properties._vid);
});
