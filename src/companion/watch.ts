/** What comes late is looked for so often, in two minutes: every 250 ms at first, then ever more seldom, up to 2 s. */
const LOOKS = 64;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 2000;
/** After something that may bring it, so often: for five seconds. */
const QUICK_LOOKS = 50;
const QUICK_PAUSE = 100;

const lookers: (() => void)[] = [];
let looks = 0;
let quick = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Runs `look` now, and whenever what it looks for may have come: some properties, which costs nothing that can be
 * measured, where a trap on a property would come between the site and its scripts. That is after a script has run,
 * quickly for some seconds after a click, after the address or the consent has changed, and ever more seldom in the
 * page's first two minutes. While nothing happens, nothing is done. A look that throws is a look in vain.
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
      if (/^script$/i.test((event.target as Element).localName)) lookers.forEach(run);
    },
    true,
  );
  addEventListener('click', wake, true);
  addEventListener('popstate', wake);
  const navigation = (window as { navigation?: EventTarget }).navigation;
  if (navigation) navigation.addEventListener('currententrychange', wake);
  wait();
}

/** Looks quickly for some seconds. */
export function wake(): void {
  quick = QUICK_LOOKS;
  wait();
}

function wait(): void {
  clearTimeout(timer);
  const pause = quick-- > 0 ? QUICK_PAUSE : ++looks < LOOKS && Math.min(looks * FIRST_PAUSE, LONGEST_PAUSE);
  if (pause)
    timer = setTimeout(() => {
      lookers.forEach(run);
      wait();
    }, pause);
}

function run(look: () => void): void {
  try {
    look();
  } catch (_error) {
    // Not ready yet, frozen, or not what its vendor documents: the others are looked for all the same.
  }
}
