import fc from 'fast-check';

/** Keys that mean something to JavaScript's own objects, and the tag's own words. */
const hostileKeys = [
  '__proto__',
  'constructor',
  'toString',
  'valueOf',
  'prototype',
  'length',
  'get',
  'event',
];

/** Text in any script, with halves of characters, control characters and what means something in a URL or in JSON. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    ...[
      '',
      ' ',
      '\u00a0',
      '\ud800',
      '\udc00x',
      'null',
      '[]',
      '{}',
      '[1,"a",null]',
      '"',
      '%',
      '%zz',
      '+',
      '&a=b#c',
    ],
    ...[
      'é日本😀',
      'true',
      'FALSE',
      '0',
      '-0',
      '1e3',
      '0x10',
      ' 12 ',
      '1.5',
      '٣',
      'NaN',
      'Infinity',
      '9007199254740993',
    ],
  ),
);

/** Text as a site would write it. */
export const plainText: fc.Arbitrary<string> = fc.constantFrom(
  ...[
    'running shoes',
    'Laufschuhe für Damen',
    'ランニングシューズ',
    'حذاء',
    'a',
    'https://www.example.com/p?a=1&b=2#c',
  ],
);

/** Longer than a URL may be, or nearly. */
export const longText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('x', 'é', '日', '😀', 'a😀', '"', '\\', ' '), fc.integer({ min: 200, max: 11_000 }))
  .map(([unit, length]) => `${unit.repeat(length).slice(0, length)}end`);

/** An object with these own keys, whatever they are called. */
export function objectFrom(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [key, value] of entries) {
    Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  }
  return object;
}

const key = fc.oneof(fc.constantFrom(...hostileKeys), oddText);

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value };
  return value;
}

/** What GTM's variables and a page's data layer can hold, JSON or not. */
const scalar: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    false,
    0,
    -1,
    1,
    1.5,
    1e21,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ),
  fc.integer(),
  fc.double(),
  oddText,
  plainText,
);

const exotic: fc.Arbitrary<unknown> = fc
  .constantFrom<() => unknown>(
    () => new Date(0),
    () => new Map([['a', 1]]),
    () => /a/,
    () => 10n,
    () => Symbol('s'),
    () => () => 'called',
    () => Object.create(null),
    () => new Array(3),
    () => nested(200),
  )
  .map((make) => make());

/** Any value, but no cycle. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: exotic },
  { weight: 1, arbitrary: longText },
  {
    weight: 2,
    arbitrary: fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map(objectFrom),
      ),
    })).value,
  },
);

/** An object that holds itself, and a list that does. */
export const cyclic: fc.Arbitrary<unknown> = fc.boolean().map((asList) => {
  const object: Record<string, unknown> = { query: 'round' };
  const list: unknown[] = [object];
  object.impressions = list;
  object.self = object;
  return asList ? list : object;
});

/** Mostly what belongs there, sometimes anything. */
export function mostly<T>(usual: fc.Arbitrary<T>, weight = 8): fc.Arbitrary<unknown> {
  return fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: anyValue });
}
