const said: Record<string, boolean> = {};

/** Says something in the console, once a page. */
export function warn(message: string): void {
  if (said[message]) return;
  said[message] = true;
  console.warn(`searchstaxSitecore: ${message}`);
}
