const KEY = /^[a-z$_][\w-$]*$/i;
const PATTERN = /^(?:[a-z_$][a-z-_$0-9]*\.)*[a-z_$][a-z-_$0-9]*(?:\.\*)?$/i;

/**
 * Whether a data layer key is one of the patterns: an exact key, or a key with a trailing `.*` for it and all below.
 *
 * @throws an Error when an invalid pattern is reached
 */
export function matchesKey(key: string, patterns: readonly string[]): boolean {
  const valid = key !== '' && key.split('.').every((part) => KEY.test(part));
  return patterns.some((pattern) => {
    if (!isKeyPattern(pattern)) throw new Error(`Invalid key pattern: ${pattern}`);
    if (!valid) return false;
    if (!pattern.endsWith('.*')) return key === pattern;
    const parent = pattern.slice(0, -2);
    return key === parent || key.startsWith(`${parent}.`);
  });
}

/** Whether GTM accepts a data layer key pattern. */
export function isKeyPattern(pattern: string): boolean {
  return PATTERN.test(pattern);
}
