import { jsonFault } from './json-fault.ts';

export interface JsonProblem {
  /** From 1. */
  line: number;
  column: number;
  /** How many characters stand before it. */
  offset: number;
  message: string;
}

export type Read = { messages: object[]; problem?: undefined } | { problem: JsonProblem };

/** Reads what was typed: one data layer message, or a list of them. */
export function readMessages(text: string): Read {
  if (!text.trim()) return { problem: atStart('Type a message, or choose an example.') };
  const fault = jsonFault(text);
  if (fault) {
    const before = text.slice(0, fault.offset).split('\n');
    return { problem: { ...fault, line: before.length, column: (before.at(-1) ?? '').length + 1 } };
  }
  const value: unknown = JSON.parse(text);
  const messages = Array.isArray(value) ? value : [value];
  if (messages.length && messages.every(isObject)) return { messages };
  return { problem: atStart('The data layer takes objects: {"event": "…"}, or a list of them.') };
}

function atStart(message: string): JsonProblem {
  return { line: 1, column: 1, offset: 0, message };
}

function isObject(item: unknown): item is object {
  return typeof item === 'object' && item !== null && !Array.isArray(item);
}
