import { element } from '../element.ts';
import type { Said } from './words.ts';

/** A word or two on a ground that says how it went; the mood is in the words too. */
export function chip({ text, mood }: Said): HTMLElement {
  return element('span', { class: `chip ${mood}` }, text);
}
