/** Why a file cannot be read, in words. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not read it',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such file',
};

/** A sentence for a file that cannot be read. */
export function unreadable(file: string, error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return `${file} cannot be read: ${reasons[code] ?? (code || message)}.`;
}
