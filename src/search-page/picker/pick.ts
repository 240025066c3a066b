import type { SearchPageSettings } from '../../catalogue/search-page.ts';
import { withoutFragment } from '../address.ts';
import { all, findRoots, isVisible, lineOf } from '../page.ts';
import { presets } from '../presets.ts';
import type { Reading } from '../reading.ts';
import { queryInAddress, read } from '../reading.ts';
import type { Setup } from '../settings.ts';
import { pageSettings, querySettings } from './parameters.ts';
import { around, hasOwnText, namesOf, onlyOne, parentOf, selectorFor } from './stable.ts';

/** What was clicked on the page. */
export interface Picks {
  title?: Element;
  count?: Element;
  related?: Element;
  field?: Element;
  /** The link that a click on the title hits, which need not be around it. */
  link?: Element;
}

const standsOut = /^(em|mark|b|strong|i|u|font)$/;

/** The whole of which a part was clicked that only stands out: a highlighted word, a number in bold. */
export function wholeOf(element: Element): Element {
  const parent = element.parentElement;
  const isPart =
    parent &&
    standsOut.test(element.localName) &&
    (hasOwnText(parent) || [...parent.children].every((each) => standsOut.test(each.localName)));
  return isPart ? wholeOf(parent) : element;
}

/** Elements of the same kind have the same tags around them. */
function shapeOf(element: Element): string {
  return around(element)
    .slice(0, 3)
    .map((each) => each.localName)
    .join(' ');
}

/** Whether an element is to its own result what another is to another one: of the same shape, and not named otherwise. */
function isAlike(one: Element, other: Element): boolean {
  const names = namesOf(one);
  return (
    shapeOf(one) === shapeOf(other) &&
    (names.length === 0 || namesOf(other).some((name) => names.includes(name)))
  );
}

/** The settings with their preset, as the reader uses them. */
export function setupOf(settings: SearchPageSettings): Setup {
  return { ...presets[settings.preset ?? ''], ...settings };
}

/** The page as the reader reads it with these settings. */
export function readWith(settings: SearchPageSettings): { query: string; reading: Reading } {
  findRoots();
  const setup = setupOf(settings);
  const inField = all(setup.queryInput)
    .map((field) => (field as HTMLInputElement).value.trim())
    .join(' ');
  const query = queryInAddress(setup) || inField;
  return { query, reading: read(setup, () => query) };
}

/** The elements of a list that one of them stands for: those beside it of its shape. */
function besides(element: Element, shape: (each: Element) => string): Element[] {
  const parent = parentOf(element);
  const near = [...((element.parentNode as ParentNode | null)?.children ?? [])];
  const alike = near.filter((each) => shape(each) === shape(element) && isVisible(each));
  return alike.length > 1 || !parent ? alike : [element];
}

/**
 * The result that a title belongs to: the largest part of the page that holds no other such title, or that links to this
 * document alone.
 */
function resultOf(title: Element, hit?: Element): { result: Element; link: Element } | undefined {
  const holder = hit ?? around(title).find((each) => all('a[href]', each)[0]);
  const link = holder && all('a[href]', holder)[0];
  if (!link) return undefined;
  const address = (each: Element) => withoutFragment((each as HTMLAnchorElement).href);
  const isBeside = hit && !around(title).includes(link);
  const own = isBeside ? title : link;
  const others = all(isBeside ? title.localName : 'a[href]').filter(
    (each) =>
      each !== own && isAlike(own, each) && (isBeside ? isVisible(each) : address(each) !== address(link)),
  );
  const hasOther = (part: Element) => others.some((other) => around(other).includes(part));
  const parts = around(own);
  const result = parts[parts.findIndex(hasOther) - 1];
  return result && around(link).includes(result) ? { result, link } : undefined;
}

const idNames = /(^|-)(id|uid|key|sku)$|(document|result|item|product)-?id$/i;

/** An attribute of the results, or of their links, that holds another value for each. */
function idAttribute(hits: Reading['hits']): string | undefined {
  for (const part of ['element', 'anchor'] as const) {
    const names = hits[0]?.[part].getAttributeNames() ?? [];
    const found = names.find((name) => {
      const values = hits.map((hit) => hit[part].getAttribute(name)?.trim());
      return (
        name !== 'id' && idNames.test(name) && values.every(Boolean) && new Set(values).size === hits.length
      );
    });
    if (found && hits.length > 1) return found;
  }
  return undefined;
}

/** The settings with which the reader reads the page of which these were clicked. */
export function settingsFor(picks: Picks): SearchPageSettings {
  findRoots();
  const query = querySettings(picks.field);
  const related = picks.related && relatedSelector(picks.related);
  const total = onlyOne(picks.count);
  const more = { ...query, ...(total ? { total } : {}), ...(related ? { related } : {}) };
  if (!picks.title) return more;
  const headline = lineOf(picks.title);
  const known = (['searchstax', 'sxa'] as const).find((preset) =>
    readWith({ preset }).reading.hits.some((hit) => hit.headline === headline),
  );
  if (known) {
    const own = presets[known] ?? {};
    // What the preset finds by itself needs no setting.
    const readable = readWith({ preset: known, ...query }).reading;
    return {
      preset: known,
      ...query,
      ...(total && total !== own.total && readable.sum === undefined ? { total } : {}),
      ...(related && readable.suggestions.length === 0 ? { related } : {}),
    };
  }
  return {
    preset: 'generic',
    ...genericSettings(picks, headline),
    ...pageSettings(readWith(query).query),
    ...more,
  };
}

function genericSettings({ title, link }: Picks, headline: string): SearchPageSettings {
  const found = title && resultOf(title, link);
  if (!found) return {};
  const results = selectorFor(
    besides(found.result, (each) => each.localName),
    (selector) => all(selector),
  );
  if (!results) return {};
  const settings: SearchPageSettings = { results };
  const elements = new Set(readWith(settings).reading.hits.map(({ element }) => element));
  // One within another: elements without names, which a selector cannot tell from what is around them.
  if ([...elements].some((each) => around(each).some((outer) => outer !== each && elements.has(outer))))
    return {};
  const at = (wanted: SearchPageSettings) =>
    readWith(wanted).reading.hits.find((hit) => hit.element === found.result);
  if (at(settings)?.anchor !== found.link) {
    settings.link = selectorFor([found.link], (selector) => all(selector, found.result).slice(0, 1));
  }
  if (at(settings)?.headline !== headline) {
    settings.title = selectorFor([title], (selector) => all(selector, found.result).slice(0, 1));
  }
  const id = idAttribute(readWith(settings).reading.hits);
  if (id) settings.id = id;
  for (const name of ['link', 'title'] as const) if (!settings[name]) delete settings[name];
  return settings;
}

function relatedSelector(picked: Element): string | undefined {
  const item = picked.closest('a,button') ?? picked;
  const alike = besides(item, (each) => each.localName);
  if (alike.length > 1) return selectorFor(alike, (selector) => all(selector));
  // Each in an element of its own, as in a list.
  const outer = parentOf(item);
  const items = outer ? besides(outer, (each) => each.localName) : [];
  const inside = items.flatMap((each) => all(item.localName, each).slice(0, 1));
  return selectorFor(
    inside.includes(item) ? [item, ...inside.filter((each) => each !== item)] : [item],
    (selector) => all(selector),
  );
}
