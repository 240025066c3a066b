/**
 * Pushes one message to the data layer that GTM on this page reads, as the companion does: the one that the page's
 * setting names, else what GTM's container says itself, else `dataLayer`.
 */
export function push(message: object): void {
  const page = window as unknown as Record<string, object[] | undefined>;
  const containers = Object(page.google_tag_manager);
  let name = Object(page.searchstaxSitecore).dataLayer;
  if (isUnresolved(name)) name = '';
  for (const id in containers)
    if (!id.indexOf('GTM-')) name = name || Object(Object(containers[id]).dataLayer).name;
  name = name || 'dataLayer';
  page[name] = page[name] || [];
  (page[name] as object[]).push(message);
}

/** True where a value holds the double brace of a GTM variable that nobody has filled in. */
export function isUnresolved(value: string): boolean {
  // Written so that GTM, whose Custom HTML tag carries this, sees no variable here.
  return /[{]{2}/.test(value);
}
