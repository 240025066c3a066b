import { permissionNames } from '../permissions/index.ts';
import { isKeyPattern, isUrlPattern } from '../permissions/patterns.ts';
import type { PermissionEntry } from '../template.ts';
import type { Json, Path } from './json.ts';
import type { Report } from './problem.ts';

/** Permissions of web containers whose APIs the stand-in does not have. */
const OTHER_WEB_PERMISSIONS = [
  'access_dom_element_properties',
  'detect_click_events',
  'detect_element_visibility_events',
  'detect_form_interaction_events',
  'detect_form_submit_events',
  'detect_history_change_events',
  'detect_link_click_events',
  'detect_pixel_events',
  'detect_scroll_events',
  'detect_timer_events',
  'detect_youtube_activity_events',
  'process_dom_events',
  'read_dom_element_text',
  'read_dom_elements',
  'read_screen_dimensions',
  'report_events',
  'run_container',
  'use_message',
];

/** What every browser has by itself: GTM's editor takes no such key, nor one below it, into `access_globals`. */
const BROWSER_GLOBALS = new Set(
  `XMLHttpRequest alert crypto devicePixelRatio document fetch history indexedDB innerHeight innerWidth localStorage
   location navigator performance screen sessionStorage setInterval setTimeout window`.split(/\s+/),
);

/** A parameter's value as GTM writes it. */
interface Written {
  type?: number;
  string?: string;
  listItem?: Written[];
  mapKey?: Written[];
  mapValue?: Written[];
}

/** Checks the permissions section: known permissions, each once, with patterns that GTM can read. */
export function checkPermissions(json: Json, context: 'WEB' | 'SERVER', report: Report): void {
  if (!Array.isArray(json.value)) {
    report.error(json.at([]), 'The permissions must be a list.');
    return;
  }
  const seen = new Set<string>();
  json.value.forEach((entry: PermissionEntry | null, index) => {
    const name = entry?.instance?.key?.publicId;
    if (typeof name !== 'string') {
      report.error(json.at([index]), 'A permission without instance.key.publicId.');
      return;
    }
    const at = json.at([index, 'instance', 'key', 'publicId']);
    const known: readonly string[] = [...permissionNames, ...OTHER_WEB_PERMISSIONS];
    if (context === 'WEB' && !known.includes(name)) report.error(at, `There is no permission \`${name}\`.`);
    if (seen.has(name)) report.warning(at, `A second entry for \`${name}\`.`);
    seen.add(name);
    // How server containers read their patterns nobody could try.
    if (context === 'WEB')
      checkPatterns(entry as PermissionEntry, [index, 'instance', 'param'], json, report);
    if (context === 'WEB' && name === 'access_globals')
      checkGlobals(entry as PermissionEntry, [index, 'instance', 'param'], json, report);
  });
}

function checkGlobals({ instance }: PermissionEntry, path: Path, json: Json, report: Report): void {
  const params = Array.isArray(instance.param) ? instance.param : [];
  params.forEach(({ value }, index) => {
    const rows = (value as Written)?.listItem;
    if (!Array.isArray(rows)) return;
    rows.forEach((row, rowIndex) => {
      const column = row?.mapKey?.findIndex((key) => key?.string === 'key') ?? -1;
      const key = String(row?.mapValue?.[column]?.string);
      const [first = ''] = key.split('.');
      if (!BROWSER_GLOBALS.has(first)) return;
      const at = json.at([...path, index, 'value', 'listItem', rowIndex, 'mapValue', column]);
      report.warning(at, `GTM's editor does not take the key \`${key}\`: \`${first}\` is the browser's own.`);
    });
  });
}

function checkPatterns({ instance }: PermissionEntry, path: Path, json: Json, report: Report): void {
  const params = Array.isArray(instance.param) ? instance.param : [];
  const any = params.some(({ key, value }) => /^allowed/.test(key) && (value as Written)?.string === 'any');
  params.forEach(({ key, value }, index) => {
    const items = (value as Written)?.listItem;
    const check = { urls: urlFault, keyPatterns: keyFault }[key];
    if (any || !check || !Array.isArray(items)) return;
    items.forEach((item, itemIndex) => {
      const fault = check(String(item?.string ?? ''));
      if (fault) report.error(json.at([...path, index, 'value', 'listItem', itemIndex]), fault);
    });
  });
}

function urlFault(pattern: string): string | undefined {
  if (isUrlPattern(pattern)) return undefined;
  return `GTM cannot read the URL pattern \`${pattern}\`: https, a host that may begin with \`*.\`, no port, a path.`;
}

function keyFault(pattern: string): string | undefined {
  if (isKeyPattern(pattern)) return undefined;
  return `GTM cannot read the key pattern \`${pattern}\`: a key such as \`a.b\`, or \`a.*\`.`;
}
