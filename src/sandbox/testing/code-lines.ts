import type { Scalar } from 'yaml';

/**
 * The line on which each line of a YAML text stands, counted from the line on which the text begins. GTM writes code
 * with a space at a line's end in quotes, with `\n` for its lines, and breaks that anywhere.
 *
 * @param source the section that the node was read from
 */
export function linesOf(node: Scalar, source: string): number[] {
  const count = String(node.value).split('\n').length;
  const { type, range } = node;
  if (type === 'BLOCK_LITERAL') return Array.from({ length: count }, (_, line) => line + 1);
  const written = range ? source.slice(range[0], range[1]) : '';
  const lines = type === 'BLOCK_FOLDED' ? [] : quotedLines(written, type === 'QUOTE_DOUBLE');
  return lines.length === count ? lines : new Array<number>(count).fill(0);
}

/** A break is a space, several are one fewer; in double quotes `\n` is a break, and one after `\` is nothing. */
function quotedLines(written: string, hasEscapes: boolean): number[] {
  const lines = [0];
  let line = 0;
  let isFresh = true;
  // `\` and what it stands before, breaks with the blanks around them, or any other character.
  for (const [part] of written.matchAll(/\\\n[ \t]*|\\[\s\S]|[ \t]*\n\s*|[\s\S]/g)) {
    const breaks = part.split('\n').length - 1;
    const isEscaped = hasEscapes && part.startsWith('\\');
    if (breaks > 0) {
      line += breaks;
      const made = isEscaped ? 0 : breaks - 1;
      for (let each = 0; each < made; each++) lines.push(line);
      isFresh ||= made > 0;
    } else if (isEscaped && part === '\\n') {
      lines.push(line);
      isFresh = true;
    } else if (isFresh && part.slice(isEscaped ? 1 : 0).trim()) {
      // A line begins where the first character stands that is no blank.
      lines[lines.length - 1] = line;
      isFresh = false;
    }
  }
  return lines;
}
