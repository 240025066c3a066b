import type { AnyNode } from 'acorn';
import type { FunctionNode } from './names.ts';
import { CannotTell, MOST_PATHS, type Path, type Walk } from './outcome-paths.ts';

/** APIs that call one of their callbacks, once: by the places of their arguments. */
const CALLBACKS: Readonly<Record<string, number[]>> = {
  sendPixel: [1, 2],
  injectScript: [1, 2],
  injectHiddenIframe: [1],
  sha256: [1, 2],
  callLater: [0],
};

/** The paths on from an expression. */
export function expression(node: AnyNode, path: Path, walk: Walk): Path[] {
  const { calls } = walk;
  if (!calls.mentions(node) || calls.isOutcome(node) || calls.functionOf(node)) return [path];
  switch (node.type) {
    case 'CallExpression':
      return called(node.callee, node.arguments, node, path, walk);
    case 'AssignmentExpression':
      // Whoever calls what is kept under another name is out of sight.
      throw new CannotTell();
    case 'ConditionalExpression':
      return branches(node.test, path, walk).flatMap(({ path: at, isTrue }) =>
        expression(isTrue ? node.consequent : node.alternate, at, walk),
      );
    case 'LogicalExpression':
      if (node.operator === '??') throw new CannotTell();
      return branches(node.left, path, walk).flatMap(({ path: at, isTrue }) =>
        isTrue === (node.operator === '&&') ? expression(node.right, at, walk) : [at],
      );
    case 'UnaryExpression':
      return expression(node.argument, path, walk);
    default:
      throw new CannotTell();
  }
}

function called(callee: AnyNode, args: readonly AnyNode[], at: AnyNode, path: Path, walk: Walk): Path[] {
  const { calls } = walk;
  if (calls.isOutcome(callee)) return [{ told: [...path.told, at], facts: path.facts }];
  const own = calls.functionOf(callee);
  if (own) return ofFunction(own, args, path, walk);
  const places = CALLBACKS[calls.apiCalled(callee) ?? ''];
  const others = args.filter((_arg, index) => !places?.includes(index));
  if (!places || others.some((arg) => calls.mentions(arg)) || calls.mentions(callee)) throw new CannotTell();
  return places.flatMap((place) => {
    const callback = args[place];
    if (!callback) return [path];
    if (calls.isOutcome(callback)) return [{ told: [...path.told, callback], facts: path.facts }];
    const handler = calls.functionOf(callback);
    if (!handler && calls.mentions(callback)) throw new CannotTell();
    return handler ? ofFunction(handler, [], path, walk) : [path];
  });
}

/** Runs a function of the code's own. What it finds of its conditions is forgotten after it. */
function ofFunction(own: FunctionNode, args: readonly AnyNode[], path: Path, walk: Walk): Path[] {
  const { calls } = walk;
  if (walk.running.includes(own)) throw new CannotTell();
  if (!calls.mentions(own) && !args.some((arg) => calls.mentions(arg))) return [path];
  return calls.bound(own, args, () => {
    const inner = { ...walk, running: [...walk.running, own] };
    const { body } = own;
    if (body.type !== 'BlockStatement') return expression(body, path, inner);
    const { through, returned } = walk.body(body.body, path, inner);
    const paths = [...through, ...returned.map((end) => end.path)];
    if (paths.length > MOST_PATHS) throw new CannotTell();
    return paths;
  });
}

/** Both ways on from a condition, or the one that earlier conditions leave. */
export function branches(test: AnyNode, path: Path, walk: Walk): { path: Path; isTrue: boolean }[] {
  let condition = test;
  let negated = false;
  while (condition.type === 'UnaryExpression' && condition.operator === '!') {
    condition = condition.argument;
    negated = !negated;
  }
  const words = wordsOf(condition);
  return expression(condition, path, walk).flatMap((at) => {
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
