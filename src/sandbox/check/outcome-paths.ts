import type { AnyNode } from 'acorn';
import type { FunctionNode, Reference } from './names.ts';
import { type OutcomeCalls, outcomeCalls } from './outcome-calls.ts';
import type { Position } from './problem.ts';
import { positionOf } from './syntax-tree.ts';

/** Where the code stands: how often it has told its outcome, and which conditions it has found true or false. */
interface Path {
  told: readonly AnyNode[];
  facts: ReadonlyMap<string, boolean>;
}

/** How a piece of code can end. */
interface Ends {
  through: Path[];
  /** At a `return`, or at the end of the code. */
  returned: { path: Path; at: AnyNode }[];
  /** At a `break` or `continue`. */
  left: Path[];
}

/** Thrown where nobody can tell from the code alone: then nothing is said. */
class CannotTell extends Error {}

/** Paths that are followed at most. */
const MOST_PATHS = 2000;

/** APIs that call one of their callbacks, once: by the places of their arguments. */
const CALLBACKS: Readonly<Record<string, number[]>> = {
  sendPixel: [1, 2],
  injectScript: [1, 2],
  injectHiddenIframe: [1],
  sha256: [1, 2],
  callLater: [0],
};

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
  const calls = outcomeCalls(program, references);
  try {
    const { through, returned } = block((program as { body: AnyNode[] } & AnyNode).body, start, calls, []);
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

const start: Path = { told: [], facts: new Map() };

function lastOf(program: AnyNode): AnyNode {
  return 'body' in program && Array.isArray(program.body) ? (program.body.at(-1) ?? program) : program;
}

function block(nodes: readonly AnyNode[], from: Path, calls: OutcomeCalls, running: FunctionNode[]): Ends {
  const ends: Ends = { through: [from], returned: [], left: [] };
  for (const node of nodes) {
    const next = ends.through.map((path) => statement(node, path, calls, running));
    ends.through = next.flatMap(({ through }) => through);
    ends.returned.push(...next.flatMap(({ returned }) => returned));
    ends.left.push(...next.flatMap(({ left }) => left));
    if (ends.through.length + ends.returned.length > MOST_PATHS) throw new CannotTell();
  }
  return ends;
}

function statement(node: AnyNode, path: Path, calls: OutcomeCalls, running: FunctionNode[]): Ends {
  const through = (paths: Path[]): Ends => ({ through: paths, returned: [], left: [] });
  const valued = (value: AnyNode | null | undefined) =>
    value ? expression(value, path, calls, running) : [path];
  switch (node.type) {
    case 'BlockStatement':
      return block(node.body, path, calls, running);
    case 'ExpressionStatement':
      return through(valued(node.expression));
    case 'VariableDeclaration':
      return through(
        node.declarations.reduce<Path[]>(
          (paths, { init }) => (init ? paths.flatMap((at) => expression(init, at, calls, running)) : paths),
          [path],
        ),
      );
    case 'ReturnStatement':
      return { through: [], returned: valued(node.argument).map((at) => ({ path: at, at: node })), left: [] };
    case 'BreakStatement':
    case 'ContinueStatement':
      return { through: [], returned: [], left: [path] };
    case 'IfStatement':
      return joined(
        branches(node.test, path, calls, running).map(({ path: at, isTrue }) => {
          const taken = isTrue ? node.consequent : node.alternate;
          return taken ? statement(taken, at, calls, running) : through([at]);
        }),
      );
    case 'SwitchStatement': {
      // Without a default, one of the cases is taken to be meant.
      const { cases } = node;
      const entered = cases.map((_case, index) => {
        const bodies = cases.slice(index).flatMap(({ consequent }) => consequent);
        const { through: past, left, returned } = block(bodies, path, calls, running);
        return { through: [...past, ...left], returned, left: [] };
      });
      return entered.length ? joined(entered) : through([path]);
    }
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement': {
      const { through: past, left, returned } = statement(node.body, path, calls, running);
      if ([...past, ...left].some(({ told }) => told.length > path.told.length)) throw new CannotTell();
      return { through: [path], returned, left: [] };
    }
    case 'FunctionDeclaration':
    case 'EmptyStatement':
      return through([path]);
    default:
      if (calls.mentions(node)) throw new CannotTell();
      return through([path]);
  }
}

function joined(ends: Ends[]): Ends {
  return {
    through: ends.flatMap(({ through }) => through),
    returned: ends.flatMap(({ returned }) => returned),
    left: ends.flatMap(({ left }) => left),
  };
}

/** Both ways on from a condition, or the one that earlier conditions leave. */
function branches(
  test: AnyNode,
  path: Path,
  calls: OutcomeCalls,
  running: FunctionNode[],
): { path: Path; isTrue: boolean }[] {
  let condition = test;
  let negated = false;
  while (condition.type === 'UnaryExpression' && condition.operator === '!') {
    condition = condition.argument;
    negated = !negated;
  }
  const words = wordsOf(condition);
  return expression(condition, path, calls, running).flatMap((at) => {
    const known = at.facts.get(words);
    const answers = known === undefined ? [true, false] : [known];
    return answers.map((answer) => ({
      path: { told: at.told, facts: new Map([...at.facts, [words, answer]]) },
      isTrue: answer !== negated,
    }));
  });
}

/** A condition's words: the same for the same condition, wherever it stands. */
function wordsOf(node: AnyNode): string {
  return JSON.stringify(node, (key, value) =>
    ['start', 'end', 'loc', 'raw'].includes(key) ? undefined : value,
  );
}

function expression(node: AnyNode, path: Path, calls: OutcomeCalls, running: FunctionNode[]): Path[] {
  if (!calls.mentions(node) || calls.isOutcome(node) || calls.functionOf(node)) return [path];
  switch (node.type) {
    case 'CallExpression':
      return called(node.callee, node.arguments, node, path, calls, running);
    case 'AssignmentExpression':
      // Whoever calls what is kept under another name is out of sight.
      throw new CannotTell();
    case 'ConditionalExpression':
      return branches(node.test, path, calls, running).flatMap(({ path: at, isTrue }) =>
        expression(isTrue ? node.consequent : node.alternate, at, calls, running),
      );
    case 'LogicalExpression':
      if (node.operator === '??') throw new CannotTell();
      return branches(node.left, path, calls, running).flatMap(({ path: at, isTrue }) =>
        isTrue === (node.operator === '&&') ? expression(node.right, at, calls, running) : [at],
      );
    case 'UnaryExpression':
      return expression(node.argument, path, calls, running);
    default:
      throw new CannotTell();
  }
}

function called(
  callee: AnyNode,
  args: readonly AnyNode[],
  at: AnyNode,
  path: Path,
  calls: OutcomeCalls,
  running: FunctionNode[],
): Path[] {
  if (calls.isOutcome(callee)) return [{ told: [...path.told, at], facts: path.facts }];
  const own = calls.functionOf(callee);
  if (own) return ofFunction(own, args, path, calls, running);
  const places = CALLBACKS[calls.apiCalled(callee) ?? ''];
  const others = args.filter((_arg, index) => !places?.includes(index));
  if (!places || others.some((arg) => calls.mentions(arg)) || calls.mentions(callee)) throw new CannotTell();
  return places.flatMap((place) => {
    const callback = args[place];
    if (!callback) return [path];
    if (calls.isOutcome(callback)) return [{ told: [...path.told, callback], facts: path.facts }];
    const handler = calls.functionOf(callback);
    if (!handler && calls.mentions(callback)) throw new CannotTell();
    return handler ? ofFunction(handler, [], path, calls, running) : [path];
  });
}

/** Runs a function of the code's own. What it finds of its conditions is forgotten after it. */
function ofFunction(
  own: FunctionNode,
  args: readonly AnyNode[],
  path: Path,
  calls: OutcomeCalls,
  running: FunctionNode[],
): Path[] {
  if (running.includes(own)) throw new CannotTell();
  if (!calls.mentions(own) && !args.some((arg) => calls.mentions(arg))) return [path];
  return calls.bound(own, args, () => {
    const inner = [...running, own];
    const { body } = own;
    if (body.type !== 'BlockStatement') return expression(body, path, calls, inner);
    const { through, returned } = block(body.body, path, calls, inner);
    const paths = [...through, ...returned.map((end) => end.path)];
    if (paths.length > MOST_PATHS) throw new CannotTell();
    return paths;
  });
}
