import { CODE_SECTIONS, PERMISSION_SECTIONS, type Section } from '../template.ts';
import type { Report } from './problem.ts';

const TERMS = 'TERMS_OF_SERVICE';

/** In the order in which GTM writes them; sections of one row exclude each other. */
const ORDER: string[][] = [
  [TERMS],
  ['INFO'],
  ['TEMPLATE_PARAMETERS'],
  CODE_SECTIONS,
  PERMISSION_SECTIONS,
  ['TESTS'],
  ['NOTES'],
];

/** Checks the marker lines of a template. */
export function checkSections(sections: Section[], text: string, report: Report): void {
  const start = { line: 1, column: 1 };
  if (text.startsWith('\uFEFF'))
    report.warning(start, 'The file begins with a byte order mark; GTM writes none.');
  if (text.includes('\r')) report.warning(start, 'The lines end in CR LF; GTM writes LF.');

  for (const names of [['INFO'], CODE_SECTIONS]) {
    if (!sections.some(({ name }) => names.includes(name))) {
      report.error(start, `There is no ${names.map((name) => `___${name}___`).join(' or ')}.`);
    }
  }
  for (const names of [[TERMS], ['TEMPLATE_PARAMETERS']]) {
    if (sections.length && !sections.some(({ name }) => names.includes(name))) {
      report.warning(start, `There is no ${names.map((name) => `___${name}___`).join(' or ')}.`);
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
    } else checkOrder(section, earlier, report);
  });
}

function checkOrder(section: Section, earlier: Section[], report: Report): void {
  const at = { line: section.markerLine, column: 1 };
  const late = earlier.find((other) => rowOf(other) > rowOf(section));
  if (!late) return;
  // Published templates have their sections in many an order.
  report.warning(at, `___${section.name}___ stands before ___${late.name}___ in GTM's files.`);
}

function rowOf({ name }: Section): number {
  return ORDER.findIndex((names) => names.includes(name));
}
