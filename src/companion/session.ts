import { since } from './host.ts';
import { HOUR, STATE } from './state.ts';
import { PREFIX, read, write } from './store.ts';

const NAME = `${PREFIX}chat`;
const BETWEEN = '|';

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
  const kept = read(NAME).split(BETWEEN);
  const id = session();
  // Nothing kept: what this page has seen stands.
  if (kept[1]) seen = (id && kept[0] ? id === kept[0] : since(+kept[1]) < HOUR) ? kept.slice(2) : [];
  if (seen.indexOf(what) >= 0) return false;
  seen.push(what);
  if (read(STATE)) keepSession();
  return true;
}

/** Keeps what has been seen, on this page before an event was handed over, too: `<session>|<time>|<what>|<what>`. */
export function keepSession(): void {
  if (seen[0]) write(NAME, [session(), Date.now() as unknown].concat(seen).join(BETWEEN));
}

function session(): string | undefined {
  return (/(^|; )(searchstax_session_id|searchcookie)=([^;|]+)/.exec(document.cookie) || [])[3];
}
