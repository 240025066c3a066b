/**
 * All the page needs of a framework: make an element, with attributes and children, in one expression. Texts go in as
 * text nodes, never as HTML.
 */

export type Child = Node | string | number | false | null | undefined;

/** `on…` with a function listens; true is an attribute without a value; false, null and undefined leave it out. */
export interface Attributes {
  [name: string]: string | number | boolean | null | undefined | ((event: Event) => void);
}

/** Properties rather than attributes: what the attribute of that name sets is the default only. */
const live = ['value', 'checked', 'selected', 'indeterminate'];

/** @returns `<tag ...attributes>children</tag>` */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.append(...nodes(children));
  // After the children: a SELECT takes its value from its options.
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (live.includes(name)) Object.assign(made, { [name]: value });
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  return made;
}

/** Puts other children in an element's place of the old ones. */
export function fill(parent: Element, ...children: Child[]): void {
  parent.replaceChildren(...nodes(children));
}

let lastId = 0;

/** An ID for an element that another one names in `for` or `aria-…`. */
export function uniqueId(name: string): string {
  return `${name}-${++lastId}`;
}

function nodes(children: Child[]): (Node | string)[] {
  return children.flatMap((child) => {
    if (child === undefined || child === null || child === false || child === '') return [];
    return [typeof child === 'number' ? String(child) : child];
  });
}
