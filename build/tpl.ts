/** The fixed words that every template of the gallery carries. */
const terms =
  "By creating or modifying this file you agree to Google Tag Manager's Community\n" +
  'Template Gallery Developer Terms of Service available at\n' +
  'https://developers.google.com/tag-manager/gallery-tos (or such other URL as\n' +
  'Google may provide), as modified from time to time.';

export interface TemplateParts {
  info: unknown;
  fields: unknown;
  code: string;
  permissions: unknown;
  /** YAML. */
  tests: string;
  notes: string;
}

/** The text of a .tpl file: GTM's sections in GTM's order. */
export function toTpl({ info, fields, code, permissions, tests, notes }: TemplateParts): string {
  const sections: [marker: string, text: string][] = [
    ['TERMS_OF_SERVICE', terms],
    ['INFO', JSON.stringify(info, null, 2)],
    ['TEMPLATE_PARAMETERS', JSON.stringify(fields, null, 2)],
    ['SANDBOXED_JS_FOR_WEB_TEMPLATE', code],
    ['WEB_PERMISSIONS', JSON.stringify(permissions, null, 2)],
    ['TESTS', tests],
    ['NOTES', notes],
  ];
  return `${sections.map(([marker, text]) => `___${marker}___\n\n${text.trim()}\n`).join('\n\n')}`;
}
