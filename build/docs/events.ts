/** The reference of the data layer: every SearchStax event and property, from the catalogue. */

import { events, everyEvent, identification, type SearchStaxEvent } from '../../src/catalogue/events.ts';
import { type ImpressionShape, impressionShapes } from '../../src/catalogue/impressions.ts';
import { type Property, pageSize, properties } from '../../src/catalogue/properties.ts';
import { dataLayerName } from '../../src/catalogue/tracking-api.ts';
import { format } from '../format.ts';
import { code, fence, table } from './markdown.ts';

const head = ['Property', 'Required', 'Type', 'What it is'];

/** Each event with its heading, its example push and its properties. */
export function eventReference(): string {
  return events.map(section).join('\n\n');
}

/** The events at a glance, each linked to its section. */
export function eventOverview(): string {
  return table(
    ['Push the event', 'When', 'Required in `searchstax`'],
    events.map((event) => [
      `[${code(dataLayerEvent(event))}](#${dataLayerEvent(event).toLowerCase()})`,
      event.when,
      event.required.map(code).join(', '),
    ]),
  );
}

/** The pattern of a trigger that lets through all of them and nothing else. */
export function triggerPattern(): string {
  return fence('text', `^${dataLayerName}(${events.map((event) => event.name).join('|')})$`);
}

/** What every event may carry, and how the pushed number of results a page is used. */
export function sharedProperties(): string {
  return table(head, [
    ...everyEvent.map((name) => propertyRow(name, false)),
    [code(pageSize.name), '', 'whole number from 1 up', pageSize.help],
  ]);
}

/** What an item of `impressions` is, in each of its forms. */
export function impressionNames(): string {
  const names = (list: string[]) => list.map(code).join(', ') || '(none)';
  const row = (title: string, shape: ImpressionShape) => [
    title,
    names(shape.identifierNames),
    names(shape.titleNames),
  ];
  return table(
    ['Impressions of', 'What identifies an item (required)', 'Its title'],
    [row('results', impressionShapes.result), row('related searches', impressionShapes.relatedSearch)],
  );
}

/** The properties that the tag itself adds to every event. */
export function identificationNames(): string {
  return identification.map(code).join(', ');
}

function section(event: SearchStaxEvent): string {
  const push = `dataLayer.push(${JSON.stringify({ event: dataLayerEvent(event), [dataLayerName]: event.example })});`;
  return [
    `### ${code(dataLayerEvent(event))}`,
    `${event.title}. Push it when ${uncapitalized(event.when)} SearchStax receives ${code(event.name)}.`,
    // The formatter takes the rules of a script from the file's name.
    fence('js', format(push, 'docs/push.js')),
    table(head, [
      ...event.required.map((name) => propertyRow(name, true)),
      ...event.optional.map((name) => propertyRow(name, false)),
    ]),
  ].join('\n\n');
}

function uncapitalized(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function dataLayerEvent(event: SearchStaxEvent): string {
  return dataLayerName + event.name;
}

function propertyRow(name: string, isRequired: boolean): string[] {
  const property = properties.find((candidate) => candidate.name === name) as Property;
  return [code(name), isRequired ? 'yes' : '', typeInWords(property), property.help];
}

function typeInWords({ type, min, max, maxLength }: Property): string {
  switch (type) {
    case 'boolean':
      return 'true or false';
    case 'text':
      return maxLength ? `text, cut to ${maxLength.toLocaleString('en')} characters` : 'text';
    case 'impressions':
      return '[list](#impressions)';
    default:
      return `${type === 'integer' ? 'whole number' : 'number'} from ${min} ${max === undefined ? 'up' : `to ${max}`}`;
  }
}
