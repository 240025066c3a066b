import { CODE_SECTIONS, PERMISSION_SECTION, type PermissionEntry, splitSections } from '../template.ts';
import { declaredPermissions, permissionsOf } from './api-use.ts';
import { type CodeUse, checkCode } from './code.ts';
import { checkFields } from './fields.ts';
import { checkInfo } from './info.ts';
import { inFile, type Json, readJsonSection } from './json.ts';
import { checkPermissions } from './permissions.ts';
import { type Problem, type Report, reportInto, sorted } from './problem.ts';
import { checkSections } from './sections.ts';
import { positionOf } from './syntax-tree.ts';
import { checkTests } from './tests.ts';

export type { Problem } from './problem.ts';

/**
 * Everything about a template that makes GTM refuse its import or breaks it when it runs (errors), and what is
 * unusual or of no use (warnings).
 *
 * @param text the text of the `.tpl` file
 * @param file its name, for the problems
 * @returns the problems in the order of the file; no error for a template that GTM accepts
 */
export function checkTemplate(text: string, file = 'template.tpl'): Problem[] {
  const problems: Problem[] = [];
  const report = reportInto(problems, file);
  const sections = splitSections(text);
  const section = (...names: string[]) => sections.find(({ name }) => names.includes(name));

  checkSections(sections, text, report);
  const code = section(...CODE_SECTIONS);
  const context = code?.name === 'SANDBOXED_JS_FOR_SERVER' ? 'SERVER' : 'WEB';
  const read = (...names: string[]) => {
    const found = section(...names);
    return found?.text ? readJsonSection(found, report) : undefined;
  };

  const info = read('INFO');
  if (info) checkInfo(info, context, report);
  const parameters = read('TEMPLATE_PARAMETERS');
  const fields = parameters ? checkFields(parameters, report) : [];
  const permissions = read(PERMISSION_SECTION[context]);
  if (permissions) checkPermissions(permissions, context, report);
  if (code) {
    const kind = String((info?.value as { type?: unknown } | undefined)?.type);
    const inCode: Report = {
      error: (at, message) => report.error(inFile(code, at), message),
      warning: (at, message) => report.warning(inFile(code, at), message),
    };
    const use = checkCode({ code: code.text, kind, context, fields }, inCode);
    if (use && context === 'WEB') checkPermissionUse(use, permissions, report, inCode);
  }
  const tests = section('TESTS');
  if (tests) checkTests(tests, report);
  return sorted(problems);
}

/** APIs whose permission is not declared, and permissions that no API of the code asks for. */
function checkPermissionUse(
  use: CodeUse,
  permissions: Json | undefined,
  report: Report,
  inCode: Report,
): void {
  const entries = Array.isArray(permissions?.value) ? (permissions.value as PermissionEntry[]) : [];
  const declared = declaredPermissions(entries);
  for (const { api, node, isUsed } of use.required) {
    const missing = [...permissionsOf([api]).keys()].filter((permission) => !declared.includes(permission));
    for (const permission of missing) {
      // Logging without its permission is silent; what is never called asks for nothing.
      const severity = isUsed && permission !== 'logging' ? 'error' : 'warning';
      inCode[severity](
        positionOf(node),
        `\`${api}\` needs the permission \`${permission}\`, which is not declared.`,
      );
    }
  }
  const asked = permissionsOf(use.required.map(({ api }) => api));
  declared.forEach((permission, index) => {
    if (asked.has(permission) || !permissions) return;
    const at = permissions.at([index, 'instance', 'key', 'publicId']);
    report.warning(at, `No API that the code requires needs the permission \`${permission}\`.`);
  });
}
