/**
 * What the tag takes from the catalogue at run time: names, types, limits and required lists, no words. The build
 * evaluates this module and writes its exports into the tag as plain data: texts, which cost GTM's interpreter nothing
 * until the event that they are for fires.
 */
import { events, everyEvent } from './events.ts';
import { impressionShapes } from './impressions.ts';
import { type PropertyRule, properties } from './properties.ts';

/** A property's type and limits in words: `text`, `text 2000`, `integer 0`, `integer 0 10`, `number 0`, `boolean`. */
function kindOf({ type, min, max, maxLength }: PropertyRule): string {
  return [type, min, max, maxLength].filter((part) => part !== undefined).join(' ');
}

/** `"name":"kind"` of each, as in JSON; `impressions` is no single value, and has rules of its own. */
function kindsOf(names: string[]): string {
  return properties
    .filter(({ name, type }) => names.indexOf(name) >= 0 && type !== 'impressions')
    .sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
    .map((property) => `"${property.name}":"${kindOf(property)}"`)
    .join(',');
}

function ofEach<T>(value: (event: (typeof events)[number]) => T | undefined): { [event: string]: T } {
  const values: { [event: string]: T } = {};
  for (const event of events) {
    const own = value(event);
    if (own !== undefined) values[event.name] = own;
  }
  return values;
}

/** What each event carries, the required properties first: names and kinds. */
export const eventProperties = ofEach((event) => kindsOf(event.required.concat(event.optional)));

/** What every event may carry beside its own. */
export const everyEventProperties: string = kindsOf(everyEvent);

/** What each event must carry. */
export const requiredProperties = ofEach((event) => event.required.join(' '));

// A text that can be sent as it is: not blank, which is certain where it begins with no white space.
const plainText = '"[^"\\\\\\s](?:\\\\.|[^"\\\\])*"';
const fromOne = '[1-9][0-9]{0,14}';
const fromZero = `(?:0|${fromOne})`;

/** Patterns for values that can be sent as they are, as JSON writes them, by kind; the other kinds are always looked at. */
const wireForms: [kind: string, form: string][] = [
  ['text', plainText],
  ['boolean', '(?:true|false)'],
  ['integer 0', fromZero],
  ['integer 1', fromOne],
  ['integer 0 10', '(?:10|[0-9])'],
  ['number 0', `${fromZero}(?:[.][0-9]+)?`],
];

/** The pattern of an event's properties but its impressions, as JSON writes them, if all can be sent as they are. */
export const wireProperties = ofEach(({ required, optional }) => {
  const names = required.concat(optional).concat(everyEvent);
  const values = wireForms
    .map(([kind, form]) => {
      const alike = properties.filter(
        (property) => names.indexOf(property.name) >= 0 && kindOf(property) === kind,
      );
      return alike.length > 0 ? `"(?:${alike.map(({ name }) => name).join('|')})":${form}` : '';
    })
    .filter((value) => value !== '');
  const present = required.map((name) => `(?=.*"${name}":)`).join('');
  return `^${present}[{](?:,?(?:${values.join('|')}))+}$`;
});

/**
 * What an item of an event's `impressions` is called: the names of its identifier, and behind `|` those of its title; the
 * wire's own name is the first.
 */
export const impressionNames = ofEach((event) => {
  const shape = event.impressions && impressionShapes[event.impressions];
  return shape && shape.identifierNames.join(' ') + (shape.title ? `|${shape.titleNames.join(' ')}` : '');
});

/** The pattern of an event's `impressions`, as JSON writes them, if they can be sent as they are. */
export const wireImpressions = ofEach((event) => {
  if (!event.impressions) return undefined;
  const { identifier, title } = impressionShapes[event.impressions];
  const titled = title ? `(?:,"${title}":${plainText})?` : '';
  return `^\\[(?:,?[{]"${identifier}":${plainText}${titled},"position":${fromOne}})+\\]$`;
});
