import { isMap, isSeq, parseDocument, Scalar } from 'yaml';

/** Stands in for the name of a commit until there has been a release. */
const noCommit = '0'.repeat(40);

/**
 * Puts a version on top of metadata.yaml, the earlier ones below it.
 * @param text metadata.yaml
 * @param sha the gallery's commit that holds the version's template.tpl
 * @param changeNotes what is new, for marketers
 */
export function withVersion(text: string, sha: string, changeNotes: string): string {
  const document = parseDocument(text);
  const versions = document.get('versions');
  if (!isSeq(versions)) throw new Error('template/metadata.yaml has no list of versions.');
  const name = new Scalar(sha);
  name.type = Scalar.QUOTE_DOUBLE;
  const notes = new Scalar(changeNotes);
  notes.type = Scalar.BLOCK_LITERAL;
  versions.items = versions.items.filter((version) => !isMap(version) || version.get('sha') !== noCommit);
  versions.items.unshift(document.createNode({ sha: name, changeNotes: notes }));
  return document.toString({ lineWidth: 0 });
}
