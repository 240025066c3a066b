import fc from 'fast-check';
import { events, everyEvent } from '../../src/catalogue/events.ts';
import { properties } from '../../src/catalogue/properties.ts';
import { anyValue, longText, mostly, oddText, plainText } from './values.ts';

/** Data layer events that the pushes use, and that route tables may name. */
const siteEvents = ['chat_open', 'phone_click', 'view_search_results', 'select_item'];

const wireNames = events.map((event) => event.name);
const actions = fc.constantFrom('goal', ...wireNames);

const goal = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...[
        'Chat requested',
        '{8C9A1D2E-0000-4000-8000-0123456789AB}',
        'Söße & Co? #1',
        'a=b&gtmcb=1&sc_trk=x',
        'チャット',
        '{{Goal}}',
      ],
    ),
  },
  { weight: 1, arbitrary: oddText },
  { weight: 1, arbitrary: longText },
);

/** Rows as GTM makes them, and what a variable could put in their place. */
function rows(row: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
  const real = fc.record(row, { requiredKeys: [] });
  return mostly(
    fc.array(fc.oneof({ weight: 10, arbitrary: real }, { weight: 1, arbitrary: anyValue }), { maxLength: 4 }),
    20,
  );
}

const hosts = fc.oneof(
  { weight: 16, arbitrary: fc.constantFrom('analytics-us.searchstax.com', 'analytics-eu.searchstax.com') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        'https://analytics-us.searchstax.com/api/v2/track/',
        'HTTP://Analytics-US.searchstax.com:443/?a#b',
        '//a.example/',
      ],
      ...[
        'a.example:8443',
        'user@a.example',
        'a.example\\@b.example',
        'a..example',
        'localhost',
        'https://',
        'a.example.',
      ],
      ...[
        'javascript:alert(1)',
        'https://a.example%2f@b.example',
        '例え.テスト',
        '[::1]',
        '1.2.3.4',
        'a.example?data=x',
      ],
    ),
  },
  { weight: 1, arbitrary: oddText },
);

const pixels = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom('/-/media/goals/trigger', '-/media/goals/trigger.ashx') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        'https://media.example.net/-/media/goals/trigger',
        'https://MEDIA.example.net:443/x?a=1',
        '/site/~/media/g?h=1&w=2',
      ],
      ...[
        '/p?sc_trk=old&gtmcb=7&a=b',
        '/p?SC_TRK=old&a=%zz&b=+&&=',
        '/p?a=1?b=2#frag',
        '//evil.example/x',
        'http://a.example/',
      ],
      ...[
        '\\\\evil.example/x',
        '/\\evil.example',
        '@evil.example',
        'https://a.example@evil.example/',
        'javascript:alert(1)',
      ],
      ...[
        'https://a.example:8443/x',
        '/a b/ä?q=ü',
        '/../../x',
        '?a=b',
        'https://evil',
        'https:///x',
        '/%2e%2e//x?a=1',
      ],
    ),
  },
  { weight: 1, arbitrary: oddText.map((text) => `/${text}`) },
  { weight: 1, arbitrary: oddText },
);

/** Values for every field of the template. */
export const fields: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    action: fc.oneof(
      { weight: 5, arbitrary: fc.constant<unknown>('route') },
      { weight: 4, arbitrary: actions as fc.Arbitrary<unknown> },
      { weight: 1, arbitrary: anyValue },
    ),
    routes: rows({
      event: mostly(fc.constantFrom(...siteEvents, 'searchstax_search'), 12),
      action: mostly(actions, 12),
      goal: mostly(goal),
    }),
    analyticsHost: mostly(hosts, 20),
    trackingKey: mostly(fc.constantFrom('k3y', 'k3y', 'k3y', 'k3y', 'k3y', 'k3y', '{{Key}}'), 24),
    language: mostly(plainText),
    model: mostly(plainText),
    properties: rows({
      property: mostly(
        fc.constantFrom(...properties.map(({ name }) => name), 'pageSize', '__proto__', 'key', '_vid'),
      ),
      value: mostly(fc.oneof(plainText, fc.integer().map(String), longText)),
    }),
    goal: mostly(goal),
    pixelUrl: mostly(pixels, 20),
    queryKey: mostly(fc.constantFrom('sc_trk', 'SC_TRK', 'trk', 'gtmcb', 'w', 'a b', '__proto__'), 12),
    goalFrequency: mostly(fc.constantFrom('every', 'page', 'session')),
    session: mostly(fc.constantFrom<unknown>(undefined, '', 'my-session', '{{Session}}')),
    visitor: mostly(fc.constantFrom<unknown>(undefined, '', 'my-visitor')),
    consent: mostly(fc.constantFrom('required', 'anonymous', 'ignore'), 12),
  },
  { requiredKeys: ['trackingKey', 'action', 'consent', 'routes'] },
);

/** Names that may stand in `event`, every one of them wired or nearly. */
export const eventNames: string[] = [
  ...wireNames.map((name) => `searchstax${name}`),
  ...siteEvents,
  ...everyEvent.slice(0, 1),
];
