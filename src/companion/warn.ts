const said: Record<string, boolean> = {};

/** Says something in the console, once for its kind and page. */
export function warn(kind: unknown, text: string): void {
  if (said[kind as string]) return;
  said[kind as string] = true;
  console.warn(`searchstaxSitecore: ${text}`);
}
