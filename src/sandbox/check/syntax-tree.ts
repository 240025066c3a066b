import type { AnyNode, Options, Program, Token } from 'acorn';
import { parse } from '../parser.ts';
import type { Position } from './problem.ts';

/** Code of a template, parsed. */
export interface SyntaxTree {
  program: Program;
  tokens: Token[];
  /** Ends of statements whose semicolon is not written. */
  missingSemicolons: MissingSemicolon[];
}

export interface MissingSemicolon extends Position {
  /** Whether a closing brace or the end of the code follows, where GTM's parser may do without. */
  isLast: boolean;
}

/** A node with the nodes around it, the innermost last. */
export interface Found {
  node: AnyNode;
  ancestors: AnyNode[];
}

/** A syntax error, with its place in the code. */
export interface SyntaxFault {
  fault: string;
  at: Position;
}

/** Parses a template's code; `return` at its top level is GTM's own. */
export function parseCode(code: string): SyntaxTree | SyntaxFault {
  const tokens: Token[] = [];
  const ends: { offset: number; at: Position }[] = [];
  const options: Options = {
    ecmaVersion: 'latest',
    sourceType: 'script',
    onToken: tokens,
    onInsertedSemicolon: (offset, at) => {
      if (at) ends.push({ offset, at: { line: at.line, column: at.column + 1 } });
    },
  };
  try {
    const program = parse(code, options);
    const missingSemicolons = ends.map(({ offset, at }) => {
      const next = tokens.find(({ start }) => start >= offset);
      return { ...at, isLast: !next || ['}', 'eof'].includes(next.type.label) };
    });
    return { program, tokens, missingSemicolons };
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number; column: number } };
    return {
      fault: message.replace(/ \(\d+:\d+\)$/, ''),
      at: { line: loc?.line ?? 1, column: (loc?.column ?? 0) + 1 },
    };
  }
}

/** Every node under `node`, itself first, in the order of the code. */
export function* nodesOf(node: AnyNode, ancestors: AnyNode[] = []): Generator<Found> {
  yield { node, ancestors };
  const inner = [...ancestors, node];
  for (const child of childrenOf(node)) yield* nodesOf(child, inner);
}

/** Where a node begins, lines and columns from 1. */
export function positionOf(node: AnyNode): Position {
  return { line: node.loc?.start.line ?? 1, column: (node.loc?.start.column ?? 0) + 1 };
}

function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is AnyNode {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}
