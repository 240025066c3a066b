// By its file: the package offers bundlers for browsers a form of it that has no exports.
import JSON5 from 'json5/dist/index.mjs';

/** Where in a text, lines and columns from 1, it stops being JSON, and why. */
export interface JsonFault {
  line: number;
  column: number;
  reason: string;
}

/** Thrown for a text that is no JSON, not even a lenient reader's. */
export class JsonError extends Error {
  readonly fault: JsonFault;

  constructor(fault: JsonFault) {
    super(fault.reason);
    this.fault = fault;
  }
}

/**
 * Reads JSON as people write it: where it is not strict, with trailing commas, unquoted keys, single quotes or
 * comments, as JSON5.
 *
 * @returns the value, and what kept it from being strict JSON
 * @throws JsonError for what is neither
 */
export function readJson(text: string): { value: unknown; forgiven?: JsonFault } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const { message } = error as Error;
    const reason = message.replace(/( in JSON)? at position .*$|, (\.\.\.)?"[\s\S]*$/, '');
    try {
      const value: unknown = JSON5.parse(text);
      return { value, forgiven: { ...placeOf(text, offsetIn(message, text)), reason } };
    } catch (lenient) {
      const { lineNumber: line, columnNumber: column } = lenient as {
        lineNumber: number;
        columnNumber: number;
      };
      throw new JsonError({ line, column, reason });
    }
  }
}

/** Where `JSON.parse` stopped. Not every engine says so: then at the first comma that nothing follows. */
function offsetIn(message: string, text: string): number {
  const told = /position (\d+)/.exec(message)?.[1];
  return told === undefined ? Math.max(0, text.search(/,\s*[\]}]/)) : Number(told);
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
