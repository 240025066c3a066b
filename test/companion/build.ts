import type { OutputOptions, RollupOptions } from 'rollup';
import { rollup } from 'rollup';

const configuration = new URL('../../rollup.companion.mjs', import.meta.url).href;

/** The companion as it is published, built from the present source. */
export async function buildCompanion(): Promise<string> {
  const { default: config } = (await import(configuration)) as { default: RollupOptions };
  const bundle = await rollup(config);
  const { output } = await bundle.generate(config.output as OutputOptions);
  await bundle.close();
  return output[0].code;
}
