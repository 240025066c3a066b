type Root = Document | ShadowRoot | Element;

/** Where elements can stand: the document and the open shadow roots in it. */
export let roots: Root[] = [];

/** Looks for shadow roots anew. */
export function findRoots(): void {
  roots = rootsIn(document, []);
}

function rootsIn(root: Root, found: Root[]): Root[] {
  found.push(root);
  const enter = (element: Root) => {
    const shadow = (element as Element).shadowRoot;
    if (shadow) rootsIn(shadow, found);
  };
  enter(root);
  root.querySelectorAll('*').forEach(enter);
  return found;
}

/** All elements that a selector selects, in the document or in an element, in open shadow trees too. */
export function all(selector: string | undefined, within?: Element): Element[] {
  const found: Element[] = [];
  if (selector)
    (within ? (roots[1] ? rootsIn(within, []) : [within]) : roots).forEach((root) => {
      root.querySelectorAll(selector).forEach((element) => {
        found.push(element);
      });
    });
  return found;
}

/** The element itself, or the first in it, that a selector selects. */
export function first(element: Element, selector: string | undefined): Element | undefined {
  return selector && element.matches(selector) ? element : all(selector, element)[0];
}

/**
 * Whether an element can be seen, wherever the page is scrolled to. The browser answers from its styles, which it may
 * have to bring up to date, as it does before every frame; no layout is needed for it.
 */
export function isVisible(element: Element): boolean {
  return element.checkVisibility
    ? element.checkVisibility({ checkVisibilityCSS: true })
    : !element.closest('[hidden]');
}

/** The text of an element, as one line. */
export function lineOf(element: Element | undefined): string {
  return element ? (element.textContent as string).replace(/\s+/g, ' ').trim() : '';
}
