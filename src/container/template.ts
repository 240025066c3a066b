import { toTpl } from '../../build/tpl.ts';
import { permissions } from '../../template/tag/permissions.ts';
import { readTemplate } from '../sandbox/template.ts';

/**
 * The template with leave to call certain addresses only.
 * @param templateData the text of a .tpl file
 * @param pixelUrls GTM's URL patterns, such as `https://www.example.com/*`
 */
export function narrowed(templateData: string, pixelUrls: readonly string[]): string {
  const { info, parameters, code, tests, notes } = readTemplate(templateData);
  return toTpl({ info, fields: parameters, code, permissions: permissions(pixelUrls), tests, notes });
}
