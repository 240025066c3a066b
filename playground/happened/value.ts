import { type Child, element } from '../element.ts';

/** How many items of a list show before the rest folds. */
const shownItems = 3;

/** How many characters of a long text show. */
const shownCharacters = 240;

/** A JSON value as text, lists with one item a line. */
export function valueContent(value: unknown): Child {
  if (value === undefined) return element('span', { class: 'dim' }, '–');
  if (!Array.isArray(value)) return textContent(json(value));
  const items = value.map((item) => element('li', {}, itemContent(item)));
  if (items.length <= shownItems + 1) return element('ol', { class: 'items' }, ...items);
  return element(
    'div',
    {},
    element('ol', { class: 'items' }, ...items.slice(0, shownItems)),
    element(
      'details',
      { class: 'more' },
      element('summary', {}, `${items.length - shownItems} more`),
      element('ol', { class: 'items', start: shownItems + 1 }, ...items.slice(shownItems)),
    ),
  );
}

function textContent(text: string): HTMLElement {
  if (text.length <= shownCharacters * 1.5) return element('code', {}, text);
  return element(
    'div',
    {},
    element('code', {}, `${text.slice(0, shownCharacters)}…`),
    element(
      'details',
      { class: 'more' },
      element('summary', {}, `All ${text.length.toLocaleString('en')} characters`),
      element('code', {}, text),
    ),
  );
}

/** An item of a list: its place first, for the lists that SearchStax takes. */
function itemContent(item: unknown): HTMLElement {
  if (typeof item !== 'object' || item === null) return element('code', {}, json(item));
  const { position, ...rest } = item as { position?: unknown };
  const named = Object.entries({ ...(position !== undefined && { position }), ...rest });
  const parts = named.flatMap(([name, value]) => [
    element('span', { class: 'dim' }, name),
    ` ${json(value)} `,
  ]);
  return element('code', {}, ...parts);
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
