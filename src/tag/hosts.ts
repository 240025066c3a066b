// ---- Hosts ----

// Labels of letters, digits and hyphens, at least two of them.
const hostPattern = '^[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)+$';

/** What is left of a text when it begins with a given start; undefined if it does not. */
export function after(start: string, text: string): string | undefined {
  return text.toLowerCase().indexOf(start) === 0 ? text.slice(start.length) : undefined;
}

/** A text up to the first of some characters. */
function upTo(ends: string[], text: string): string {
  return ends.reduce((so, end) => so.split(end)[0] as string, text);
}

/**
 * The host in what people paste: a host, a URL, a URL without its scheme. Undefined if there is none, or one with a port
 * that GTM does not call.
 */
export function toHost(pasted: string): string | undefined {
  const rest = after('https://', pasted) || after('http://', pasted) || after('//', pasted) || pasted;
  const host = upTo(['/', '?', '#'], rest).toLowerCase();
  const name = host.slice(-4) === ':443' ? host.slice(0, -4) : host;
  return name.match(hostPattern) ? name : undefined;
}
