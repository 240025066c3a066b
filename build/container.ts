import { readFileSync } from 'node:fs';
import { createContainer } from '../src/container/container.ts';
import { generated } from './generated.ts';

const sources = ['dist/template.tpl', 'dist/companion.js'];

/** The importable container, its constants to be filled in. Comes after the builds of what it packs. */
export const container = generated('dist/container.json', sources, () => {
  const [templateData = '', companion = ''] = sources.map((file) => readFileSync(file, 'utf8'));
  return `${JSON.stringify(createContainer({}, { templateData, companion }), null, 2)}\n`;
});
