import { CODE_SECTIONS, PERMISSION_SECTIONS, type Section } from '../template.ts';
import type { Report } from './problem.ts';

const TERMS = 'TERMS_OF_SERVICE';

/** The sections that there are; those of one row exclude each other. */
const ROWS: string[][] = [
  [TERMS],
  ['INFO'],
  ['TEMPLATE_PARAMETERS'],
  CODE_SECTIONS,
  PERMISSION_SECTIONS,
  ['TESTS'],
  ['NOTES'],
];

/** What GTM does without. Templates from before the gallery have no terms, and do no worse. */
const OPTIONAL = [
  [TERMS, 'note'],
  ['TEMPLATE_PARAMETERS', 'warning'],
] as const;

/** Checks the marker lines of a template. Their order, and a byte order mark, are as authors publish them. */
export function checkSections(sections: Section[], text: string, report: Report): void {
  const start = { line: 1, column: 1 };
  if (sections.length === 0) {
    const encoding = text.includes('\0') ? ', or not in UTF-8' : '';
    report.error(start, `This is not a Google Tag Manager template${encoding}: it has no line ___INFO___.`);
    return;
  }
  if (text.includes('\r')) report.note(start, 'The lines end in CR LF; GTM writes LF, and reads both.');

  for (const names of [['INFO'], CODE_SECTIONS]) {
    if (!sections.some(({ name }) => names.includes(name))) {
      report.error(start, `There is no ${names.map((name) => `___${name}___`).join(' or ')}.`);
    }
  }
  for (const [name, severity] of OPTIONAL) {
    if (sections.length && !sections.some((section) => section.name === name)) {
      report[severity](start, `There is no ___${name}___.`);
    }
  }
  sections.forEach((section, index) => {
    const at = { line: section.markerLine, column: 1 };
    const earlier = sections.slice(0, index);
    const row = rowOf(section);
    if (row < 0) report.warning(at, `GTM has no section ___${section.name}___.`);
    else if (earlier.some((other) => rowOf(other) === row)) {
      // Published templates carry their code twice, or the permissions of both kinds of containers.
      const isKnown = [CODE_SECTIONS, PERMISSION_SECTIONS].some((names) => names.includes(section.name));
      report[isKnown ? 'warning' : 'error'](at, `A second ___${section.name}___; GTM reads one.`);
    }
  });
}

function rowOf({ name }: Section): number {
  return ROWS.findIndex((names) => names.includes(name));
}
