import { readFileSync } from 'node:fs';
import { createContainer } from '../src/container/container.ts';
import { generated } from './generated.ts';

const sources = ['dist/template.tpl', 'dist/companion.js', 'dist/search-page.tpl', 'dist/search-page.js'];

/** The importable container, its constants to be filled in. Comes after the builds of what it packs. */
export const container = generated('dist/container.json', sources, () => {
  const [templateData = '', companion = '', searchPageTemplate = '', script = ''] = sources.map((file) =>
    readFileSync(file, 'utf8'),
  );
  const searchPage = { templateData: searchPageTemplate, script };
  return `${JSON.stringify(createContainer({}, { templateData, companion, searchPage }), null, 2)}\n`;
});
