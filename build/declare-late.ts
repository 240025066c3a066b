import type { AnyNode, Program } from 'acorn';
import type { Plugin } from 'rollup';
import { referencesOf } from '../src/sandbox/check/names.ts';

type Statement = Program['body'][number];

/** Where a statement's own comment begins, if one stands directly before it. */
function startWithComment(code: string, start: number): number {
  const before = /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*$/.exec(code.slice(0, start));
  return before ? before.index : start;
}

/** Where the headings of the code's sections stand, such as `// ---- Hosts ----`. */
function headings(code: string): number[] {
  return [...code.matchAll(/^\/\/ ---- .* ----$/gm)].map(({ index }) => index);
}

/**
 * Moves the functions that only one function needs into that one. GTM declares every function of a template anew at each
 * firing: those inside another cost a firing nothing that does not call it.
 * @param holder the name of the function that takes them up
 * @throws Error where a name of the holder's own would hide what a moved function uses
 */
export function declareLate(holder: string): Plugin {
  return {
    name: 'declare-late',
    renderChunk(code) {
      const program = this.parse(code) as unknown as Program;
      const functions = new Map<string, Statement>();
      for (const statement of program.body) {
        if (statement.type === 'FunctionDeclaration') functions.set(statement.id.name, statement);
      }
      const host = functions.get(holder);
      if (host?.type !== 'FunctionDeclaration') return null;
      const ownerOf = (ancestors: readonly AnyNode[], node: AnyNode) =>
        [...functions].find(([, own]) => own === node || ancestors.includes(own))?.[0];
      const uses = new Map<string | undefined, Set<string>>();
      for (const { node, ancestors, declaration } of referencesOf(program)) {
        if (!declaration || functions.get(declaration.name) === undefined) continue;
        const { id } = functions.get(declaration.name) as Statement & { id: AnyNode };
        if (declaration.node !== id) continue;
        const owner = ownerOf(ancestors, node);
        uses.set(owner, (uses.get(owner) ?? new Set()).add(declaration.name));
      }

      // What can be reached without going through the holder stays.
      const stays = new Set<string>([holder]);
      const reach = (owner: string | undefined) => {
        for (const name of uses.get(owner) ?? []) {
          if (stays.has(name)) continue;
          stays.add(name);
          reach(name);
        }
      };
      reach(undefined);

      const moved = [...functions].filter(([name]) => !stays.has(name));
      const own = ownNames(host);
      for (const statement of program.body) {
        const hidden = namesOf(statement).find((name) => own.has(name));
        if (hidden && statement !== host) throw new Error(`${holder} has a name of its own for ${hidden}.`);
      }
      const isMoved = (statement: Statement) => moved.some(([, own]) => own === statement);
      // A section of which nothing stays takes its heading along.
      const begins = headings(code);
      const whole = begins.flatMap((begin, index) => {
        const end = begins[index + 1] ?? code.length;
        const section = program.body.filter(({ start }) => start > begin && start < end);
        return section[0] && section.every(isMoved) ? [{ begin, first: section[0] }] : [];
      });
      const ranges = moved.map(([, statement]) => ({
        start:
          whole.find(({ first }) => first === statement)?.begin ?? startWithComment(code, statement.start),
        end: statement.end,
      }));
      const late = ranges.map(({ start, end }) => code.slice(start, end)).join('\n\n');
      const bodyStart = host.body.start + 1;
      const edits = [
        ...ranges.map(({ start, end }) => ({ start, end, by: '' })),
        { start: bodyStart, end: bodyStart, by: `\n${late}\n` },
      ];
      return {
        // From the last to the first, so that positions stay right.
        code: edits
          .sort((one, other) => other.start - one.start)
          .reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), code),
        map: null,
      };
    },
  };
}

/** The names that a statement declares where it stands. */
function namesOf(statement: AnyNode): string[] {
  if (statement.type === 'FunctionDeclaration') return statement.id ? [statement.id.name] : [];
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? id.name : []));
}

/** The names that a function without parameters declares in its body. */
function ownNames({ body }: { body: { body: AnyNode[] } }): Set<string> {
  return new Set(body.body.flatMap(namesOf));
}
