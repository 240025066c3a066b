/** The importable container (Admin > Import Container): the templates, and everything wired to them. */

import { readTemplate } from '../sandbox/template.ts';
import { htmlLimit, unfitForHtml } from './custom-html.ts';
import type { ContainerExport } from './export-format.ts';
import { accountId, belonging, containerId, exportTime, fingerprint, folderId, templateIds } from './ids.ts';
import { tags } from './tags.ts';
import { narrowed } from './template.ts';
import { triggers } from './triggers.ts';
import type { ContainerValues } from './values.ts';
import { builtInVariables, variables } from './variables.ts';

const name = 'SearchStax + Sitecore';
const path = `accounts/${accountId}/containers/${containerId}`;
const publicId = 'GTM-0000000';
const tagManagerUrl = `https://tagmanager.google.com/#/versions/${path}/versions/0`;

/** As exports of web containers name them. */
const features = {
  supportUserPermissions: true,
  supportEnvironments: true,
  supportWorkspaces: true,
  supportGtagConfigs: false,
  supportBuiltInVariables: true,
  supportClients: false,
  supportFolders: true,
  supportTags: true,
  supportTemplates: true,
  supportTriggers: true,
  supportVariables: true,
  supportVersions: true,
  supportZones: true,
  supportTransformations: false,
};

/** What the container carries. */
export interface Packed {
  /** The text of dist/template.tpl. */
  templateData: string;
  /** The code of dist/companion.js. */
  companion: string;
  /** The only addresses that the template may call, as GTM's URL patterns; any https address without them. */
  pixelUrls?: readonly string[];
  /** The text of dist/search-page.tpl and the code of dist/search-page.js; the container goes without, if absent. */
  searchPage?: { templateData: string; script: string };
}

/**
 * Makes the container.
 * @param values what is filled in; the rest is left to the marketer, and sends nothing until then
 * @throws an Error where a value holds a GTM variable, which the container does not have, and where a script is nothing
 *   that a Custom HTML tag can hold
 */
export function createContainer(
  values: ContainerValues,
  { templateData, companion, pixelUrls, searchPage }: Packed,
): ContainerExport {
  rejectVariables({ ...values, ...values.searchPage });
  rejectUnfit('The companion', companion);
  if (searchPage) rejectUnfit('The search page reader', searchPage.script);
  return {
    exportFormatVersion: 2,
    exportTime,
    containerVersion: {
      path: `${path}/versions/0`,
      accountId,
      containerId,
      containerVersionId: '0',
      container: {
        path,
        accountId,
        containerId,
        name,
        publicId,
        usageContext: ['WEB'],
        fingerprint,
        tagManagerUrl: `https://tagmanager.google.com/#/container/${path}/workspaces`,
        features,
        tagIds: [publicId],
      },
      tag: tags(companion, searchPage?.script, values),
      trigger: triggers,
      variable: variables(values),
      folder: [{ ...belonging, folderId, name }],
      builtInVariable: builtInVariables.map((variable) => ({ accountId, containerId, ...variable })),
      customTemplate: [
        customTemplate(templateIds.tag, pixelUrls ? narrowed(templateData, pixelUrls) : templateData),
        ...(searchPage ? [customTemplate(templateIds.searchPage, searchPage.templateData)] : []),
      ],
      fingerprint,
      tagManagerUrl,
    },
  };
}

function customTemplate(templateId: string, templateData: string) {
  return { ...belonging, templateId, name: readTemplate(templateData).info.displayName, templateData };
}

function rejectVariables(values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string' && value.includes('{{')) {
      throw new Error(`The container's ${name} cannot hold a GTM variable: ${value}`);
    }
  }
}

function rejectUnfit(what: string, script: string): void {
  const found = unfitForHtml(script);
  if (found) throw new Error(`${what} holds "${found}", which a Custom HTML tag cannot carry.`);
  if (script.length > htmlLimit - 100) {
    throw new Error(`${what} has ${script.length} characters; a Custom HTML tag holds ${htmlLimit}.`);
  }
}
