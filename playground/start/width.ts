/** How many columns of a terminal a text takes. */

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\u30fc\uff01-\uff60]/u;
const nothing = /[\p{Mn}\p{Me}\p{Cf}]/u;

function columns(character: string): number {
  if (nothing.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

export function width(text: string): number {
  return [...text].reduce((sum, character) => sum + columns(character), 0);
}

/** Filled with blanks to a width. */
export function padded(text: string, to: number): string {
  return text + ' '.repeat(Math.max(0, to - width(text)));
}

/** Cut to a width, with an ellipsis where something is missing. */
export function cut(text: string, to: number): string {
  if (width(text) <= to) return text;
  let kept = '';
  for (const character of text) {
    if (width(kept + character) > to - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
