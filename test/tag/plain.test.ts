import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createPage, type Template } from '../../src/sandbox/index.ts';
import { countSteps } from '../../trials/bench/steps.ts';
import { searchedPage } from '../../trials/bench/visit.ts';
import { fireWatched, type WatchedFiring } from '../../trials/fuzz/firing.ts';
import { filled, known, template } from './visit.ts';

// A firing that has nothing unusual takes a way of its own, which must send just what all the rest would.

const callPlain = '\nif (!sendPlain()) {\n  sendCarefully();\n}';

function changed(by: string): Template {
  expect(template.code).toContain(callPlain);
  return { ...template, code: template.code.replace(callPlain, () => by) };
}

/** The tag without the short way, and the tag with nothing else. */
const careful = changed('\nsendCarefully();');
const short = changed('\nif (!sendPlain()) {\n  data.gtmOnFailure();\n}');

const word = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('boots', 'a "b" \\ c', 'é😀', '{{x}}', 'a\nb', '0') },
  fc.constantFrom(' lead', ' ', '', '\ud800'),
  fc.string({ maxLength: 12 }),
);
const whole = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 50 }) },
  fc.constantFrom(1.5, -1, '7', null),
);
const position = fc.integer({ min: 1, max: 300 });
const shown = fc.record({ cDocId: word, cDocTitle: word, position });
const lists = fc.oneof(
  { weight: 6, arbitrary: fc.array(shown, { maxLength: 20 }) },
  fc.array(fc.oneof(shown, fc.record({ position, cDocId: word }), fc.record({ id: word })), { maxLength: 9 }),
  fc.array(shown, { minLength: 100, maxLength: 110 }),
  fc.constantFrom(0, '', 'x', '[]', {}, false, null),
);
const values: Record<string, fc.Arbitrary<unknown>> = {
  query: word,
  totalHits: whole,
  shownHits: whole,
  pageNo: whole,
  latency: whole,
  impressions: lists,
  cDocId: word,
  cDocTitle: word,
  position: whole,
  relatedSearch: word,
  href: word,
  question: word,
  answer: word,
  score: whole,
  language: word,
  unknown: word,
};
const carried: Record<string, string[]> = {
  _search: ['query', 'totalHits', 'shownHits', 'pageNo', 'latency', 'impressions', 'language'],
  _searchclick: ['query', 'cDocId', 'cDocTitle', 'position', 'pageNo'],
  _relatedsearch: ['query', 'totalHits', 'impressions'],
  _relatedsearchclick: ['query', 'relatedSearch', 'position'],
  _answersourceclick: ['href', 'question', 'answer', 'unknown'],
  _searchSatisfaction: ['score', 'language'],
};
/** What is nearly always one thing, and now and then another. */
const mostly = (usual: unknown, ...others: unknown[]) =>
  fc.oneof({ weight: 40, arbitrary: fc.constant(usual) }, ...others.map((other) => fc.constant(other)));

const push = fc.constantFrom(...Object.keys(carried)).chain((event) =>
  fc.record({
    event: mostly(`searchstax${event}`, 'other', 'searchstax'),
    searchstax: fc.record(
      Object.fromEntries((carried[event] ?? []).map((name) => [name, values[name] as typeof word])),
      { requiredKeys: (carried[event] ?? []).slice(0, 4) },
    ),
    more: mostly({}, { search_term: 'hats' }, { eventModel: { search_term: 'caps' } }, { eventModel: {} }),
  }),
);
const visit = fc.record({
  url: mostly('https://www.example.com/', 'http://www.example.com/'),
  cookies: mostly(known, '', 'searchcookie=a; ms_visitorid=b', 'searchstax_session_id=%zz; ms_visitorid=1'),
  granted: mostly(true, false),
  preview: mostly(false, true),
  companion: fc.constantFrom(undefined, true, false),
  fields: fc.record({
    action: mostly('route', '_search', '_searchclick', '', 'goal'),
    analyticsHost: mostly(
      filled.analyticsHost,
      'analytics-eu.searchstax.com',
      'x.example',
      '{{Host}}',
      undefined,
    ),
    trackingKey: mostly('the-key', ' k ', '', '{{Key}}', 5),
    consent: mostly('required', 'ignore', 'anonymous'),
    goal: fc.constant('Chat'),
    routes: mostly(
      undefined,
      [],
      [{ event: 'chat_open', action: 'goal', goal: 'Chat' }],
      [{ event: 'searchstax_search', action: 'goal', goal: 'Search' }],
    ),
    properties: mostly(undefined, [], [{ property: 'user', value: 'ann' }]),
    language: mostly(undefined, 'de'),
    visitor: mostly(undefined, 'v'),
  }),
  pushes: fc.array(push, { minLength: 1, maxLength: 4 }),
});
type Visit = typeof visit extends fc.Arbitrary<infer Value> ? Value : never;

interface Played {
  firings: Omit<WatchedFiring, 'fields'>[];
  requests: string[];
  console: unknown[][];
  cookies: Record<string, string>;
}

/** All that a tag did on a visit. */
async function played(one: Visit, tag: Template): Promise<Played> {
  const deliver = () => one.companion;
  const page = createPage({
    url: one.url as string,
    cookies: one.cookies as string,
    preview: one.preview as boolean,
    // IDs, and the numbers that keep caches from answering, are the same each time.
    random: () => 0.4,
    consent: { analytics_storage: one.granted ? 'granted' : 'denied' },
    window: one.companion === undefined ? {} : { searchstaxSitecore: { deliver, consent: () => true } },
  });
  const firings: Played['firings'] = [];
  page.onEvent((_event, _message, eventId) => {
    const { fields: _fields, cookies, ...done } = fireWatched(page, tag, one.fields, eventId);
    // A cookie that is only read, where nothing is sent then, does no harm.
    firings.push({ ...done, cookies: cookies.filter(({ written }) => written) });
  });
  for (const { event, searchstax, more } of one.pushes) page.push({ event, searchstax, ...(more as object) });
  await page.settled();
  const requests = page.requests.map((request) => decodeURIComponent(request));
  return { firings, requests, console: page.console, cookies: page.cookies() };
}

test('the short way sends and remembers just what all the rest would', async () => {
  const used = { short: 0 };
  await fc.assert(
    fc.asyncProperty(visit, async (one) => {
      expect(await played(one, template)).toEqual(await played(one, careful));
      const { firings } = await played(one, short);
      used.short += firings.filter(({ successes }) => successes > 0).length;
    }),
    { numRuns: 400, seed: 7 },
  );
  expect(used.short).toBeGreaterThan(60);
});

test('most firings take the short way, and need no function of the others', () => {
  for (const impressions of [0, 20]) {
    expect(countSteps(short, searchedPage(impressions)).operations).toBe(
      countSteps(template, searchedPage(impressions)).operations,
    );
  }
});
