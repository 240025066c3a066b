import type { AnyNode } from 'acorn';
import type { Reference } from './names.ts';
import { outcomeCalls } from './outcome-calls.ts';
import { CannotTell, type Path, type Walk } from './outcome-paths.ts';
import { block } from './outcome-statements.ts';
import type { Position } from './problem.ts';
import { positionOf } from './syntax-tree.ts';

const start: Path = { told: [], facts: new Map() };

/**
 * Ways through a tag's code on which it does not call exactly one of `data.gtmOnSuccess` and `data.gtmOnFailure`
 * exactly once. Conditions in the same words are taken to have the same answer.
 *
 * @param firstLine the line of the file on which the code begins
 * @returns a place in the code and a sentence for each; none where the code is too involved to tell
 */
export function outcomeFaults(
  program: AnyNode,
  references: Reference[],
  firstLine = 1,
): { at: Position; message: string }[] {
  const walk: Walk = { calls: outcomeCalls(program, references), running: [], body: block };
  try {
    const { through, returned } = block((program as { body: AnyNode[] } & AnyNode).body, start, walk);
    const faults = [...returned, ...through.map((path) => ({ path, at: lastOf(program) }))].flatMap(
      ({ path: { told }, at }) => {
        const [first, second] = told;
        if (first && second) {
          const line = positionOf(first).line + firstLine - 1;
          const message = `The outcome may be told a second time here; the first time is on line ${line}.`;
          return [{ at: positionOf(second), message }];
        }
        if (first) return [];
        const message = 'The code may end here without data.gtmOnSuccess or data.gtmOnFailure being called.';
        return [{ at: positionOf(at), message }];
      },
    );
    const known = new Set<string>();
    return faults.filter(({ at }) => {
      const key = `${at.line}:${at.column}`;
      return !known.has(key) && known.add(key);
    });
  } catch (error) {
    if (error instanceof CannotTell) return [];
    throw error;
  }
}

function lastOf(program: AnyNode): AnyNode {
  return 'body' in program && Array.isArray(program.body) ? (program.body.at(-1) ?? program) : program;
}
