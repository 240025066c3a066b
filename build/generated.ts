import type { RollupOptions } from 'rollup';

/**
 * A file that is no JavaScript, made by a function, as a build of its own.
 * @param file the path of the file, such as `dist/container.json`
 * @param sources files that it is made from; a change in them makes it again when rollup watches
 * @param make gives its text
 */
export function generated(file: string, sources: string[], make: () => string): RollupOptions {
  return {
    input: file,
    plugins: [
      {
        name: 'generated',
        resolveId: (id) => id,
        load(_id) {
          for (const source of sources) this.addWatchFile(source);
          return 'export default 0;';
        },
        renderChunk: () => ({ code: make(), map: null }),
      },
    ],
    output: { file, format: 'es' },
  };
}
