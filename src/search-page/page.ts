/** Where elements can stand: the document and the open shadow roots in it, those of its top first. */
let roots: ParentNode[] = [];

/** Looks for shadow roots anew: attaching one is no change that a page announces. */
export function findRoots(): ParentNode[] {
  roots = rootsIn(document);
  return roots;
}

function rootsIn(root: ParentNode): ParentNode[] {
  const found = [root];
  const add = (element: Element) => {
    if (element.shadowRoot) found.push.apply(found, rootsIn(element.shadowRoot));
  };
  add(root as Element);
  [].forEach.call(root.querySelectorAll('*'), add);
  return found;
}

/** All elements that a selector selects, in the document or in an element, in open shadow trees too. */
export function all(selector: string | undefined, within?: Element): Element[] {
  let found: Element[] = [];
  if (selector)
    (within ? (roots[1] ? rootsIn(within) : [within]) : roots).forEach((root) => {
      found = found.concat([].slice.call(root.querySelectorAll(selector)));
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
    : !element.closest('[hidden],[style*="display:none"],[style*="display: none"]');
}

/** The node that it stands in, across the borders of shadow trees. */
export function parentOf(node: Node): Node | null {
  return node.parentNode || (node as ShadowRoot).host;
}

/**
 * The text of an element as the tree has it, shadow trees and what is slotted into them included.
 * @param border what stands at the borders of elements; by default a space where a line ends, else nothing
 */
export function textOf(node: Node | undefined, border?: string): string {
  if (!node) return '';
  if (node.nodeType === 3) return (node as Text).data;
  if (/^(SCRIPT|STYLE|TEMPLATE|#comment)$/i.test(node.nodeName)) return '';
  const shadow = (node as Element).shadowRoot;
  const slotted = (node as HTMLSlotElement).assignedNodes ? (node as HTMLSlotElement).assignedNodes() : [];
  const edge = border || (/^(BR|P|DIV|LI|H\d)$/.test(node.nodeName) ? ' ' : '');
  const inside = [].map.call(slotted[0] ? slotted : (shadow || node).childNodes, (child: Node) =>
    textOf(child, border),
  );
  return edge + inside.join('') + edge;
}

/** The same as one line. */
export function lineOf(node: Node | undefined): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}
