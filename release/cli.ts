/** `npm run release`: makes a release here and in the gallery's repository. */

import { parseArgs } from 'node:util';
import { release } from './release.ts';

const usage = `npm run release -- VERSION --gallery FOLDER [options]

Makes a release such as 1.1.0: version, changelog, build, checks, the commits here and in the gallery's repository.
It stops at the first thing that does not hold, and pushes nothing.

  --gallery FOLDER   the gallery's repository on this computer, such as ../gallery
  --notes TEXT       what is new, in a line or two for marketers (default: the version's section of CHANGELOG.md)
  --dry-run          say what would be done, and do nothing
  --help             this text`;

function read(words: string[]) {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      gallery: { type: 'string' },
      notes: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  const [version, ...others] = positionals;
  if (!version || others.length > 0) throw new Error('Name one version, such as 1.1.0.');
  if (!values.gallery) throw new Error("Name the gallery's repository: --gallery ../gallery");
  return { version, gallery: values.gallery, notes: values.notes, dryRun: values['dry-run'] };
}

try {
  const wanted = read(process.argv.slice(2));
  if (wanted) {
    const today = new Date().toISOString().slice(0, 10);
    release({ ...wanted, here: process.cwd(), today, say: (step) => console.log(`== ${step}`) });
    console.log(
      wanted.dryRun
        ? '\nNothing was done.'
        : `\nReleased here and in ${wanted.gallery}, and not pushed. Import dist/container.json into a container of your own and fire each tag once in preview. Then:

git push && git push origin v${wanted.version}
git -C ${wanted.gallery} push`,
    );
  } else console.log(usage);
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
}
