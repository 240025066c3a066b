/** A Markdown table, its columns lined up; a cell's own bars do not end it. */
export function table(head: string[], rows: string[][]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[], fill = ' ') =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width, fill)).join(' | ')} |`;
  const [names = '', ...lines] = cells.map((row) => line(row));
  return [names, line([], '-'), ...lines].join('\n');
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
