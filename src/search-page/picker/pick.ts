import type { SearchPageSettings } from '../../catalogue/search-page.ts';
import { withoutFragment } from '../address.ts';
import { all, findRoots, isVisible, lineOf } from '../page.ts';
import { presets } from '../presets.ts';
import type { Reading } from '../reading.ts';
import { queryInAddress, read } from '../reading.ts';
import type { Setup } from '../settings.ts';
import { selectorsOf } from './stable.ts';

/** What was clicked on the page. */
export interface Picks {
  title?: Element;
  count?: Element;
  related?: Element;
}

/** The whole of which a part was clicked that only stands out: a highlighted word, a number in bold. */
export function wholeOf(element: Element): Element {
  const parent = element.parentElement;
  return parent && /^(em|mark|b|strong|i|u|font)$/.test(element.localName) ? wholeOf(parent) : element;
}

/** What an element stands in, across the borders of shadow trees. */
function parentOf(element: Element): Element | null {
  return element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
}

function around(element: Element): Element[] {
  const outer = parentOf(element);
  return [element, ...(outer ? around(outer) : [])];
}

/** Elements of the same kind have the same tags around them. */
function shapeOf(element: Element): string {
  return around(element)
    .slice(0, 3)
    .map((each) => each.localName)
    .join(' ');
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

/** The first selector that selects just these, else the one that selects the fewest others with them. */
function selectorFor(wanted: Element[], find: (selector: string) => Element[]): string | undefined {
  const [first] = wanted;
  if (!first) return undefined;
  const fitting = selectorsOf(first)
    .map((selector) => ({ selector, found: find(selector).filter(isVisible) }))
    .filter(({ found }) => wanted.every((element) => found.includes(element)));
  const fewest = Math.min(...fitting.map(({ found }) => found.length));
  return fitting.find(({ found }) => found.length === fewest)?.selector;
}

/** The elements of a list that one of them stands for: those beside it of its shape. */
function besides(element: Element, shape: (each: Element) => string): Element[] {
  const parent = parentOf(element);
  const near = [...((element.parentNode as ParentNode | null)?.children ?? [])];
  const alike = near.filter((each) => shape(each) === shape(element) && isVisible(each));
  return alike.length > 1 || !parent ? alike : [element];
}

/** The result that a title belongs to: the largest part of the page that links to this document alone. */
function resultOf(title: Element): { result: Element; link: Element } | undefined {
  const holder = around(title).find((each) => each.matches('a[href]') || all('a[href]', each)[0]);
  const link = holder && (holder.matches('a[href]') ? holder : all('a[href]', holder)[0]);
  if (!link) return undefined;
  const address = (each: Element) => withoutFragment((each as HTMLAnchorElement).href);
  const others = all('a[href]').filter(
    (each) => shapeOf(each) === shapeOf(link) && address(each) !== address(link),
  );
  const hasOther = (part: Element) => others.some((other) => around(other).includes(part));
  const parts = around(link);
  const result = parts[parts.findIndex(hasOther) - 1];
  return result && { result, link };
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

function onlyOne(element: Element | undefined): string | undefined {
  const parts = element ? around(element).slice(0, 3) : [];
  for (const part of parts) {
    const found = selectorsOf(part).find((selector) => {
      const selected = all(selector).filter(isVisible);
      return selected.length === 1 && selected[0] === part && lineOf(part).length < 200;
    });
    if (found) return found;
  }
  return undefined;
}

/** Where the query is, if it is not where the reader looks for it by itself. */
function querySettings(): SearchPageSettings {
  const signature = /[#&]([\w-]+)_q=/.exec(location.hash)?.[1];
  if (signature) return { signature };
  if (queryInAddress({})) return {};
  const field = all('input').find(
    (each) =>
      /^(search|text)$/.test((each as HTMLInputElement).type) &&
      (each as HTMLInputElement).value.trim() &&
      isVisible(each),
  ) as HTMLInputElement | undefined;
  const inAddress = [...new URLSearchParams(location.search), ...new URLSearchParams(location.hash.slice(1))];
  const parameter = inAddress.find(([, value]) => field && value.trim() === field.value.trim())?.[0];
  if (parameter) return { queryParameter: parameter };
  const queryInput = onlyOne(field);
  return queryInput ? { queryInput } : {};
}

/** The settings with which the reader reads the page of which these were clicked. */
export function settingsFor(picks: Picks): SearchPageSettings {
  findRoots();
  const query = querySettings();
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
  return { preset: 'generic', ...genericSettings(picks.title, headline), ...more };
}

function genericSettings(title: Element, headline: string): SearchPageSettings {
  const found = resultOf(title);
  if (!found) return {};
  const results = selectorFor(
    besides(found.result, (each) => each.localName),
    (selector) => all(selector),
  );
  if (!results) return {};
  const settings: SearchPageSettings = { results };
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
