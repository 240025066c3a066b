import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { generated } from './generated.ts';

interface Metadata {
  versions?: { sha?: unknown; changeNotes?: unknown }[];
}

function read(file: string): string {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
}

/** metadata.yaml as it is, if the gallery would take it. Throws with what it would refuse. */
function metadata(): string {
  const text = read('template/metadata.yaml');
  const { versions } = parse(text) as Metadata;
  if (!versions?.length) throw new Error('template/metadata.yaml lists no version.');
  for (const { sha, changeNotes } of versions) {
    if (typeof sha !== 'string' || !/^[0-9a-f]{40}$/.test(sha)) {
      throw new Error(
        `template/metadata.yaml: a version's sha has 40 hexadecimal digits in quotes, not ${sha}.`,
      );
    }
    if (typeof changeNotes !== 'string' || !changeNotes.trim()) {
      throw new Error(`template/metadata.yaml: the version ${sha} has no changeNotes.`);
    }
  }
  return text;
}

/** What the Community Template Gallery wants beside the template. */
export const gallery = [
  generated('dist/metadata.yaml', ['template/metadata.yaml'], metadata),
  generated('dist/LICENSE', ['LICENSE'], () => read('LICENSE')),
];
