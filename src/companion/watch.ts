import { page } from './page.ts';
import { run } from './run.ts';

/** What comes late is looked for often for some seconds, and then for the rest of two minutes. */
const PAUSE = 100;
const LOOKS = 50;
const LATER_PAUSE = 2000;
const ALL_LOOKS = 110;

const lookers: (() => void)[] = [];
let looks = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Runs `look` now, and whenever what it looks for may have come: some properties, which costs nothing that can be
 * measured, where a trap on a property would come between the site and its scripts. That is after a script has run,
 * and for two minutes, the first seconds of them often, after the page's beginning, after a click, and after the address or
 * the consent has changed. While nothing happens, nothing is done. A look that throws is a look in vain.
 */
export function watch(look: () => void): void {
  lookers.push(look);
  run(look);
}

/** Begins to look, from now on. */
export function startWatching(): void {
  // Before the script's own load handlers, which may open the chat that it has brought.
  document.addEventListener(
    'load',
    (event) => {
      // What it is, as text: an HTML or an SVG script's element.
      if (/Script/.test(event.target as unknown as string)) lookers.forEach(run);
    },
    true,
  );
  addEventListener('click', wake, true);
  addEventListener('popstate', wake);
  if (page.navigation) (page.navigation as EventTarget).addEventListener('currententrychange', wake);
  wait();
}

/** Begins to look anew. */
export function wake(): void {
  looks = 0;
  wait();
}

function wait(): void {
  clearTimeout(timer);
  if (looks < ALL_LOOKS)
    timer = setTimeout(
      () => {
        lookers.forEach(run);
        wait();
      },
      looks++ < LOOKS ? PAUSE : LATER_PAUSE,
    );
}
