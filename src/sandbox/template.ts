import type { Field } from './field.ts';
import { type JsonError, readJson } from './json.ts';

/** One section of a `.tpl` file: the text between its marker and the next, without the blank lines around it. */
export interface Section {
  /** Without its underscores, as in `INFO`. */
  name: string;
  text: string;
  /** Line of the file, from 1, on which the text begins. */
  line: number;
  /** Line of the marker. */
  markerLine: number;
}

/** Section ___INFO___. Published files carry more than these keys. */
export interface TemplateInfo {
  type: 'TAG' | 'MACRO' | 'CLIENT' | 'TRANSFORMATION' | (string & {});
  displayName: string;
  description?: string;
  version?: number;
  categories?: string[];
  brand?: { id?: string; displayName?: string; thumbnail?: string };
  containerContexts?: ('WEB' | 'SERVER' | (string & {}))[];
  [key: string]: unknown;
}

/** One entry of the permissions section, as GTM writes it. */
export interface PermissionEntry {
  instance: { key: { publicId: string; versionId?: string }; param?: { key: string; value: unknown }[] };
  clientAnnotations?: { isEditedByUser?: boolean };
  isRequired?: boolean;
}

/** A template, read from its `.tpl` file. */
export interface Template {
  file: string;
  info: TemplateInfo;
  /** The template's type: a tag, a variable (GTM says MACRO) or a server container's client. */
  kind: TemplateInfo['type'];
  /** Whether a web or a server container runs it. */
  context: 'WEB' | 'SERVER';
  parameters: Field[];
  code: string;
  /** Line of the file, from 1, on which `code` begins. */
  codeLine: number;
  permissions: PermissionEntry[];
  /** YAML: `scenarios` and `setup`; empty where the template has no tests. */
  tests: string;
  /** Line of the file on which `tests` begins. */
  testsLine: number;
  notes: string;
  sections: Section[];
  /** What a stricter reader would have refused. */
  forgiven?: Forgiven[];
}

/** Something that GTM's own exports do not have, and that is read all the same: where, and what it is. */
export interface Forgiven {
  line: number;
  what: string;
}

export const CODE_SECTIONS = ['SANDBOXED_JS_FOR_WEB_TEMPLATE', 'SANDBOXED_JS_FOR_SERVER'];
export const PERMISSION_SECTION = { WEB: 'WEB_PERMISSIONS', SERVER: 'SERVER_PERMISSIONS' } as const;
export const PERMISSION_SECTIONS: string[] = Object.values(PERMISSION_SECTION);

/**
 * Reads a `.tpl` file.
 *
 * Published files vary: CRLF, a byte order mark, sections left out or in an older order, JSON with trailing commas or
 * unquoted keys are all read; `check` reports what its author would want to change.
 *
 * @param text the file's text
 * @param file its name, for errors
 * @param isForgiving whether to go on without what nobody can read of ___INFO___ and the fields: tests need neither
 * @throws an Error naming file and line, for a file without the sections that a template needs, one with a
 *   section twice, or with broken JSON
 */
export function readTemplate(text: string, file = 'template.tpl', isForgiving = false): Template {
  const sections = splitSections(text);
  rejectRepeated(sections, file);

  const forgiven: Forgiven[] = [];
  const about = required(sections, ['INFO'], file);
  const info = readSection(about, file, forgiven, isForgiving ? () => typeIn(about) : undefined);
  const code = required(sections, CODE_SECTIONS, file);
  const parameters = optional(sections, ['TEMPLATE_PARAMETERS']);
  const context = code.name === 'SANDBOXED_JS_FOR_SERVER' ? 'SERVER' : 'WEB';
  const permissions = optional(sections, [PERMISSION_SECTION[context]]);
  const tests = optional(sections, ['TESTS']);

  return {
    file,
    info,
    kind: info.type,
    context,
    parameters: parameters?.text
      ? readSection<Field[]>(parameters, file, forgiven, isForgiving ? () => [] : undefined)
      : [],
    code: code.text,
    codeLine: code.line,
    permissions: permissions?.text ? readSection<PermissionEntry[]>(permissions, file, forgiven) : [],
    tests: tests?.text ?? '',
    testsLine: tests?.line ?? 0,
    notes: optional(sections, ['NOTES'])?.text ?? '',
    sections,
    forgiven,
  };
}

/** As much of ___INFO___ as a template needs to run. */
function typeIn({ text }: Section): TemplateInfo {
  return { type: /"type"\s*:\s*"(\w+)"/.exec(text)?.[1] ?? 'TAG', displayName: '' };
}

/** The sections of a `.tpl` file in their order, whatever they hold. */
export function splitSections(text: string): Section[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const markers = lines.flatMap((line, index) => {
    const name = /^\s*___([A-Z][A-Z0-9_]*?)___\s*$/.exec(line)?.[1];
    return name ? [{ name, index }] : [];
  });
  return markers.map(({ name, index }, position) => {
    let first = index + 1;
    let end = markers[position + 1]?.index ?? lines.length;
    while (first < end && !lines[first]?.trim()) first++;
    while (end > first && !lines[end - 1]?.trim()) end--;
    return { name, text: lines.slice(first, end).join('\n'), line: first + 1, markerLine: index + 1 };
  });
}

function optional(sections: Section[], names: string[]): Section | undefined {
  return sections.find((section) => names.includes(section.name));
}

function required(sections: Section[], names: string[], file: string): Section {
  const section = optional(sections, names);
  if (section) return section;
  const markers = names.map((name) => `___${name}___`).join(' or ');
  throw new Error(
    `${file}:1: no line ${markers}: this is not a Google Tag Manager template, or part of it is missing.`,
  );
}

function rejectRepeated(sections: Section[], file: string): void {
  sections.forEach((section, index) => {
    const earlier = sections.slice(0, index).find(({ name }) => name === section.name);
    // Published templates carry code twice; the first counts.
    if (earlier && !CODE_SECTIONS.includes(section.name)) {
      throw new Error(
        `${file}:${section.markerLine}: ___${section.name}___ a second time; it is already on line ${earlier.markerLine}.`,
      );
    }
  });
}

/** @param instead what stands for a section that nobody can read; without it, that is an error */
function readSection<T>(
  { name, text, line }: Section,
  file: string,
  forgiven: Forgiven[],
  instead?: () => T,
): T {
  try {
    const read = readJson(text);
    if (read.forgiven) {
      const { line: at, reason } = read.forgiven;
      forgiven.push({ line: line + at - 1, what: `___${name}___ is not strict JSON: ${reason}` });
    }
    return read.value as T;
  } catch (error) {
    const { fault } = error as JsonError;
    const at = line + fault.line - 1;
    const what = `___${name}___ is not valid JSON: ${fault.reason}`;
    if (!instead) throw new Error(`${file}:${at}: ${what}`);
    forgiven.push({ line: at, what });
    return instead();
  }
}
