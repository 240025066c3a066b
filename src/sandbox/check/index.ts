import { apis } from '../apis/index.ts';
import { permissionKinds } from '../permissions/kinds.ts';
import { serverPermissionKinds } from '../permissions/server-kinds.ts';
import { serverApis } from '../server/apis/index.ts';
import { CODE_SECTIONS, PERMISSION_SECTION, type PermissionEntry, splitSections } from '../template.ts';
import { type ApiTable, declaredPermissions, permissionsOf } from './api-use.ts';
import { type CodeUse, checkCode } from './code.ts';
import { checkFields } from './fields.ts';
import { checkInfo } from './info.ts';
import { inFile, type Json, readJsonSection } from './json.ts';
import { checkPermissions } from './permissions.ts';
import { gathered, type Problem, type Report, reportInto, sorted } from './problem.ts';
import { checkRefusals } from './refusals.ts';
import { checkSections } from './sections.ts';
import { checkServerUse } from './server.ts';
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
  const known = context === 'WEB' ? apis : serverApis;
  // A section that cannot be read is reported once; nothing is concluded from what it may hold.
  const read = (...names: string[]): { json?: Json; isBroken?: boolean } => {
    const found = section(...names);
    if (!found?.text) return {};
    const json = readJsonSection(found, report);
    return json ? { json } : { isBroken: true };
  };

  const info = read('INFO').json;
  if (info) checkInfo(info, context, report);
  const parameters = read('TEMPLATE_PARAMETERS');
  const fields = parameters.json ? checkFields(parameters.json, report) : [];
  const permissions = read(PERMISSION_SECTION[context]);
  if (permissions.json) checkPermissions(permissions.json, context, report);
  if (code) {
    const kind = String((info?.value as { type?: unknown } | undefined)?.type);
    const inCode: Report = {
      error: (at, message) => report.error(inFile(code, at), message),
      warning: (at, message) => report.warning(inFile(code, at), message),
      note: (at, message) => report.note(inFile(code, at), message),
    };
    const use = checkCode(
      { code: code.text, kind, context, fields: parameters.isBroken ? undefined : fields },
      inCode,
    );
    if (use && context === 'SERVER') checkServerUse(use, permissions.json?.value, inCode);
    if (use && !permissions.isBroken) {
      const kinds = context === 'WEB' ? permissionKinds : serverPermissionKinds;
      const entries = entriesOf(permissions.json);
      checkPermissionUse(use, known, entries, permissions.json, report, inCode);
      checkRefusals(use, known, kinds, entries, inCode);
    }
  }
  const tests = section('TESTS');
  if (tests) checkTests(tests, known, report);
  return gathered(sorted(problems));
}

function entriesOf(permissions: Json | undefined): PermissionEntry[] {
  return Array.isArray(permissions?.value) ? permissions.value : [];
}

/** APIs whose permission is not declared, and permissions that no API of the code asks for. */
function checkPermissionUse(
  use: CodeUse,
  known: ApiTable,
  entries: PermissionEntry[],
  permissions: Json | undefined,
  report: Report,
  inCode: Report,
): void {
  const declared = declaredPermissions(entries);
  for (const { api, node, isUsed } of use.required) {
    const missing = [...permissionsOf([api], known).keys()].filter(
      (permission) => !declared.includes(permission),
    );
    for (const permission of missing) {
      // What is never called asks for nothing; logging without its permission is silent.
      if (!isUsed || known[api]?.isPermissionUnverified) continue;
      inCode[permission === 'logging' ? 'warning' : 'error'](
        positionOf(node),
        `\`${api}\` needs the permission \`${permission}\`, which is not declared.`,
      );
    }
  }
  const asked = permissionsOf(
    use.required.map(({ api }) => api),
    known,
  );
  const idle = declared.filter((permission) => !asked.has(permission));
  if (idle.length === 0 || !permissions) return;
  const at = permissions.at([declared.indexOf(idle[0] as string), 'instance', 'key', 'publicId']);
  const names = idle.map((permission) => `\`${permission}\``).join(', ');
  report.warning(
    at,
    `No API that the code requires needs the permission${idle.length === 1 ? '' : 's'} ${names}.`,
  );
}
