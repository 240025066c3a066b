// What the fields mean, read with the browser's own URL parser instead of the tag's code.

/** Every host that a person could mean by what stands in "Analytics host". */
export function analyticsHosts(typed: unknown): string[] {
  if (typed === undefined) return ['analytics-us.searchstax.com'];
  const text = String(typed).trim();
  return [text, `https://${text}`, `https:${text}`].flatMap((candidate) => urlOf(candidate)?.hostname || []);
}

/** The pixel's address: on the page's own host, unless an https URL was typed. */
export function pixelOf(fields: Record<string, unknown>, pageUrl: string): URL | undefined {
  const typed = textOf(fields.pixelUrl) ?? '/-/media/goals/trigger';
  if (/^https:\/\//i.test(typed)) return urlOf(typed);
  const { host } = new URL(pageUrl);
  return urlOf(`https://${host}${typed.startsWith('/') ? '' : '/'}${typed}`);
}

export function queryKeyOf(fields: Record<string, unknown>): string {
  return textOf(fields.queryKey) ?? 'sc_trk';
}

/** Every goal that the fields name. */
export function goalsOf(fields: Record<string, unknown>): string[] {
  const rows = Array.isArray(fields.routes) ? fields.routes : listOf(fields.routes);
  return [fields.goal, ...rows.map((row) => (row as { goal?: unknown } | null)?.goal)].flatMap(
    (goal) => textOf(goal) ?? [],
  );
}

/** A variable in a text field may bring a number; one that JSON would not keep exactly counts as no text. */
function textOf(value: unknown): string | undefined {
  const isExact = typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  const text = typeof value === 'string' || isExact ? String(value).trim() : '';
  return text === '' ? undefined : text;
}

function listOf(value: unknown): unknown[] {
  try {
    const list: unknown = JSON.parse(String(value));
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
