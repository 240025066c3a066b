/**
 * Pushes one message to the data layers that GTM on this page reads, as the companion does: the one that the page's
 * setting names, else what GTM's containers say themselves, else `dataLayer`.
 */
export function push(message: object): void {
  const page = window as unknown as Record<string, object[] | undefined>;
  const containers = Object(page.google_tag_manager);
  let names = [Object(page.searchstaxSitecore).dataLayer];
  if (!names[0] || isUnresolved(names[0]))
    names = Object.keys(containers)
      .map((id) => !id.indexOf('GTM-') && Object(Object(containers[id]).dataLayer).name)
      .filter((name, index, all) => name && all.indexOf(name) === index);
  (names[0] ? names : ['dataLayer']).forEach((name: string) => {
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
