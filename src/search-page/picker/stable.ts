import { className as isWordLike } from '@medv/finder';
import { all, isVisible, lineOf } from '../page.ts';

/** What build tools write into class names (`css-1x2y3z`, `sc-abc123`, `jsx-123456`), and what only says a state. */
const generated = /^(css|sc|jsx|svelte|emotion|styled|ng|_)[-_]|__|\d{3}/i;
const states =
  /^(is-|has-|js-)|(^|-)(active|selected|current|open|hover|focus|visited|first|last|odd|even|loaded)$/i;

/** Attributes that name what an element is, the most telling first. */
const telling = ['data-testid', 'data-test', 'data-qa', 'data-component', 'itemtype', 'role'];

/** Selectors of one part that say what an element is and will still do so after the site's next release. */
export function namesOf(element: Element): string[] {
  const attributes = telling
    .filter((name) => element.getAttribute(name))
    .map((name) => `[${name}=${CSS.escape(element.getAttribute(name) ?? '')}]`);
  const classes = [...element.classList]
    .filter((name) => isWordLike(name) && !generated.test(name) && !states.test(name))
    .map((name) => `.${CSS.escape(name)}`);
  const pairs = classes.flatMap((one, index) => classes.slice(index + 1).map((other) => one + other));
  const id = element.id && isWordLike(element.id) ? [`#${CSS.escape(element.id)}`] : [];
  return [...id, ...attributes, ...classes, ...pairs];
}

/** Selectors of an element, from the most to the least telling; within those of the elements around it at last. */
export function selectorsOf(element: Element): string[] {
  const tag = element.localName;
  const own = [...namesOf(element).filter((name) => !name.startsWith('#')), tag];
  const around: string[] = [];
  let outer = element.parentElement;
  for (let level = 0; outer && level < 5; level++, outer = outer.parentElement) {
    const link = level === 0 ? ' > ' : ' ';
    around.push(...namesOf(outer).flatMap((name) => own.map((inner) => name + link + inner)));
  }
  const unique = namesOf(element).filter((name) => name.startsWith('#'));
  return [...unique, ...own.slice(0, -1), ...own.slice(0, -1).map((name) => tag + name), ...around, tag];
}

/** What an element stands in, across the borders of shadow trees. */
export function parentOf(element: Element): Element | null {
  return element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
}

/** An element, and what it stands in, from the inside out. */
export function around(element: Element): Element[] {
  const outer = parentOf(element);
  return [element, ...(outer ? around(outer) : [])];
}

/** The first selector that selects just these, else the one that selects the fewest others with them. */
export function selectorFor(wanted: Element[], find: (selector: string) => Element[]): string | undefined {
  const [first] = wanted;
  if (!first) return undefined;
  const fitting = selectorsOf(first)
    .map((selector) => ({ selector, found: find(selector).filter(isVisible) }))
    .filter(({ found }) => wanted.every((element) => found.includes(element)));
  const fewest = Math.min(...fitting.map(({ found }) => found.length));
  return fitting.find(({ found }) => found.length === fewest)?.selector;
}

/** A selector of an element, or of what stands around it closely, that selects nothing else that is visible. */
export function onlyOne(element: Element | undefined): string | undefined {
  const parts = element
    ? around(element)
        .slice(0, 3)
        .filter((part) => !part.contains(document.body))
    : [];
  for (const part of parts) {
    const found = selectorsOf(part).find((selector) => {
      const selected = all(selector).filter(isVisible);
      return selected.length === 1 && selected[0] === part && lineOf(part).length < 200;
    });
    if (found) return found;
  }
  return undefined;
}

/** Whether text stands in an element itself, not only in what it holds. */
export function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
}
