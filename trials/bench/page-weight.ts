import { gzipSync } from 'node:zlib';
import { type CompiledSize, compiledSize } from '../../build/compiled-size.ts';
import { fire, type Template } from '../../src/sandbox/index.ts';
import { fields, searchedPage } from './visit.ts';

/** What the product adds to a page. */
export interface PageWeight extends CompiledSize {
  /** The template's code as every container carries it, in bytes: as it is, and compressed. */
  code: number;
  codeGzip: number;
  /** The code without comments, blank lines and indentation: what is left if GTM strips them. */
  codeBare: number;
  /** Characters of the pixel's URL for a search with so many impressions. */
  urls: { impressions: number; characters: number }[];
}

export function weigh(template: Template): PageWeight {
  const { code } = template;
  const bare = code.replace(/^\s*(\/\/.*|\/\*\*[\s\S]*?\*\/)\s*$/gm, '').replace(/\n\s*/g, '\n');
  return {
    code: Buffer.byteLength(code),
    codeGzip: gzipSync(code, { level: 9 }).length,
    ...compiledSize(code),
    codeBare: Buffer.byteLength(bare),
    urls: [0, 10, 50, 100].map((impressions) => {
      const page = searchedPage(impressions);
      fire(page, template, fields, { eventId: 1 });
      return { impressions, characters: page.requests[0]?.length ?? 0 };
    }),
  };
}
