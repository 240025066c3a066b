import type { Sent } from '../visit/journal.ts';

/** The request as a command for a terminal. It goes to the destination itself, not to the receiver. */
export function curl({ url, body }: Sent): string {
  if (body === undefined) return `curl --include ${quoted(url)}`;
  return `curl --include --data-raw ${quoted(body)} ${quoted(url)}`;
}

/** For a POSIX shell: nothing means anything within single quotes. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
