/**
 * Finds where a text stops being JSON, and says what should stand there. Engines word their errors differently, and
 * some do not say where.
 */

export interface Fault {
  /** How many characters stand before it. */
  offset: number;
  message: string;
}

const blank = /[ \t\r\n]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in texts.
const text = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)\b/y;

/** @returns undefined where the text is JSON */
export function jsonFault(json: string): Fault | undefined {
  let at = 0;

  function take(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    const found = pattern.exec(json);
    if (found) at += found[0].length;
    return found !== null;
  }

  function next(): string {
    take(blank);
    return json[at] ?? '';
  }

  function fail(message: string): never {
    throw new Error(at < json.length ? message : `The text ends too soon. ${message}`, { cause: at });
  }

  function value(): void {
    const first = next();
    if (first === '{') members('}', member);
    else if (first === '[') members(']', value);
    else if (first === '"') string();
    else if (!take(plain)) fail('A value belongs here: "text", a number, true, false, null, […] or {…}.');
  }

  function string(): void {
    if (!take(text)) fail('This text has no end in its line, or holds a backslash that means nothing.');
  }

  function member(): void {
    if (next() !== '"') fail('A name in double quotes belongs here.');
    string();
    if (next() !== ':') fail('A colon belongs between a name and its value.');
    at += 1;
    value();
  }

  function members(end: string, one: () => void): void {
    at += 1;
    if (next() !== end) {
      one();
      while (next() === ',') {
        at += 1;
        if (next() === end) fail('After a comma something has to follow.');
        one();
      }
      if (next() !== end) fail(`A comma or ${end} belongs here.`);
    }
    at += 1;
  }

  try {
    value();
    if (next()) fail('Nothing more belongs here.');
    return undefined;
  } catch (fault) {
    const { message, cause } = fault as Error;
    if (typeof cause !== 'number') throw fault;
    return { offset: cause, message };
  }
}
