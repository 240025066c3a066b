import { type AnyNode, parseExpressionAt } from 'acorn';
import { type JsonError, readJson } from '../json.ts';
import type { Section } from '../template.ts';
import type { Position, Report } from './problem.ts';

export type Path = readonly (string | number)[];

/** A section's JSON with the places of its parts. */
export interface Json {
  value: unknown;
  /** Where in the file the part at a path stands; the nearest part around it where there is none. */
  at(path: Path): Position;
}

/** Reads a section's JSON; what cannot be read is reported, and undefined. */
export function readJsonSection(section: Section, report: Report): Json | undefined {
  const { text, name } = section;
  try {
    const { value, forgiven } = readJson(text);
    if (forgiven) {
      report.warning(
        inFile(section, forgiven),
        `___${name}___ is not strict JSON: ${forgiven.reason}. GTM writes it strictly.`,
      );
    }
    // JSON is JavaScript, and acorn knows where everything stands.
    const root = parseExpressionAt(text, 0, { ecmaVersion: 'latest', locations: true });
    return { value, at: (path) => inFile(section, placeOf(root, path)) };
  } catch (error) {
    const { fault } = error as JsonError;
    report.error(inFile(section, fault), `___${name}___ is not valid JSON: ${fault.reason}.`);
    return undefined;
  }
}

/** A place in a section's text as a place in the file. */
export function inFile({ line }: { line: number }, at: Position): Position {
  return { line: line + at.line - 1, column: at.column };
}

function placeOf(root: AnyNode, path: Path): Position {
  let node: AnyNode = root;
  let place: AnyNode = root;
  for (const step of path) {
    if (node.type === 'ArrayExpression' && typeof step === 'number') {
      const element = node.elements[step];
      if (!element) break;
      node = element;
      place = element;
    } else if (node.type === 'ObjectExpression') {
      const property: AnyNode | undefined = node.properties.find(
        (candidate) => candidate.type === 'Property' && keyOf(candidate.key) === step,
      );
      if (property?.type !== 'Property') break;
      node = property.value;
      place = property;
    } else break;
  }
  return { line: place.loc?.start.line ?? 1, column: (place.loc?.start.column ?? 0) + 1 };
}

function keyOf(key: AnyNode): unknown {
  return key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : undefined;
}
