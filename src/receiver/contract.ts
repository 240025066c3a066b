/**
 * What SearchStax's endpoint takes, as JSON Schema. It derives from the catalogue and from nothing of the tag's, so that
 * what the tag sends is judged by a second opinion.
 */

import { events, everyEvent, identification, type SearchStaxEvent } from '../catalogue/events.ts';
import { type ImpressionShape, impressionShapes } from '../catalogue/impressions.ts';
import { type Property, properties } from '../catalogue/properties.ts';
import { requestsPerSecond, urlLimit } from '../catalogue/tracking-api.ts';

export interface Schema {
  [keyword: string]: unknown;
}

/** A text that is more than blanks. */
const text: Schema = { type: 'string', pattern: '\\S' };

/**
 * The wire contract, one JSON Schema (draft-07) for the decoded `data` parameter: `{event, properties}` with the event's
 * required properties, its optional ones and no others.
 */
export function trackContract(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'SearchStax tracking event',
    description:
      'The decoded data parameter of a request to SearchStax. ' +
      `A URL holds at most ${urlLimit} characters, a second ${requestsPerSecond} requests.`,
    type: 'object',
    required: ['event', 'properties'],
    additionalProperties: false,
    properties: { event: { enum: events.map((event) => event.name) }, properties: { type: 'object' } },
    allOf: events.map((event) => ({
      if: { required: ['event'], properties: { event: { const: event.name } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { properties: { $ref: `#/definitions/${event.name}` } } },
    })),
    definitions: Object.fromEntries(events.map((event) => [event.name, propertiesOf(event)])),
  };
}

function propertiesOf(event: SearchStaxEvent): Schema {
  const named = [...event.required, ...event.optional, ...everyEvent];
  const schema: Schema = {
    description: `${event.title}. ${event.when}`,
    type: 'object',
    required: [...identification, ...event.required],
    additionalProperties: false,
    properties: Object.fromEntries([
      ...identification.map((name) => [name, text]),
      ...properties
        .filter((property) => named.includes(property.name))
        .map((property) => [property.name, valueSchema(property, event)]),
    ]),
  };
  return event.impressions && named.includes('totalHits') ? { ...schema, ...noResultNoImpression } : schema;
}

/** A search without results has nothing to show: impressions beside `totalHits: 0` contradict it. */
const noResultNoImpression: Schema = {
  if: { required: ['totalHits'], properties: { totalHits: { const: 0 } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { properties: { impressions: { type: 'array', maxItems: 0 } } },
};

function valueSchema(property: Property, event: SearchStaxEvent): Schema {
  const described: Schema = { description: property.help };
  switch (property.type) {
    case 'text':
      return { ...described, ...text, ...defined({ maxLength: property.maxLength }) };
    case 'impressions':
      return {
        ...described,
        type: 'array',
        items: event.impressions && impression(impressionShapes[event.impressions]),
      };
    default:
      return {
        ...described,
        type: property.type,
        ...defined({ minimum: property.min, maximum: property.max }),
      };
  }
}

/** The title goes first when an event is too long for its URL, so an impression may be without it. */
function impression(shape: ImpressionShape): Schema {
  return {
    type: 'object',
    required: [shape.identifier, 'position'],
    additionalProperties: false,
    properties: {
      [shape.identifier]: text,
      ...(shape.title && { [shape.title]: { type: 'string' } }),
      position: { type: 'integer', minimum: 1 },
    },
  };
}

function defined(keywords: Schema): Schema {
  return Object.fromEntries(Object.entries(keywords).filter(([, value]) => value !== undefined));
}
