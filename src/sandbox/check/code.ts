import type { AnyNode } from 'acorn';
import { apis } from '../apis/index.ts';
import { globals, methods } from '../language.ts';
import { memberName, requirementsOf, unknownMembers } from './api-use.ts';
import { constTrap, foreignConstruct, untidyConstruct } from './constructs.ts';
import { isDoubtful } from './doubtful.ts';
import type { PlacedField } from './fields.ts';
import { isAssigned, type Reference, referencesOf } from './names.ts';
import type { Report } from './problem.ts';
import { nodesOf, parseCode, positionOf, type SyntaxTree } from './syntax-tree.ts';

/** Methods of JavaScript that the sandbox lacks: calling one aborts the template. */
const MISSING_METHODS = new Set(
  `at charCodeAt codePointAt endsWith includes localeCompare matchAll normalize padEnd padStart repeat replaceAll
   startsWith substr trimEnd trimStart copyWithin entries fill find findIndex findLast findLastIndex flat flatMap
   toSorted toReversed toFixed toPrecision toExponential`.split(/\s+/),
);

/** What `data` holds besides the fields. */
const DATA_OF_GTM = [
  'gtmOnSuccess',
  'gtmOnFailure',
  'gtmEventId',
  'gtmTagId',
  'gtmCachedValues',
  'gtmEntityName',
  'gtmEntityIndex',
];

export interface TemplateCode {
  code: string;
  kind: string;
  context: 'WEB' | 'SERVER';
  fields: PlacedField[];
}

/** What the other checks need to know of the code. */
export interface CodeUse {
  /** APIs that the code requires. */
  required: { api: string; node: AnyNode; isUsed: boolean }[];
}

/** Checks a template's code; `report` counts lines from the code's first. */
export function checkCode(
  { code, kind, context, fields }: TemplateCode,
  report: Report,
): CodeUse | undefined {
  const tree = parseCode(code);
  if ('fault' in tree) {
    report.error(tree.at, `The code cannot be parsed: ${tree.fault}.`);
    return undefined;
  }
  const references = referencesOf(tree.program);
  checkLanguage(tree, report);
  checkNames(references, report);
  checkMembers(tree, references, report);
  if (fields.length || kind !== 'MACRO') checkData(references, fields, report);
  if (kind === 'TAG') checkCallbacks(tree, references, report);
  return { required: checkRequired(references, context, report) };
}

function checkLanguage({ program, missingSemicolons }: SyntaxTree, report: Report): void {
  for (const found of nodesOf(program)) {
    const at = positionOf(found.node);
    const foreign = foreignConstruct(found);
    const untidy = foreign ? undefined : untidyConstruct(found);
    const trap = constTrap(found);
    if (foreign)
      report[isDoubtful(found.node) ? 'warning' : 'error'](at, `GTM's sandbox may not know ${foreign}.`);
    if (untidy) report.warning(at, `Few published templates have ${untidy}.`);
    if (trap) report.warning(at, `\`const\` in ${trap} keeps its first value.`);
  }
  // GTM's words: "missing ';' at 'const'".
  for (const { isLast, ...at } of missingSemicolons) {
    report[isLast ? 'warning' : 'error'](at, 'No semicolon here; GTM does not insert it.');
  }
}

function checkNames(references: Reference[], report: Report): void {
  for (const { node, ancestors, declaration } of references) {
    const parent = ancestors.at(-1);
    const isCalled = parent?.type === 'CallExpression' && parent.callee === node;
    const isArguments = node.name === 'arguments';
    if (!declaration && !isArguments && !(globals as readonly string[]).includes(node.name)) {
      const message = `The sandbox has no \`${node.name}\`, and the code does not declare it.`;
      report[isCalled ? 'error' : 'warning'](positionOf(node), message);
    }
    if (declaration?.kind === 'const' && isAssigned(node, parent)) {
      report.warning(positionOf(node), `\`${node.name}\` is a \`const\`: GTM ignores the assignment.`);
    }
  }
}

function checkMembers({ program }: SyntaxTree, references: Reference[], report: Report): void {
  for (const { node, name, api } of unknownMembers(program, references)) {
    const message = api
      ? `\`${api}\` has no \`${name}\`.`
      : `No value of the sandbox has a method \`${name}\`; calling it aborts the template.`;
    report[!api && MISSING_METHODS.has(name) ? 'error' : 'warning'](positionOf(node), message);
  }
}

function checkRequired(references: Reference[], context: string, report: Report): CodeUse['required'] {
  return requirementsOf(references).flatMap(({ api, node, name }) => {
    if (api === undefined) {
      report.warning(positionOf(node), '`require` takes the name of an API as a string.');
      return [];
    }
    if (context === 'WEB' && !apis[api]) report.error(positionOf(node), `There is no API \`${api}\`.`);
    const isUsed = name === undefined || references.some(({ declaration }) => declaration?.node === name);
    if (!isUsed) report.warning(positionOf(node), `\`${api}\` is required and never used.`);
    return [{ api, node, isUsed }];
  });
}

/** `data.x` without a field `x` is always undefined. */
function checkData(references: Reference[], fields: PlacedField[], report: Report): void {
  const known = new Set<string>([
    ...DATA_OF_GTM,
    ...methods.object,
    ...fields.map(({ field }) => field.name),
  ]);
  for (const { node, ancestors, declaration } of references) {
    const parent = ancestors.at(-1);
    if (node.name !== 'data' || declaration || !parent) continue;
    const name = memberName(parent);
    if (name === undefined || known.has(name) || isAssigned(parent, ancestors.at(-2))) continue;
    report.warning(
      positionOf(parent),
      `There is no field \`${name}\`: \`data.${name}\` is always undefined.`,
    );
  }
}

/** GTM refuses a tag without either: "Tag code must invoke data.gtmOnSuccess() or data.gtmOnFailure()". */
function checkCallbacks({ program }: SyntaxTree, references: Reference[], report: Report): void {
  const passesData = references.some(({ node, ancestors, declaration }) => {
    const parent = ancestors.at(-1);
    return node.name === 'data' && !declaration && parent && memberName(parent) === undefined;
  });
  const calls = references.some(({ node, ancestors }) => {
    const name = memberName(ancestors.at(-1) ?? node);
    return name === 'gtmOnSuccess' || name === 'gtmOnFailure';
  });
  if (!passesData && !calls) {
    report.error(positionOf(program), 'The tag calls neither data.gtmOnSuccess nor data.gtmOnFailure.');
  }
}
