import type { AnyNode } from 'acorn';
import { apis } from '../apis/index.ts';
import { globals, methods, SERVER_GLOBALS } from '../language.ts';
import { serverApis } from '../server/apis/index.ts';
import { type ApiTable, memberName, requirementsOf, unknownMembers } from './api-use.ts';
import {
  constTrap,
  foreignConstruct,
  hasBlockOfItsOwn,
  isBitwise,
  isDoubtful,
  isEmptyStatement,
  isProven,
  untidyConstruct,
} from './constructs.ts';
import type { PlacedField } from './fields.ts';
import { aborts, isAssigned, type Reference, referencesOf } from './names.ts';
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
  /** Undefined where the fields cannot be read: then nothing is said of them. */
  fields: PlacedField[] | undefined;
}

/** What the other checks need to know of the code. */
export interface CodeUse {
  /** APIs that the code requires, each with the name that it is given, where it is given one. */
  required: { api: string; node: AnyNode; name: AnyNode | undefined; isUsed: boolean }[];
  references: Reference[];
  program: AnyNode;
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
  checkLanguage(tree, context, report);
  checkNames(references, context, report);
  checkMembers(tree, references, context, report);
  if (fields && (fields.length || kind !== 'MACRO')) checkData(references, fields, report);
  if (kind === 'TAG') checkCallbacks(tree, references, report);
  return { required: checkRequired(references, context, report), references, program: tree.program };
}

/** The APIs of the kind of container that the code is for. */
function knownIn(context: string): ApiTable {
  return context === 'SERVER' ? serverApis : apis;
}

function checkLanguage({ program, missingSemicolons }: SyntaxTree, context: string, report: Report): void {
  for (const found of nodesOf(program)) {
    const at = positionOf(found.node);
    const foreign = isBitwise(found.node) ? undefined : foreignConstruct(found);
    const untidy = foreign ? undefined : untidyConstruct(found);
    const trap = context === 'SERVER' || hasBlockOfItsOwn(found) ? undefined : constTrap(found);
    if (isEmptyStatement(found.node)) report.note(at, `Few published templates have ${foreign}.`);
    else if (foreign)
      report[isDoubtful(found.node) ? 'warning' : 'error'](at, `GTM's sandbox may not know ${foreign}.`);
    if (untidy)
      report[isProven(found.node) ? 'note' : 'warning'](at, `Few published templates have ${untidy}.`);
    if (trap) report.warning(at, `\`const\` in ${trap} keeps its first value.`);
  }
  // GTM's words: "missing ';' at 'const'". Before a closing brace it does without.
  for (const { isLast, ...at } of missingSemicolons) {
    if (!isLast) report.error(at, 'No semicolon here; GTM does not insert it.');
  }
}

function checkNames(references: Reference[], context: string, report: Report): void {
  const free: readonly string[] = context === 'SERVER' ? [...globals, ...SERVER_GLOBALS] : globals;

  const isFree = ({ node, declaration }: Reference) =>
    !declaration && node.name !== 'arguments' && !free.includes(node.name);
  // A name that the code also asks for (`typeof window`, `window && window.a`) may be known to be missing.
  const asked = new Set(references.filter(isQuestion).map(({ node }) => node.name));

  for (const found of references) {
    const { node, ancestors, declaration } = found;
    const parent = ancestors.at(-1);
    if (isFree(found)) {
      const message = `The sandbox has no \`${node.name}\`, and the code does not declare it.`;
      report[aborts(found) && !asked.has(node.name) ? 'error' : 'warning'](positionOf(node), message);
    }
    if (declaration?.kind === 'const' && isAssigned(node, parent)) {
      report.warning(positionOf(node), `\`${node.name}\` is a \`const\`: GTM ignores the assignment.`);
    }
  }
}

/** Whether the code asks if there is something under a name: `typeof a`, `!a`, `a && ...`, `if (a)`. */
function isQuestion({ node, ancestors }: Reference): boolean {
  const parent = ancestors.at(-1);
  switch (parent?.type) {
    case 'UnaryExpression':
      return true;
    case 'LogicalExpression':
      return parent.left === node;
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test === node;
    default:
      return false;
  }
}

function checkMembers(
  { program }: SyntaxTree,
  references: Reference[],
  context: string,
  report: Report,
): void {
  for (const { node, name, api, isPlain } of unknownMembers(program, references, knownIn(context))) {
    const at = positionOf(node);
    if (api) report.warning(at, `\`${api}\` has no \`${name}\`.`);
    else if (context === 'SERVER' && name === 'startsWith') {
      report.note(at, 'Nobody could try outside of GTM whether texts have `startsWith`; here they do not.');
    } else if (isPlain || MISSING_METHODS.has(name))
      report.error(at, `No value of the sandbox has a method \`${name}\`; calling it aborts the template.`);
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
    return [{ api, node, name, isUsed }];
  });
}

/** `data.x` without a field `x`, and without code that sets it, is always undefined. */
function checkData(references: Reference[], fields: PlacedField[], report: Report): void {
  const read = references.flatMap(({ node, ancestors, declaration }) => {
    const member = ancestors.at(-1);
    const name = node.name === 'data' && !declaration && member ? memberName(member) : undefined;
    return name === undefined
      ? []
      : [{ name, member, isSet: isAssigned(member as AnyNode, ancestors.at(-2)) }];
  });
  const known = new Set<string>([
    ...DATA_OF_GTM,
    ...methods.object,
    ...fields.map(({ field }) => field.name),
    ...read.flatMap(({ name, isSet }) => (isSet ? [name] : [])),
  ]);
  for (const { name, member } of read) {
    if (known.has(name)) continue;
    const at = positionOf(member as AnyNode);
    report.warning(at, `There is no field \`${name}\`: \`data.${name}\` is always undefined.`);
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
