/**
 * GTM's variables, as far as the playground needs them: `{{search.term}}` reads the data layer at that path. On its own
 * it brings the value in its own type; within a text it becomes part of the text.
 */

const whole = /^\s*\{\{([^{}]+)\}\}\s*$/;
const anywhere = /\{\{([^{}]+)\}\}/g;

/** @param read the data layer's value at a path */
export function resolveVariables(value: unknown, read: (path: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveVariables(item, read));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, resolveVariables(item, read)]),
    );
  }
  if (typeof value !== 'string') return value;
  const name = whole.exec(value)?.[1];
  if (name) return read(name.trim());
  return value.replaceAll(anywhere, (_all, path: string) => String(read(path.trim()) ?? ''));
}
