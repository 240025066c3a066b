/** Lays rows out in columns; where the terminal is too narrow, what was sent goes on a line of its own. */

import width from 'string-width';
import { colour } from './colour.ts';
import type { Row } from './rows.ts';

type Column = 'event' | 'destination' | 'sent' | 'answer';

const titles: { [column in Column]: string } = {
  event: 'Data layer event',
  destination: 'Destination',
  sent: 'What was sent',
  answer: 'Answer',
};
const gap = '  ';
const indent = '  ';

/** @param columns how wide the terminal is */
export function table(rows: Row[], columns: number): string {
  const wide: Column[] = ['event', 'destination', 'sent', 'answer'];
  const widths = Object.fromEntries(
    wide.map((column) => [column, Math.max(...[titles, ...rows].map((row) => width(row[column])))]),
  ) as { [column in Column]: number };

  const needed = wide.reduce((sum, column) => sum + gap.length + widths[column], 0);
  const isNarrow = needed > columns;
  const shown = isNarrow ? wide.filter((column) => column !== 'sent') : wide;

  const line = (cells: { [column in Column]: string }) =>
    shown
      .map((column) => padded(cells[column], widths[column]))
      .join(gap)
      .trimEnd();
  const below = (text: string) => `${indent}${indent}${cut(text, columns - 2 * indent.length)}`;

  return [
    colour('dim', indent + line(titles)),
    colour('dim', indent + shown.map((column) => '─'.repeat(widths[column])).join(gap)),
    ...rows.flatMap((row) => [
      row.isGood ? `${colour('green', '✓')} ${line(row)}` : colour('red', `✗ ${line(row)}`),
      ...(isNarrow ? [colour('dim', below(row.sent))] : []),
      ...row.why.map((reason) => colour('red', `${indent}${indent}${reason}`)),
    ]),
  ].join('\n');
}

function padded(text: string, to: number): string {
  return text + ' '.repeat(Math.max(0, to - width(text)));
}

/** Cut to a width, with an ellipsis where something is missing. */
function cut(text: string, to: number): string {
  if (width(text) <= to) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (width(kept + segment) > to - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
