import { jsonLanguage } from '@codemirror/lang-json';
import type { SyntaxNode } from '@lezer/common';

export interface JsonProblem {
  /** How many characters stand before it. */
  offset: number;
  message: string;
}

export type Read = { messages: object[]; problem?: undefined } | { problem: JsonProblem };

/** Reads what was typed: one data layer message, or a list of them. */
export function readMessages(text: string): Read {
  if (!text.trim()) return { problem: { offset: 0, message: 'Type a message, or choose an example.' } };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: faultIn(text) ?? { offset: 0, message: (error as Error).message } };
  }
  const messages = Array.isArray(value) ? value : [value];
  if (messages.length && messages.every(isObject)) return { messages };
  return {
    problem: { offset: 0, message: 'The data layer takes objects: {"event": "…"}, or a list of them.' },
  };
}

/**
 * Where a text stops being JSON, and what should stand there. Engines word their errors differently, and some do not say
 * where; CodeMirror's parser goes on behind a fault, and marks it.
 */
function faultIn(text: string): JsonProblem | undefined {
  let first: SyntaxNode | undefined;
  jsonLanguage.parser.parse(text).iterate({
    enter: (node) => {
      if (node.type.isError) first ??= node.node;
    },
  });
  if (!first) return undefined;
  const tooSoon = first.from >= text.trimEnd().length ? 'The text ends too soon. ' : '';
  return { offset: first.from, message: tooSoon + wanted(first) };
}

const value = 'A value belongs here: "text" in one line, a number, true, false, null, […] or {…}.';

/** What belongs in the place of a fault, by what it is in and what stands before it there. */
function wanted({ parent, prevSibling }: SyntaxNode): string {
  const before = prevSibling?.name;
  switch (parent?.name) {
    case 'Property':
      return before === ':' ? value : 'A colon belongs between a name and its value.';
    case 'Object':
      return before === 'Property' ? 'A comma or } belongs here.' : 'A name in double quotes belongs here.';
    case 'Array':
      return before === '[' || before === ',' ? value : 'A comma or ] belongs here.';
    default:
      return before ? 'Nothing more belongs here.' : value;
  }
}

function isObject(item: unknown): item is object {
  return typeof item === 'object' && item !== null && !Array.isArray(item);
}
