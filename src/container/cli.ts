/** `npm run container`: writes a container with everything filled in. */

import { readFile, writeFile } from 'node:fs/promises';
import { createContainer } from './container.ts';
import { readOptions, usage, type Wanted } from './options.ts';

const dist = new URL('../../dist/', import.meta.url);

/** What goes wrong with a file, in words. */
const reasons: Record<string, string> = {
  EEXIST: 'it exists; replace it with --force, or choose another name',
  EISDIR: 'it is a folder',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'permission denied',
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? message;
}

async function packed(file: string): Promise<string> {
  try {
    return await readFile(new URL(file, dist), 'utf8');
  } catch {
    throw new Error(`dist/${file} is missing: npm run build makes it.`);
  }
}

async function write({ values, pixelUrls, out, force }: Wanted): Promise<void> {
  const files = ['template.tpl', 'companion.js', 'search-page.tpl', 'search-page.js'];
  const [templateData = '', companion = '', reader = '', script = ''] = await Promise.all(files.map(packed));
  const searchPage = { templateData: reader, script };
  const container = createContainer(values, { templateData, companion, pixelUrls, searchPage });
  try {
    await writeFile(out, `${JSON.stringify(container, null, 2)}\n`, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    throw new Error(`${out} cannot be written: ${reasonOf(error)}.`);
  }
}

try {
  const wanted = readOptions(process.argv.slice(2));
  if (wanted) {
    await write(wanted);
    const reach =
      wanted.pixelUrls?.join(' and ') ?? 'any https address (name the site with --site to narrow it)';
    console.log(`${wanted.out} written. Its template may send to ${reach}.
In Google Tag Manager: Admin > Import Container > ${wanted.out} > a new workspace > Merge > Rename conflicting tags, triggers, and variables.`);
  } else console.log(usage);
} catch (error) {
  console.error(`${(error as Error).message}\n\nnpm run container -- --help says what there is.`);
  process.exitCode = 2;
}
