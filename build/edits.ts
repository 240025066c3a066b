/** A piece of a text, and what stands there instead. */
export interface Edit {
  start: number;
  end: number;
  by: string;
}

/** A text with all edits made, which may not overlap: from the last to the first, so that positions stay right. */
export function edited(text: string, edits: Edit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce((so, { start, end, by }) => so.slice(0, start) + by + so.slice(end), text);
}
