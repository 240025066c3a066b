import { parentOf } from './page.ts';

const changes = { childList: true, attributes: true, attributeFilter: ['class', 'style', 'hidden', 'href'] };
const changesBelow = {
  childList: true,
  attributes: true,
  attributeFilter: changes.attributeFilter,
  characterData: true,
  subtree: true,
};

/**
 * Observes all that was read: the smallest part of the page that holds it, the shadow trees, and the children of
 * everything around it, since a page may replace the whole part.
 */
export function watch(observer: MutationObserver, from: Element[], roots: ParentNode[]): void {
  // What is in a shadow tree stands in the document by its host.
  const inDocument = from.map((element) => {
    let node: Node = element;
    while (node.getRootNode() !== document && parentOf(node)) node = parentOf(node) as Node;
    return node;
  });
  let part: Node | null = inDocument[0] ? inDocument[0].parentNode : null;
  const holdsAll = () => inDocument.every((node) => (part as Node).contains(node));
  while (part && !holdsAll()) part = part.parentNode;
  if (part) observer.observe(part, changesBelow);
  roots.slice(1).forEach((root) => {
    observer.observe(root, changesBelow);
  });
  while (part) {
    part = part.parentNode;
    if (part) observer.observe(part, changes);
  }
}
