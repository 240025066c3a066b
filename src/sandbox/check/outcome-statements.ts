import type { AnyNode } from 'acorn';
import { branches, expression } from './outcome-expressions.ts';
import { CannotTell, type Ends, MOST_PATHS, type Path, type Walk } from './outcome-paths.ts';

/** How statements that follow one another can end. */
export function block(nodes: readonly AnyNode[], from: Path, walk: Walk): Ends {
  const ends: Ends = { through: [from], returned: [], left: [] };
  for (const node of nodes) {
    const next = ends.through.map((path) => statement(node, path, walk));
    ends.through = next.flatMap(({ through }) => through);
    ends.returned.push(...next.flatMap(({ returned }) => returned));
    ends.left.push(...next.flatMap(({ left }) => left));
    if (ends.through.length + ends.returned.length > MOST_PATHS) throw new CannotTell();
  }
  return ends;
}

function statement(node: AnyNode, path: Path, walk: Walk): Ends {
  const through = (paths: Path[]): Ends => ({ through: paths, returned: [], left: [] });
  const valued = (value: AnyNode | null | undefined) => (value ? expression(value, path, walk) : [path]);
  switch (node.type) {
    case 'BlockStatement':
      return block(node.body, path, walk);
    case 'ExpressionStatement':
      return through(valued(node.expression));
    case 'VariableDeclaration':
      return through(
        node.declarations.reduce<Path[]>(
          (paths, { init }) => (init ? paths.flatMap((at) => expression(init, at, walk)) : paths),
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
        branches(node.test, path, walk).map(({ path: at, isTrue }) => {
          const taken = isTrue ? node.consequent : node.alternate;
          return taken ? statement(taken, at, walk) : through([at]);
        }),
      );
    case 'SwitchStatement': {
      // Without a default, one of the cases is taken to be meant.
      const { cases } = node;
      const entered = cases.map((_case, index) => {
        const bodies = cases.slice(index).flatMap(({ consequent }) => consequent);
        const { through: past, left, returned } = block(bodies, path, walk);
        return { through: [...past, ...left], returned, left: [] };
      });
      return entered.length ? joined(entered) : through([path]);
    }
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement': {
      const { through: past, left, returned } = statement(node.body, path, walk);
      if ([...past, ...left].some(({ told }) => told.length > path.told.length)) throw new CannotTell();
      return { through: [path], returned, left: [] };
    }
    case 'FunctionDeclaration':
    case 'EmptyStatement':
      return through([path]);
    default:
      if (walk.calls.mentions(node)) throw new CannotTell();
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
