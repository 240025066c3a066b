/**
 * The language, walked over acorn's tree: each node is compiled to a closure once. This file is the one way in.
 *
 *     compile → body (statements.ts) → a statement's parts and, for every value in them, expression (expressions.ts)
 *
 * - `statements.ts` chooses by the node's type; `declarations.ts`, `branches.ts` and `loops.ts` are its cases
 * - `expressions.ts` does so for values; `assignments.ts` and `functions.ts` are its cases
 * - a function holds statements, which hold expressions, which hold functions: these seven files import each other as
 *   the language's own rules do, and nothing outside imports any of them
 * - beneath them, and knowing none of them: `scope.ts` (names, frames), `operations.ts`, `arrays.ts`, `deadline.ts`, `trace.ts`
 */
import type { Program } from 'acorn';
import { parse } from '../parser.ts';
import type { Value } from '../values.ts';
import {
  type Code,
  type Dialect,
  declare,
  type Frame,
  freshScope,
  newFrame,
  outermostScope,
  type Scope,
} from './scope.ts';
import { body } from './statements.ts';
import { mark, traced } from './trace.ts';

export { within } from './deadline.ts';
export type { Dialect } from './scope.ts';
export { escapingErrors, hearing, here, type Place, traceOf } from './trace.ts';

/** Code ready to run, any number of times. */
export interface Compiled {
  run(globals: Readonly<Record<string, Value>>): Value;
}

const compiled = new Map<string, Compiled>();

/**
 * Compiles sandboxed code. Several sources run one after the other as if each stood in a block inside the one before:
 * later ones see what earlier ones declared. Compiled code is kept, so that firing a tag again costs no parsing.
 *
 * @param sources the code, one or several
 * @param globals the names that the code finds without declaring them
 * @param dialect the kind of container that it runs in
 * @throws SyntaxError where the code cannot be parsed or uses what no version of the sandbox has
 */
export function compile(
  sources: readonly string[],
  globals: readonly string[],
  dialect: Dialect = 'web',
): Compiled {
  const key = JSON.stringify([sources, globals, dialect]);
  let made = compiled.get(key);
  if (!made) {
    made = build(sources.map(parseCode), globals, dialect);
    if (compiled.size >= 200) compiled.clear();
    compiled.set(key, made);
  }
  return made;
}

/** Parses sandboxed code as GTM does: `return` stands at the top level too, and nothing is strict. */
export function parseCode(code: string): Program {
  try {
    return parse(code, { ecmaVersion: 2022, sourceType: 'script', sourceFile: code });
  } catch (error) {
    const { loc, message } = error as Error & { loc?: { line: number; column: number } };
    if (!loc) throw error;
    const fault = new SyntaxError(message.replace(/ \(\d+:\d+\)[\s\S]*$/, ''));
    mark(fault, { code, line: loc.line, column: loc.column + 1 });
    throw fault;
  }
}

function build(programs: readonly Program[], globals: readonly string[], dialect: Dialect): Compiled {
  const outermost = outermostScope(dialect);
  for (const name of globals) declare(outermost, name);
  const runs: Code[] = [];
  let scope: Scope = outermost;
  for (const program of programs) {
    scope = freshScope(scope, true);
    const statements = body(program.body, scope);
    runs.push((frame) => {
      const ended = statements(frame);
      return typeof ended === 'object' ? ended.value : undefined;
    });
  }
  return {
    run(values) {
      let frame: Frame = newFrame(undefined as never);
      globals.forEach((name, index) => {
        frame.slots[index] = values[name];
      });
      let result: Value;
      for (const run of runs) {
        frame = newFrame(frame);
        const at = frame;
        result = traced(() => run(at));
      }
      return result;
    },
  };
}
