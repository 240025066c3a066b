import { relative } from 'node:path';
import { type OutputOptions, type RollupOptions, rollup } from 'rollup';

/** What rollup.config.mjs makes, in its order. */
export async function builds(): Promise<RollupOptions[]> {
  const config: { default: RollupOptions[] } = await import(
    new URL('../rollup.config.mjs', import.meta.url).href
  );
  return config.default;
}

/** The file, or the folder, that comes out. */
export function outputOf({ output }: RollupOptions): string {
  const { file, dir } = output as OutputOptions;
  return relative('', file ?? dir ?? '').replaceAll('\\', '/');
}

/**
 * Makes one of them, as `npm run build` does.
 * @returns how long it took, in seconds
 * @throws an error that shows what the build had to say
 */
export async function build(options: RollupOptions): Promise<number> {
  const begun = performance.now();
  try {
    const bundle = await rollup({ ...options, logLevel: 'silent' });
    await bundle.write(options.output as OutputOptions);
    await bundle.close();
  } catch (error) {
    const { message, frame = '' } = error as Error & { frame?: string };
    throw new Error(`${outputOf(options)} could not be built:\n\n${message}\n${frame}`.trim());
  }
  return (performance.now() - begun) / 1000;
}
