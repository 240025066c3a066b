/** The importable container (Admin > Import Container): the tag template, and everything wired to it. */

import { readTemplate } from '../sandbox/template.ts';
import { htmlLimit, unfitForHtml } from './custom-html.ts';
import type { ContainerExport } from './export-format.ts';
import { accountId, belonging, containerId, exportTime, fingerprint, folderId, templateId } from './ids.ts';
import { tags } from './tags.ts';
import { narrowed } from './template.ts';
import { triggers } from './triggers.ts';
import type { ContainerValues } from './values.ts';
import { builtInVariables, variables } from './variables.ts';

const name = 'SearchStax + Sitecore';
const path = `accounts/${accountId}/containers/${containerId}`;
const tagManagerUrl = `https://tagmanager.google.com/#/versions/${path}/versions/0`;

/** What the container carries. */
export interface Packed {
  /** The text of dist/template.tpl. */
  templateData: string;
  /** The code of dist/companion.js. */
  companion: string;
  /** The only addresses that the template may call, as GTM's URL patterns; any https address without them. */
  pixelUrls?: readonly string[];
}

/**
 * Makes the container.
 * @param values what is filled in; the rest is left to the marketer, and sends nothing until then
 * @throws an Error where the companion is nothing that a Custom HTML tag can hold
 */
export function createContainer(
  values: ContainerValues,
  { templateData, companion, pixelUrls }: Packed,
): ContainerExport {
  rejectUnfit(companion);
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
        publicId: 'GTM-0000000',
        usageContext: ['WEB'],
        fingerprint,
        tagManagerUrl: `https://tagmanager.google.com/#/container/${path}/workspaces`,
      },
      tag: tags(companion),
      trigger: triggers,
      variable: variables(values),
      folder: [{ ...belonging, folderId, name }],
      builtInVariable: builtInVariables.map((variable) => ({ accountId, containerId, ...variable })),
      customTemplate: [
        {
          ...belonging,
          templateId,
          name: readTemplate(templateData).info.displayName,
          templateData: pixelUrls ? narrowed(templateData, pixelUrls) : templateData,
        },
      ],
      fingerprint,
      tagManagerUrl,
    },
  };
}

function rejectUnfit(companion: string): void {
  const found = unfitForHtml(companion);
  if (found) {
    throw new Error(`The companion holds "${found}", which a Custom HTML tag cannot carry.`);
  }
  if (companion.length > htmlLimit - 100) {
    throw new Error(
      `The companion has ${companion.length} characters; a Custom HTML tag holds ${htmlLimit}.`,
    );
  }
}
