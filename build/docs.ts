/**
 * `npm run docs`: writes the parts of docs/ that follow from the sources. A page marks such a part with
 * `<!-- generated: name -->` and `<!-- /generated -->`; everything around it is written by hand.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  eventOverview,
  eventReference,
  identificationNames,
  impressionNames,
  sharedProperties,
  triggerPattern,
} from './docs/events.ts';
import { formReference, searchPageFormReference } from './docs/form.ts';
import { serverApiTable, unverifiedServerApis } from './docs/server-apis.ts';
import { cookieTable } from './docs/storage.ts';
import { widgetTable } from './docs/widgets.ts';

const parts: { [name: string]: () => string } = {
  cookies: cookieTable,
  'event overview': eventOverview,
  events: eventReference,
  form: formReference,
  identification: identificationNames,
  impressions: impressionNames,
  'search page form': searchPageFormReference,
  'server APIs': serverApiTable,
  'shared properties': sharedProperties,
  'trigger pattern': triggerPattern,
  'unverified server APIs': unverifiedServerApis,
  widgets: widgetTable,
};

const marked = /(<!-- generated: (.+?) -->\n)[\s\S]*?(<!-- \/generated -->)/g;

/**
 * A page with its generated parts as the sources have them now.
 * @throws an error that names a part which does not exist
 */
export function generated(page: string): string {
  return page.replaceAll(marked, (_whole, begin: string, name: string, end: string) => {
    const part = parts[name];
    if (!part) throw new Error(`There is no part "${name}". Parts are ${Object.keys(parts).join(', ')}.`);
    return `${begin}\n${part()}\n\n${end}`;
  });
}

/** The pages of docs/, as paths from the project's root. */
export function pages(): string[] {
  return readdirSync('docs')
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const page of pages()) {
    const text = readFileSync(page, 'utf8');
    const fresh = generated(text);
    if (fresh !== text) {
      writeFileSync(page, fresh);
      console.log(`${page} written`);
    }
  }
}
