import type { AnyNode } from 'acorn';
import { apis } from './apis/index.ts';
import { declaredPermissions, permissionsOf, requirementsOf, unknownMembers } from './check/api-use.ts';
import { constTrap, foreignConstruct, untidyConstruct } from './check/constructs.ts';
import { isAssigned, referencesOf } from './check/names.ts';
import { type Problem, reportInto, sorted } from './check/problem.ts';
import { nodesOf, parseCode, positionOf, type SyntaxTree } from './check/syntax-tree.ts';
import { globals } from './language.ts';
import type { PermissionEntry } from './template.ts';

/** Longest line of any published template; reviewers read the code. */
const LONGEST_LINE = 573;

export interface EmittedCode {
  code: string;
  /** The permissions that the template declares. */
  permissions: PermissionEntry[];
  /** Names the file in the problems. */
  file: string;
  /** Line of the file on which the code begins. */
  firstLine?: number;
}

/**
 * What a build may not put into a template: anything that published templates do not use, whether or not GTM's
 * parser would accept it, since nobody can ask the parser outside GTM.
 *
 * @returns the problems in the order of the file; none for code that may be published
 */
export function gateEmittedCode({ code, permissions, file, firstLine = 1 }: EmittedCode): Problem[] {
  const problems: Problem[] = [];
  const report = reportInto(problems, file);
  const tree = parseCode(code);
  if ('fault' in tree) report.error(tree.at, `Not JavaScript: ${tree.fault}.`);
  else {
    const refuse = (node: AnyNode, message: string) => report.error(positionOf(node), message);
    refuseConstructs(tree, refuse);
    refuseNames(tree, permissions, refuse);
    for (const at of tree.missingSemicolons) report.error(at, 'No semicolon: GTM does not insert it.');
    for (const at of trailingCommas(tree)) report.error(at, 'A comma after the last argument or parameter.');
  }
  code.split('\n').forEach((line, index) => {
    if (line.length <= LONGEST_LINE) return;
    report.warning(
      { line: index + 1, column: LONGEST_LINE + 1 },
      `A line of ${line.length} characters; no reviewer reads it.`,
    );
  });
  return sorted(problems).map((problem) => ({ ...problem, line: problem.line + firstLine - 1 }));
}

type Refuse = (node: AnyNode, message: string) => void;

function refuseConstructs({ program }: SyntaxTree, refuse: Refuse): void {
  for (const found of nodesOf(program)) {
    const foreign = foreignConstruct(found) ?? untidyConstruct(found);
    if (foreign) refuse(found.node, `GTM's sandbox may not know ${foreign}.`);
    const trap = constTrap(found);
    if (trap)
      refuse(
        found.node,
        `\`const\` in ${trap} keeps its first value; write \`let\`, or give the body a function.`,
      );
  }
}

function refuseNames({ program }: SyntaxTree, permissions: PermissionEntry[], refuse: Refuse): void {
  const references = referencesOf(program);
  for (const { node, ancestors, declaration } of references) {
    const isArguments =
      node.name === 'arguments' && ancestors.some(({ type }) => type.startsWith('Function'));
    if (!declaration && !isArguments && !(globals as readonly string[]).includes(node.name)) {
      refuse(node, `\`${node.name}\` is not declared, and the sandbox has no such name.`);
    }
    if (declaration?.kind === 'const' && isAssigned(node, ancestors.at(-1))) {
      refuse(node, `\`${node.name}\` is a \`const\`: GTM ignores the assignment.`);
    }
  }

  const required = requirementsOf(references);
  const declared = declaredPermissions(permissions);
  const needed = permissionsOf(required.flatMap(({ api }) => api ?? []));
  for (const { api, node } of required) {
    if (api === undefined) refuse(node, '`require` takes the name of an API as a string.');
    else if (!apis[api]) refuse(node, `There is no API \`${api}\`.`);
    else {
      for (const permission of permissionsOf([api]).keys()) {
        if (!declared.includes(permission)) {
          refuse(
            node,
            `\`${api}\` needs the permission \`${permission}\`, which the template does not declare.`,
          );
        }
      }
    }
  }
  for (const permission of declared) {
    if (!needed.has(permission))
      refuse(program, `The permission \`${permission}\` is declared, and no code uses it.`);
  }
  for (const { node, name, api } of unknownMembers(program, references)) {
    refuse(
      node,
      api ? `\`${api}\` has no \`${name}\`.` : `No value of the sandbox has a method \`${name}\`.`,
    );
  }
  for (const { node, ancestors, declaration } of references) {
    if (node.name !== 'require' || declaration) continue;
    const parent = ancestors.at(-1);
    if (parent?.type !== 'CallExpression' || parent.callee !== node)
      refuse(node, '`require` may only be called.');
  }
}

/** Commas right before the parenthesis that closes arguments or parameters. */
function trailingCommas({ tokens }: SyntaxTree): { line: number; column: number }[] {
  return tokens.flatMap((token, index) => {
    if (token.type.label !== ',' || tokens[index + 1]?.type.label !== ')') return [];
    const start = token.loc?.start;
    return [{ line: start?.line ?? 1, column: (start?.column ?? 0) + 1 }];
  });
}
