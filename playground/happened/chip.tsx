import type { Said } from './words.ts';

/** A word or two on a ground that says how it went; the mood is in the words too. */
export function Chip({ text, mood }: Said) {
  return <span class={`chip ${mood}`}>{text}</span>;
}
