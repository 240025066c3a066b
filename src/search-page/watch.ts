import { roots } from './page.ts';

/** What stands for a node in the document itself: the host of the outermost shadow tree that it is in. */
function inDocument(node: Node): Node {
  const host = (node.getRootNode() as ShadowRoot).host;
  return host ? inDocument(host) : node;
}

/**
 * Observes all that was read: the smallest part of the page that holds it, the shadow trees, and the children of
 * everything around it, since a page may replace the whole part.
 */
export function watch(observer: MutationObserver, read: Element[]): void {
  const nodes = read.map(inDocument);
  let isAround = false;
  const observe = (node: Node) => {
    observer.observe(node, {
      childList: true,
      characterData: true,
      attributeFilter: ['class', 'style', 'hidden', 'href'],
      subtree: !isAround,
    });
  };
  roots.slice(1).forEach(observe);
  for (let part = nodes[0] && nodes[0].parentNode; part; part = part.parentNode) {
    if (isAround || nodes.every((node) => (part as Node).contains(node))) {
      observe(part);
      isAround = true;
    }
  }
}
