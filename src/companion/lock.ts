import { PREFIX, read, remove, write } from './store.ts';

const NAME = `${PREFIX}lock`;
/** How often a lease is renewed and looked at, ms, and how many looks it may go unrenewed: six seconds. */
const LOOK = 150;
const LOOKS = 40;

/** A page's turn at sending, from asking for it to giving it up. */
export interface Turn {
  /** No further request: the page is being left, or is in the background. */
  over?: boolean;
  /** Gives the turn up at once; without effect until there is one. */
  giveUp: () => void;
}

/** Runs `work` while no other tab of this origin does the same, and calls `ended` afterwards. */
export function inTurn(turn: Turn, work: () => Promise<void>, ended: () => void): void {
  const hold = () =>
    new Promise<void>((resolve) => {
      turn.giveUp = resolve;
      work().then(resolve, resolve);
    });
  if (navigator.locks) {
    // A frame without an origin of its own is refused a lock; it shares no storage either.
    navigator.locks.request(NAME, hold).catch(hold).then(ended);
  } else {
    lease(hold, ended);
  }
}

/**
 * Where there are no Web Locks (http pages, Safari before 15.4): an entry of localStorage that its holder keeps
 * changing. Nobody compares clocks: an entry that stays the same for six seconds of one's own waiting belongs to nobody
 * any more, so neither a crash nor a broken clock blocks for longer. Of two tabs that claim it at once, the one whose
 * claim stands at the next look has it.
 */
function lease(hold: () => Promise<void>, ended: () => void): void {
  const me = Math.random().toString(36);
  let beats = 0;
  let last = '';
  let unchanged = 0;
  let holding = false;
  const look = () => {
    const now = read(NAME);
    const mine = !now.indexOf(me);
    unchanged = now === last ? unchanged + 1 : 0;
    last = now;
    if (mine && !holding) {
      holding = true;
      hold().then(() => {
        clearInterval(timer);
        if (!read(NAME).indexOf(me)) remove(NAME);
        ended();
      });
    }
    if (mine || !now || unchanged > LOOKS) write(NAME, me + ++beats);
  };
  const timer = setInterval(look, LOOK);
  look();
}
