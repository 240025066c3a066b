/** The pages of the documentation, and what stands in them. */

import { readFileSync } from 'node:fs';
import { pages } from '../../build/docs.ts';

export interface Page {
  path: string;
  text: string;
}

export const guide: Page[] = ['README.md', 'CONTRIBUTING.md', ...pages()].map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

/** A block of code, with the line on which it begins. */
export interface Block {
  where: string;
  language: string;
  code: string;
}

export const blocks: Block[] = guide.flatMap(({ path, text }) =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(({ index, 1: language = '', 2: code = '' }) => ({
    where: `${path}:${text.slice(0, index).split('\n').length}`,
    language,
    code,
  })),
);

/** A page's prose: without its blocks of code, and without code within lines. */
export function prose({ text }: Page): string {
  return text.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, '');
}
