import type { OutputOptions } from 'rollup';
import { rollup } from 'rollup';
import { companion } from '../../build/companion.ts';

/** The companion as it is published, built from the present source. */
export async function buildCompanion(): Promise<string> {
  const bundle = await rollup(companion);
  const { output } = await bundle.generate(companion.output as OutputOptions);
  await bundle.close();
  return output[0].code;
}
