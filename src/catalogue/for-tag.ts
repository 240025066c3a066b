/**
 * What the tag takes from the catalogue at run time: names, types, limits and required lists, no words. The build
 * evaluates this module and writes its exports into the tag as plain data: texts, which cost GTM's interpreter nothing
 * until the event that they are for fires, and which every visitor downloads, so nothing stands in them twice.
 */
import { events, everyEvent } from './events.ts';
import { impressionShapes } from './impressions.ts';
import { type Property, type PropertyRule, properties } from './properties.ts';

/** In words, as the console says it; a text's greatest length behind it. `text` alone is the usual kind, and goes without saying. */
function kindOf({ type, min, max, maxLength }: PropertyRule): string {
  if (type === 'boolean') return 'true or false';
  if (type === 'text') return maxLength === undefined ? '' : `text ${maxLength}`;
  const limits = `from ${min} ${max === undefined ? 'up' : `to ${max}`}`;
  return `a ${type === 'integer' ? 'whole ' : ''}number ${limits}`;
}

/** Without `impressions`, which is no single value, and has rules of its own. */
function single(): Property[] {
  return properties.filter(({ type }) => type !== 'impressions');
}

function namesOf(test: (property: PropertyRule) => boolean, separator = '|'): string {
  return single()
    .filter(test)
    .map(({ name }) => name)
    .join(separator);
}

function ofEach<Item extends { name: string }>(items: Item[], value: (item: Item) => string | undefined) {
  const values: { [name: string]: string } = {};
  for (const item of items) {
    const own = value(item);
    if (own) values[item.name] = own;
  }
  return values;
}

/** Properties that are not just texts, by their kind: ` name name =kind;`. */
export const propertyKinds: string = single()
  .map(kindOf)
  .filter((kind, order, all) => kind !== '' && all.indexOf(kind) === order)
  .map((kind) => ` ${namesOf((property) => kindOf(property) === kind, ' ')} =${kind};`)
  .join('');

/** The pattern of the names of those that are true or false. */
export const booleanNames: string = `^(?:${namesOf(({ type }) => type === 'boolean')})$`;

function isText(name: string): boolean {
  return single().some((property) => property.name === name && kindOf(property) === '');
}

/** Names, without that of the impressions, a `|` before each. */
function listed(names: string[]): string {
  return [''].concat(names.filter((name) => single().some((property) => property.name === name))).join('|');
}

/** A list's first and the texts that follow it, `|` between them, and the others behind them, a `|` before each. */
function grouped(names: string[]): { texts: string; others: string } {
  const texts = names.filter((_name, order) =>
    names.slice(0, order + 1).every((name, at) => at === 0 || isText(name)),
  );
  return { texts: texts.join('|'), others: listed(names.slice(texts.length)) };
}

/**
 * What each event carries, the required first: how many those are, the names of the texts at its beginning, which are
 * required, of the others that are, and of the rest.
 */
export const eventProperties = ofEach(events, ({ required, optional }) => {
  const { texts, others } = grouped(required);
  return `${required.length} ${texts} ${others} ${listed(optional)}`;
});

/** What every event may carry beside its own. */
export const everyEventProperties: string = `|${grouped(everyEvent).texts}${grouped(everyEvent).others}`;

/** The pattern of a text that can be sent as it is: not blank, which is certain where it begins with no white space. */
export const plainText: string = '"[^"\\\\\\s](?:\\\\.|[^"\\\\])*"';

function isSpecial({ type, max, maxLength }: PropertyRule): boolean {
  return type === 'boolean' || max !== undefined || maxLength !== undefined;
}

/**
 * The pattern of an event's values, as JSON writes them, if they can be sent as they are: texts, and whole numbers. What
 * is of another kind, or must not be 0 and is, is always looked at. Between these parts stand the names of what is
 * required, their number, the names of the texts, and of the others.
 */
export const plainStart: string = `^(?![^]*"(?:${namesOf(isSpecial)}|(?:${namesOf(({ min }) => min === 1)})":0))(?=(?:[^]*?"(?:`;
export const plainCount: string = ')":){';
export const plainTexts: string = '})[{](?:,?"(?:(?:';
export const plainOthers: string = `|${grouped(everyEvent).texts})":${plainText}|(?:${grouped(everyEvent).others.slice(1)}`;
export const plainEnd: string = ')":[0-9]{1,15}))+}$';

/**
 * What an item of an event's `impressions` is called, between commas: its identifier on the wire, the pattern of that and
 * its title, and the names in use for each, the wire's own first.
 */
export const impressionNames = ofEach(events, ({ impressions }) => {
  if (!impressions) return undefined;
  const { identifier, identifierNames, title, titleNames } = impressionShapes[impressions];
  const texts = title ? `${identifier}|${title}` : identifier;
  return [identifier, texts, identifierNames.join(' '), titleNames.join(' ')].join(',');
});
