import type { AnyNode, FunctionDeclaration, Program } from 'acorn';
import type { Plugin } from 'rollup';
import { referencesOf } from '../src/sandbox/check/names.ts';
import { edited } from './edits.ts';

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
      const functions = program.body.filter((statement) => statement.type === 'FunctionDeclaration');
      const host = functions.find(({ id }) => id.name === holder);
      if (!host) return null;
      const staying = neededWithout(host, functions, program);
      const moved = functions.filter((own) => !staying.has(own));
      const own = new Set(host.body.body.flatMap(namesOf));
      const hidden = program.body.flatMap(namesOf).find((name) => own.has(name));
      if (hidden) throw new Error(`${holder} has a name of its own for ${hidden}.`);

      const begins = beginsOf(code, program, moved);
      const pieces = moved.map((own) => ({ start: begins(own), end: own.end, by: '' }));
      const late = pieces.map(({ start, end }) => code.slice(start, end)).join('\n\n');
      const bodyStart = host.body.start + 1;
      const inside = { start: bodyStart, end: bodyStart, by: `\n${late}\n` };
      return { code: edited(code, [...pieces, inside]), map: null };
    },
  };
}

/** The host, and the functions that can be reached without going through it. */
function neededWithout(
  host: FunctionDeclaration,
  functions: FunctionDeclaration[],
  program: Program,
): Set<FunctionDeclaration> {
  const uses = referencesOf(program).flatMap(({ node, ancestors, declaration }) => {
    const used = functions.find(({ id }) => id === declaration?.node);
    const user = functions.find((own) => own.id === node || ancestors.includes(own));
    return used ? [{ user, used }] : [];
  });
  const reached = new Set([host]);
  const reach = (from: FunctionDeclaration | undefined) => {
    for (const { user, used } of uses) {
      if (user !== from || reached.has(used)) continue;
      reached.add(used);
      reach(used);
    }
  };
  reach(undefined);
  return reached;
}

/** Tells where a moved function begins: with its comment, and with its section's heading if nothing of that stays. */
function beginsOf(
  code: string,
  { body }: Program,
  moved: FunctionDeclaration[],
): (own: FunctionDeclaration) => number {
  const headings = [...code.matchAll(/^\/\/ ---- .* ----$/gm)].map(({ index }) => index);
  return ({ start }) => {
    const heading = headings.findLast((index) => index < start) ?? start;
    const next = headings.find((index) => index > start) ?? code.length;
    const section = body.filter((statement) => statement.start > heading && statement.start < next);
    const isWhole = section.every((statement) => moved.some((own) => own === statement));
    if (isWhole && section[0]?.start === start) return heading;
    return /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*$/.exec(code.slice(0, start))?.index ?? start;
  };
}

/** The names that a statement declares where it stands. */
function namesOf(statement: AnyNode): string[] {
  if (statement.type === 'FunctionDeclaration') return statement.id ? [statement.id.name] : [];
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? id.name : []));
}
