import { readFileSync } from 'node:fs';
import { createContainer } from '../../src/container/container.ts';
import type { ContainerExport } from '../../src/container/export-format.ts';
import type { ContainerValues } from '../../src/container/values.ts';

/** A file of dist/. */
export function dist(file: string): string {
  return readFileSync(new URL(`../../dist/${file}`, import.meta.url), 'utf8');
}

/** dist/container.json, as a marketer imports it. */
export const delivered = JSON.parse(dist('container.json')) as ContainerExport;

/** The same with everything filled in. */
export const values = {
  analyticsHost: 'analytics-eu.searchstax.com',
  trackingKey: 'the-key',
  language: 'en',
  model: 'ShopModel',
  chatGoal: 'Chat requested',
  phoneGoal: '{4E1B3C6A-9D2F-4C57-8A10-6B7C8D9E0F12}',
  pixel: '/-/media/goals/trigger',
} satisfies ContainerValues;

export function filledIn(changes: ContainerValues = {}, pixelUrls?: string[]): ContainerExport {
  const searchPage = { templateData: dist('search-page.tpl'), script: dist('search-page.js') };
  const packed = {
    templateData: dist('template.tpl'),
    companion: dist('companion.js'),
    pixelUrls,
    searchPage,
  };
  return createContainer({ ...values, ...changes }, packed);
}
