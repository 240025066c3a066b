/** What a release does to CHANGELOG.md. */

/** The section of what comes next: under its own number already, or still without. */
function headingOf(version: string): RegExp {
  return new RegExp(`^## (?:Unreleased|\\[?${version.replaceAll('.', '\\.')}\\]?)(?: .*)?$`, 'im');
}

/**
 * Gives the section of a version its heading, `## 1.1.0 (2026-11-21)`.
 * @param text CHANGELOG.md
 * @param date as 2026-11-21
 * @returns the new text, and what the section says
 * @throws an Error where there is no such section, or nothing in it
 */
export function released(text: string, version: string, date: string): { text: string; notes: string } {
  const heading = headingOf(version).exec(text);
  if (!heading) {
    throw new Error(`CHANGELOG.md has no section "## Unreleased" or "## ${version}": say there what is new.`);
  }
  const rest = text.slice(heading.index + heading[0].length);
  const notes = (/^## /m.test(rest) ? rest.slice(0, rest.search(/^## /m)) : rest).trim();
  if (!notes) throw new Error(`The section "${heading[0]}" of CHANGELOG.md is empty: say there what is new.`);
  return { text: `${text.slice(0, heading.index)}## ${version} (${date})${rest}`, notes };
}
