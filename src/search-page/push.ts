/**
 * Pushes one message to the data layers that GTM on this page reads, as the companion does: the one that the page's
 * setting names, else what GTM's containers say themselves, else `dataLayer`.
 */
export function push(message: object): void {
  const page = window as unknown as Record<string, object[] | undefined>;
  const containers = Object(page.google_tag_manager);
  const chosen = Object(page.searchstaxSitecore).dataLayer;
  let names: string[] = [];
  if (chosen && !isUnresolved(chosen)) names = [chosen];
  else
    for (const id in containers) {
      const name = Object(Object(containers[id]).dataLayer).name;
      if (name && !id.indexOf('GTM-') && names.indexOf(name) < 0) names.push(name);
    }
  (names[0] ? names : ['dataLayer']).forEach((name) => {
    const layer = page[name] || [];
    page[name] = layer;
    // GTM writes its own number into the message.
    layer.push(Object.assign({}, message));
  });
}

/** True where a value holds the double brace of a GTM variable that nobody has filled in. */
export function isUnresolved(value: string): boolean {
  // Written so that GTM, whose Custom HTML tag carries this, sees no variable here.
  return /[{]{2}/.test(value);
}
