import type { Reading, Result } from './reading.ts';
import { addressOf } from './reading.ts';

const buttons = 'button,input,select,textarea,label,summary,[role=button]';

/** Whether a click that went this way, from the inside out, opens the result. */
function opens(path: EventTarget[], result: Result): boolean {
  for (let i = 0; i < path.length; i++) {
    const element = path[i] as Element;
    if (element === result.link) return true;
    if (element.localName === 'a' && (element as HTMLAnchorElement).href)
      return !!result.address && addressOf(element) === result.address;
    if (element.matches && element.matches(buttons)) return false;
  }
  return false;
}

/** Which of the results a click opens, counted from 0; -1 for none. */
export function openedBy(path: EventTarget[], reading: Reading): number {
  let opened = -1;
  reading.results.forEach((result, index) => {
    const inside = path.indexOf(result.element) >= 0 || path.indexOf(result.link) >= 0;
    if (inside && opens(path, result)) opened = index;
  });
  return opened;
}
