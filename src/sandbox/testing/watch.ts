import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Editors write a file in several steps: this many milliseconds after the last one it is read. */
const QUIET = 100;

/**
 * Runs something now, and again whenever one of the files changes. Never ends by itself.
 *
 * Editors replace files instead of writing into them, so it is their folders that are watched.
 */
export async function watching(files: readonly string[], run: () => Promise<unknown>): Promise<never> {
  let again: (() => void) | undefined;
  let isChanged = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isChanged = true;
      again?.();
    }, QUIET);
  };
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    const names = files.filter((file) => dirname(file) === folder).map((file) => basename(file));
    watch(folder, (_event, name) => {
      if (name === null || names.includes(name)) changed();
    });
  }
  for (;;) {
    isChanged = false;
    await run();
    console.log('\nWaiting for changes; Ctrl-C ends.\n');
    if (!isChanged) {
      await new Promise<void>((resolve) => {
        again = resolve;
      });
    }
  }
}
