import type { OutputOptions } from 'rollup';
import { rollup } from 'rollup';
import { searchPage } from '../../build/search-page.ts';

/** The reader as it is published, built from the present source. */
export async function buildReader(): Promise<string> {
  const bundle = await rollup(searchPage);
  const { output } = await bundle.generate(searchPage.output as OutputOptions);
  await bundle.close();
  return output[0].code;
}
