import fc from 'fast-check';
import { events } from '../../src/catalogue/events.ts';
import { properties } from '../../src/catalogue/properties.ts';
import { longText, mostly, objectFrom, oddText, plainText } from './values.ts';

const text = fc.oneof(
  { weight: 6, arbitrary: plainText },
  { weight: 1, arbitrary: oddText },
  { weight: 1, arbitrary: longText },
);

/** Numbers as JSON, and as the texts that data layers hold. */
const number = fc
  .tuple(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer(), fc.double({ noNaN: true })), fc.boolean())
  .map(([value, asText]) => (asText ? String(value) : value));

const truth = fc.constantFrom<unknown>(true, false, 'true', 'False', 1, 0, '1', '0');

/** An item of `impressions` or of GA4's `items`, under any of the names in use. */
const item = fc.record(
  {
    cDocId: mostly(text),
    id: mostly(fc.oneof(text, number)),
    item_id: mostly(text),
    url: mostly(text),
    cDocTitle: mostly(text),
    title: mostly(text),
    item_name: mostly(text),
    relatedSearch: mostly(text),
    name: mostly(text),
    position: mostly(number),
    index: mostly(number),
  },
  { requiredKeys: [] },
);

/** Lists short and long; long ones repeat a few items, which is quick to make and as long to send. */
export const items: fc.Arbitrary<unknown> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 8, arbitrary: item }, { weight: 1, arbitrary: mostly(text) }), {
      maxLength: 6,
    }),
    fc.oneof(
      { weight: 8, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.integer({ min: 2, max: 300 }) },
    ),
    fc.boolean(),
  )
  .map(([list, times, asText]) => {
    const repeated = Array.from({ length: times }, () => list).flat();
    return asText
      ? JSON.stringify(repeated, (_key, value) => (typeof value === 'bigint' ? String(value) : value))
      : repeated;
  });

const byType = { text, integer: number, number, boolean: truth, impressions: items };

const shape: Record<string, fc.Arbitrary<unknown>> = {
  ...Object.fromEntries(properties.map(({ name, type }) => [name, mostly(byType[type], 12)])),
  pageSize: mostly(number),
  index: mostly(number),
  key: text,
  session: text,
  _vid: text,
};

/** What one event or another requires. */
const requiredByAny = [...new Set(events.flatMap(({ required }) => required))];

/** The `searchstax` object of the data layer, with any of the catalogue's properties and with what it must not set. */
export const searchstaxObject: fc.Arbitrary<Record<string, unknown>> = fc
  .record(shape, { requiredKeys: requiredByAny })
  .chain((object) =>
    fc
      .array(fc.tuple(fc.constantFrom('__proto__', 'constructor', 'toString', 'valueOf'), mostly(text)), {
        maxLength: 1,
      })
      .map((hostile) => objectFrom([...Object.entries(object), ...hostile])),
  );
