// ---- Hosts ----

/**
 * The host in what people paste: a host, a URL, a URL without its scheme. Undefined if there is none, or one with a port
 * that GTM does not call. A host's labels are letters, digits and hyphens, at least two labels.
 */
export function toHost(pasted: string): string | undefined {
  return (pasted
    .toLowerCase()
    .match('^(?:(?:https?:)?//)?(?=[a-z0-9-]+[.])([a-z0-9]+(?:(?:-+|[.])[a-z0-9]+)+)(?::443)?(?:[/?#]|$)') ||
    [])[1];
}
