import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { CODE_SECTIONS, readTemplate, splitSections, type Template } from '../template.ts';
import { inFile, readJsonSection } from './json.ts';
import { referencesOf } from './names.ts';
import { outcomeFaults } from './outcome-faults.ts';
import { type Position, type Problem, type Report, reportInto, sorted } from './problem.ts';
import { parseCode } from './syntax-tree.ts';
import { imageSize } from './thumbnail.ts';

/** What lies beside a template in its repository. */
export interface Surroundings {
  /** The texts of the files beside it; undefined where there is none. */
  metadata: string | undefined;
  license: string | undefined;
  /** The template as a commit holds it; undefined where the commit, or the repository, is not at hand. */
  templateIn(commit: string): string | undefined;
}

const TOP = { line: 1, column: 1 };

/**
 * What the Community Template Gallery asks of a template beyond what GTM does.
 *
 * @param text the template's
 * @param file its path, for the problems
 * @returns the problems of the template and of `metadata.yaml`, file by file
 */
export function checkGallery(text: string, file: string, around: Surroundings): Problem[] {
  const problems: Problem[] = [];
  const report = reportInto(problems, file);
  if (!/(^|[\\/])template\.tpl$/.test(file))
    report.error(TOP, 'The gallery reads the file template.tpl, and no other.');
  checkLicense(around.license, report);
  let template: Template | undefined;
  try {
    template = readTemplate(text, file);
  } catch {
    // What keeps it from being read is said by the checks that every template goes through.
  }
  if (template) {
    checkInfo(template, text, report);
    checkOutcome(template, report);
  }
  const inMetadata: Problem[] = [];
  checkMetadata(text, around, reportInto(inMetadata, file.replace(/[^\\/]*$/, 'metadata.yaml')));
  return [...sorted(problems), ...sorted(inMetadata)];
}

function checkLicense(license: string | undefined, report: Report): void {
  if (license === undefined) report.error(TOP, 'There is no LICENSE beside the template.');
  else if (!/Apache License\s+Version 2\.0/.test(license))
    report.error(TOP, 'LICENSE must hold the Apache License, Version 2.0.');
}

function checkInfo({ info, context, sections }: Template, text: string, report: Report): void {
  if (!sections.some(({ name }) => name === 'TERMS_OF_SERVICE'))
    report.warning(TOP, 'There is no ___TERMS_OF_SERVICE___: export the template from GTM, which writes it.');
  const section = splitSections(text).find(({ name }) => name === 'INFO');
  const json = section && readJsonSection(section, { error: () => {}, warning: () => {}, note: () => {} });
  const at = (...path: string[]) => json?.at(path) ?? TOP;
  const { categories, containerContexts = [], brand, description } = info;
  const count = Array.isArray(categories) ? categories.length : 0;
  if (count < 1 || count > 3)
    report.error(at('categories'), `The gallery asks for one to three categories; there are ${count}.`);
  const other = containerContexts.find((name) => name !== context);
  if (other !== undefined) {
    const message = `The code is for ${context} containers, and the containerContexts name ${other} too.`;
    report.error(at('containerContexts'), message);
  }
  if (!description) report.warning(at('description'), 'There is no description; marketers choose by it.');
  const thumbnail = brand?.thumbnail;
  const size = typeof thumbnail === 'string' ? imageSize(thumbnail) : undefined;
  if (!thumbnail) report.warning(at('brand'), 'There is no icon (brand.thumbnail); the gallery shows one.');
  else if (size && size.width !== size.height) {
    const message = `The icon is ${size.width} by ${size.height} pixels; it must be square.`;
    report.error(at('brand', 'thumbnail'), message);
  }
}

function checkOutcome({ kind, code, sections }: Template, report: Report): void {
  const section = sections.find(({ name }) => CODE_SECTIONS.includes(name));
  const tree = parseCode(code);
  if (kind !== 'TAG' || !section || 'fault' in tree) return;
  for (const { at, message } of outcomeFaults(tree.program, referencesOf(tree.program), section.line)) {
    report.warning(inFile(section, at), message);
  }
}

/** Checks `metadata.yaml`: where the template has its home, and the commit of each of its versions. */
function checkMetadata(text: string, { metadata, templateIn }: Surroundings, report: Report): void {
  if (metadata === undefined) {
    report.error(TOP, 'There is no metadata.yaml beside the template.');
    return;
  }
  const lines = new LineCounter();
  const document = parseDocument(metadata, { lineCounter: lines, schema: 'failsafe' });
  const at = (node: unknown): Position => {
    const { line, col } = lines.linePos((node as Node | undefined)?.range?.[0] ?? 0);
    return { line, column: col };
  };
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    const [reason = ''] = error.message.split('\n');
    const message = `This is not valid YAML: ${reason.replace(/ at line \d+, column \d+:?$/, '')}.`;
    report.error({ line, column: col }, message);
    return;
  }
  const root = document.contents;
  if (!isMap(root)) {
    report.error(TOP, 'It must be a map with `homepage` and `versions`.');
    return;
  }
  const homepage = root.get('homepage');
  if (typeof homepage !== 'string' || !URL.canParse(homepage))
    report.error(at(root.get('homepage', true) ?? root), '`homepage` must be an address.');
  const versions = root.get('versions', true);
  if (!isSeq(versions) || versions.items.length === 0) {
    report.error(at(versions ?? root), '`versions` must list at least one version.');
    return;
  }
  versions.items.forEach((version, index) => {
    const sha = isMap(version) ? version.get('sha', true) : undefined;
    const commit = isScalar(sha) ? String(sha.value) : '';
    const place = at(sha ?? version);
    if (!/^[\da-f]{40}$/.test(commit) || /^0+$/.test(commit)) {
      report.error(
        place,
        '`sha` must be the 40 digits of the commit that holds this version of the template.',
      );
    } else if (index === 0) checkCommit(commit, place, text, templateIn, report);
    if (isMap(version) && !version.get('changeNotes'))
      report.warning(at(version), 'No `changeNotes`: users see them when they update.');
  });
}

/** The newest version is what the template is now. */
function checkCommit(
  commit: string,
  at: Position,
  text: string,
  templateIn: Surroundings['templateIn'],
  report: Report,
): void {
  const committed = templateIn(commit);
  if (committed === undefined) {
    report.warning(at, `The commit ${commit} is not at hand: whether it holds this template cannot be told.`);
  } else if (committed.replace(/\r\n/g, '\n') !== text.replace(/\r\n/g, '\n')) {
    report.error(at, `The commit ${commit} holds another template.tpl than the one here.`);
  }
}
