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

/**
 * All elements that a selector selects, in the document or an element, which may be one of them; in open shadow trees
 * too. None where it is no selector.
 */
export function all(selector: string | undefined, within?: Element): Element[] {
  const found: Element[] = [];
  try {
    if (within && within.matches(selector as string)) found.push(within);
    (within ? (roots[1] ? rootsIn(within, []) : [within]) : roots).forEach((root) => {
      root.querySelectorAll(selector as string).forEach((element) => {
        found.push(element);
      });
    });
  } catch (_error) {
    // No selector.
  }
  return found;
}

/**
 * Whether an element can be seen, wherever the page is scrolled to. The browser answers from its styles, which it may
 * have to bring up to date, as it does before every frame; no layout is needed for it. In browsers from before 2024
 * that cannot answer, everything can.
 */
export function isVisible(element: Element): boolean {
  return !element.checkVisibility || element.checkVisibility({ checkVisibilityCSS: true });
}

/** The text of an element, as one line. */
export function lineOf(element: Element): string {
  return (element.textContent as string).replace(/\s+/g, ' ').trim();
}
