/** A Markdown table; a cell's own bars do not end it. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** A block of code in a language. */
export function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``;
}

/** GTM's help is HTML of `<b>` and `<br/>`; only its first paragraph is taken, without what announces a list. */
export function fromHelp(help: string): string {
  const [paragraph = ''] = help.split('<br/>');
  return paragraph
    .replaceAll(/<\/?b>/g, '`')
    .replace(/(?<=\. )[^.]*:\s*$/, '')
    .trim();
}
