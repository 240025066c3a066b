import fc from 'fast-check';
import { version } from '../../src/catalogue/version.ts';
import type { Verdict } from '../../src/sandbox/index.ts';
import { eventNames, fields } from './fields.ts';
import { items, searchstaxObject } from './properties.ts';
import { anyValue, cyclic, mostly, objectFrom, oddText, plainText } from './values.ts';

type ConsentState = 'granted' | 'denied';

/** One thing that happens on the page. `settle` lets every answer come before the next. */
export type Step = { push: unknown } | { consent: ConsentState } | { settle: true };

/** A visitor's page with tags on it: everything that a run takes from outside. */
export interface Visit {
  url: string;
  cookies: string;
  /** Absent: nothing declared, which GTM takes for granted. */
  consent?: ConsentState;
  preview: boolean;
  /** The answers to pixels in turn, over and over. */
  answers: Verdict[];
  /** What the companion's `deliver` returns in turn; absent: no companion. */
  companion?: { answers: unknown[]; version: unknown };
  /** The fields of each tag; every tag fires for every event. */
  tags: Record<string, unknown>[];
  steps: Step[];
}

const ga4 = {
  search_term: mostly(plainText),
  items: mostly(items),
  ecommerce: mostly(fc.record({ items: mostly(items) })),
  eventModel: mostly(
    fc.record({ search_term: mostly(plainText), items: mostly(items) }, { requiredKeys: [] }),
  ),
};

/** An event with the values that belong to it, more or less. */
const usualPush = fc.record(
  { event: mostly(fc.constantFrom(...eventNames), 20), searchstax: mostly(searchstaxObject, 20), ...ga4 },
  { requiredKeys: ['event', 'searchstax'] },
);

/** Pushes that no site means: other types, cycles, names of JavaScript's own, and the one key that GTM itself fails on. */
const oddPush: fc.Arbitrary<unknown> = fc.oneof(
  anyValue,
  cyclic.map((value) => ({ event: 'searchstax_search', searchstax: value })),
  fc.tuple(oddText, anyValue).map((entry) => objectFrom([entry, ['event', 'searchstax_search']])),
  fc.constantFrom('__proto__', 'constructor', 'toString').map((key) =>
    objectFrom([
      ['event', 'searchstax_search'],
      [key, { query: 'polluted', isAdmin: true }],
    ]),
  ),
  fc.constant({ event: 'searchstax_search', searchstax: { query: 'x', hasOwnProperty: 1 } }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: usualPush.map((push) => ({ push })) },
  { weight: 2, arbitrary: oddPush.map((push) => ({ push })) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<ConsentState>('granted', 'denied').map((consent) => ({ consent })),
  },
  { weight: 3, arbitrary: fc.constant<Step>({ settle: true }) },
);

/** Text as `document.cookie` can hold it: no semicolon, no halves of characters. */
function inCookie(text: string): string {
  return text.replace(/;|\p{Surrogate}/gu, '');
}

const cookie = fc.tuple(
  fc.constantFrom(
    'searchstax_session_id',
    'searchcookie',
    'ms_visitorid',
    'searchstax_sitecore_goals',
    'other',
  ),
  fc.oneof(
    fc.constantFrom('abc', '', '%', '%zz', 'a%e', '%20', 'a%7Cb', 'chat%20requested'),
    oddText.map(inCookie),
  ),
);

const verdict = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Verdict>('load') },
  { weight: 3, arbitrary: fc.constant<Verdict>('error') },
  { weight: 1, arbitrary: fc.constant<Verdict>('never') },
);

export const visit: fc.Arbitrary<Visit> = fc.record(
  {
    url: fc.oneof(
      { weight: 10, arbitrary: fc.constant('https://www.example.com/search/?q=shoes') },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ...[
            'http://www.example.com/',
            'https://www.example.com:8443/',
            'https://www.example.com/?sc_mode=edit',
          ],
          ...[
            'https://www.example.com/?sc_mode=PREVIEW&sc_mode=normal',
            'https://www.example.com/?sc_mode=',
            'https://www.example.com/?sc_mode=%zz',
            'https://www.example.com/?%=&sc_mode=edit&q=%',
            'https://例え.テスト/',
          ],
        ),
      },
    ),
    cookies: fc.array(cookie, { maxLength: 4 }).map((list) => list.map((pair) => pair.join('=')).join('; ')),
    consent: fc.constantFrom<ConsentState>('granted', 'denied'),
    preview: fc.boolean(),
    answers: fc.array(verdict, { minLength: 1, maxLength: 5 }),
    companion: fc.record({
      answers: fc.array(mostly(fc.boolean()), { minLength: 1, maxLength: 3 }),
      version: mostly(fc.constantFrom(version, '0.9.0')),
    }),
    tags: fc.array(fields, { minLength: 1, maxLength: 2 }),
    steps: fc.array(step, { minLength: 1, maxLength: 6 }),
  },
  { requiredKeys: ['url', 'cookies', 'preview', 'answers', 'tags', 'steps'] },
);
