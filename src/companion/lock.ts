import { me } from './entries.ts';
import { since } from './host.ts';
import { PREFIX, read, remove, write } from './store.ts';

const NAME = `${PREFIX}lock`;
/** How often a lease is looked at, ms, and how long it holds: longer than any turn. */
const LOOK = 150;
const LEASE = 15000;

/** Runs `work` while no other tab of this origin does the same, and calls `ended` afterwards. */
export function inTurn(work: () => Promise<void>, ended: () => void): void {
  if (navigator.locks) {
    // A frame without an origin of its own is refused a lock; it shares no storage either.
    navigator.locks.request(NAME, work).catch(work).then(ended);
  } else {
    lease(work, ended);
  }
}

/**
 * Where there are no Web Locks (http pages, Safari before 15.4): an entry of localStorage, `<page> <time>`. One that is too
 * far away from now, by a crash or by a clock that was set, is nobody's. Of two tabs that claim it at once, the one
 * whose claim stands at the next look has it.
 */
function lease(work: () => Promise<void>, ended: () => void): void {
  const claim = read(NAME).split(' ');
  if (claim[0] === me)
    work().then(() => {
      remove(NAME);
      ended();
    });
  else {
    if (!(since(+(claim[1] as string)) < LEASE)) write(NAME, `${me} ${Date.now()}`);
    setTimeout(() => lease(work, ended), LOOK);
  }
}
