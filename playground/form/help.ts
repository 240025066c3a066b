/** A field's help: templates write it with a little HTML, of which GTM shows these elements. */
const shown = ['b', 'i', 'em', 'strong', 'code', 'ul', 'ol', 'li', 'p', 'br'] as const;

/** The help as elements; every other tag and every attribute is dropped, links keep their https address. */
export function helpContent(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const fragment = document.createDocumentFragment();
  fragment.append(...[...parsed.body.childNodes].flatMap(safe));
  return fragment;
}

function safe(node: Node): Node[] {
  if (node instanceof Text) return [document.createTextNode(node.data)];
  if (!(node instanceof Element)) return [];
  const children = [...node.childNodes].flatMap(safe);
  const name = shown.find((tag) => tag === node.localName);
  const link = node.localName === 'a' && node.getAttribute('href');
  if (!name && !link) return children;
  const kept = document.createElement(name ?? 'a');
  if (link && /^https:\/\//i.test(link)) {
    kept.setAttribute('href', link);
    kept.setAttribute('rel', 'noreferrer');
    kept.setAttribute('target', '_blank');
  }
  kept.append(...children);
  return [kept];
}
