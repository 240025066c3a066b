/**
 * What the tag takes from the catalogue at run time: names, types, limits and required lists, no words. The build
 * evaluates this module and writes its exports into the tag as plain data.
 */
import { events, everyEvent } from './events.ts';
import { type PropertyRule, properties } from './properties.ts';

export interface EventRule {
  name: string;
  required: string[];
  optional: string[];
  impressions?: 'result' | 'relatedSearch';
}

export type { PropertyRule } from './properties.ts';

/** The seven events with the properties that each must and may carry. */
export const eventRules: EventRule[] = events.map((event) => ({
  name: event.name,
  required: event.required,
  optional: event.optional.concat(everyEvent),
  impressions: event.impressions,
}));

/** Each property's type, its limits, and the GA4 parameter that stands in for it. */
export const propertyRules = properties.reduce<{ [name: string]: PropertyRule }>((rules, property) => {
  rules[property.name] = {
    type: property.type,
    min: property.min,
    max: property.max,
    maxLength: property.maxLength,
    ga4: property.ga4,
  };
  return rules;
}, {});
