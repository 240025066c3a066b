import { lineOf } from '../page.ts';
import { fields } from './parameters.ts';
import type { Picks } from './pick.ts';
import { around } from './stable.ts';

/** What a marketer points at: an element, and the link that a click there hits. */
export interface Pointed {
  element: Element;
  link?: Element | undefined;
  /** Whether the pointer is on the element's text, or on the field, not somewhere beside it. */
  isExact: boolean;
}

/** All that lies under a point, the uppermost first, in open shadow trees too. */
function elementsAt(x: number, y: number, root: Document | ShadowRoot = document): Element[] {
  return root.elementsFromPoint(x, y).flatMap((element) => {
    if (element.getRootNode() !== root) return [];
    return element.shadowRoot ? [...elementsAt(x, y, element.shadowRoot), element] : [element];
  });
}

/** Whether text of the element's own stands at a point. */
function hasTextAt(element: Element, x: number, y: number): boolean {
  return [...element.childNodes].some((node) => {
    if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) return false;
    const range = document.createRange();
    range.selectNode(node);
    return [...range.getClientRects()].some(
      ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
    );
  });
}

/**
 * What the pointer is on, as someone sees it who reads the page: a link may be stretched over all of its card, so that
 * a click on the card's title hits the link.
 */
export function pointedAt(event: MouseEvent, wanted: keyof Picks): Pointed {
  const { clientX: x, clientY: y } = event;
  const hit = event.composedPath()[0] as Element;
  const stack = elementsAt(x, y);
  // A click that a script or a reading aid makes has no place.
  const under = stack.includes(hit) ? stack.slice(stack.indexOf(hit)) : [hit];
  if (wanted === 'field') {
    const field = under.find((element) => element.matches(fields));
    return { element: field ?? hit, isExact: Boolean(field) };
  }
  const link = around(hit).find((element) => element.matches('a[href]'));
  // What is stretched ends at its positioned box; what lies beneath that is covered, as by a menu.
  const card = (hit as HTMLElement).offsetParent;
  const seen = under.filter((element) => element === hit || (card && around(element).includes(card)));
  const text = seen.find((element) => hasTextAt(element, x, y));
  if (text) return { element: text, link, isExact: true };
  const heading = seen.find((element) => /^h[1-6]$/.test(element.localName) && lineOf(element));
  return { element: heading ?? hit, link, isExact: Boolean(heading) };
}
