import { RE2JS } from 're2js';
import { toPage, toSandbox } from '../../border.ts';
import { PatternValue, SandboxError, type TextPattern, type Value } from '../../values.ts';
import type { ServerApis } from './api.ts';

export const regexApis: ServerApis = {
  createRegex: {
    args: ['string', 'string|undefined'],
    unverified: "that `\\u00e9` is read as in JavaScript, and strings' `search` with its result",
    call(_context, pattern: string, flags?: string) {
      const regex = compiled(pattern, flags ?? '');
      return regex ? new PatternValue(regex) : null;
    },
  },
  testRegex: {
    call(_context, regex: Value, text: Value) {
      if (!(regex instanceof PatternValue) || !('test' in regex.pattern)) {
        throw new SandboxError('testRegex takes what createRegex gave; for an invalid pattern that is null.');
      }
      return (regex.pattern as ServerRegex).test(String(text));
    },
  },
};

/** A pattern of RE2, used as JavaScript's methods use theirs. */
interface ServerRegex extends TextPattern {
  test(text: string): boolean;
}

/** @returns undefined for a pattern that RE2 does not take: look-around and back references are none of its own */
function compiled(source: string, flags: string): ServerRegex | undefined {
  const isGlobal = flags.includes('g');
  let regex: RE2JS;
  try {
    regex = RE2JS.compile(re2Syntax(source), flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0);
  } catch {
    return undefined;
  }
  // Where the next test of a pattern with the flag g begins.
  let last = 0;
  return {
    test(text) {
      if (!isGlobal) return regex.test(text);
      const matcher = regex.matcher(text);
      const found = last <= text.length && matcher.find(last);
      last = found ? matcher.end() : 0;
      return found;
    },
    match(text) {
      const matcher = regex.matcher(text);
      if (isGlobal) {
        last = 0;
        const all: (string | null)[] = [];
        while (matcher.find()) all.push(matcher.group());
        return all.length > 0 ? toSandbox(all) : null;
      }
      if (!matcher.find()) return null;
      const groups = Array.from(
        { length: matcher.groupCount() + 1 },
        (_, at) => matcher.group(at) ?? undefined,
      );
      return toSandbox(Object.assign(groups, { index: matcher.start(), input: text }));
    },
    replace(text, by) {
      const matcher = regex.matcher(text);
      const replacement = toPage(by);
      const given =
        typeof replacement === 'function'
          ? (...found: unknown[]) => String(replacement(...found))
          : String(replacement);
      if (!isGlobal) return matcher.replaceFirst(given);
      last = 0;
      return matcher.replaceAll(given);
    },
    search(text) {
      const matcher = regex.matcher(text);
      return matcher.find() ? matcher.start() : -1;
    },
  };
}

/** JavaScript's spelling of a character by its number, in RE2's. */
function re2Syntax(source: string): string {
  return source.replace(/(\\*)\\u([\da-f]{4})/gi, (all, before: string, code: string) =>
    before.length % 2 === 0 ? `${before}\\x{${code}}` : all,
  );
}
