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
  const observe = (node: Node, subtree: boolean) => {
    observer.observe(node, {
      childList: true,
      attributes: true,
      subtree: subtree,
    });
  };
  let part: Node | null = read.map(inDocument).reduce((part, node) => {
    while (!part.contains(node)) part = part.parentNode as Node;
    return part;
  });
  observe(part, true);
  for (part = part.parentNode; part; part = part.parentNode) observe(part, false);
  roots.slice(1).forEach((root) => {
    observe(root, true);
  });
}
