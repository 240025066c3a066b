import { HOUR, STATE } from './state.ts';
import { PREFIX, read, write } from './store.ts';

const NAME = `${PREFIX}chat`;

/** What has been seen in this session, as far as this page knows. */
let seen: string[] = [];

/**
 * True the first time that something happens in a session.
 *
 * Remembering across pages and tabs takes storage, and storage takes consent, which the companion does not ask about:
 * the tag does, and hands events over only where its consent rule allows. So until an event has been handed over, on
 * this page or an earlier one, what has been seen is known to this page alone; from then on it is kept.
 *
 * A session is SearchStax's own where its cookie can be read, so that "once a session" means the same in its reports.
 * Otherwise it ends an hour after something new was last seen, which is that cookie's lifetime. A cookie that appears
 * meanwhile (the tag made it) joins the session that was going on.
 */
export function firstThisSession(what: string): boolean {
  try {
    const kept = JSON.parse(read(NAME)) as { id?: string; time: number; seen: string[] };
    const id = session();
    const same = id && kept.id ? id === kept.id : Math.abs(Date.now() - kept.time) < HOUR;
    seen = same ? [].slice.call(kept.seen) : [];
  } catch (_error) {
    // Nothing kept: what this page has seen stands.
  }
  const first = seen.indexOf(what) < 0;
  if (first) {
    seen.push(what);
    if (read(STATE)) keep();
  }
  return first;
}

/** Keeps what the page saw before an event was handed over. */
export function keepSession(): void {
  if (seen.length && !read(NAME)) keep();
}

function keep(): void {
  write(NAME, JSON.stringify({ id: session(), time: Date.now(), seen: seen }));
}

function session(): string | undefined {
  return (/(?:^|; ?)(?:searchstax_session_id|searchcookie)=([^;]+)/.exec(document.cookie) || [])[1];
}
