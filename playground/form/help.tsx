import { type ComponentChild, h } from 'preact';

/** A field's help: templates write it with a little HTML, of which GTM shows these elements. */
const shown = ['b', 'i', 'em', 'strong', 'code', 'ul', 'ol', 'li', 'p', 'br'];

/** The help as elements; every other tag and every attribute is dropped, links keep their https address. */
export function helpContent(html: string): ComponentChild[] {
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].map(safe);
}

function safe(node: Node): ComponentChild {
  if (!(node instanceof Element)) return node instanceof Text ? node.data : null;
  const children = [...node.childNodes].map(safe);
  const href = node.localName === 'a' && node.getAttribute('href');
  if (href && /^https:\/\//i.test(href)) {
    return (
      <a href={href} rel="noreferrer" target="_blank">
        {children}
      </a>
    );
  }
  return shown.includes(node.localName) ? h(node.localName, {}, children) : children;
}
