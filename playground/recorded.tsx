/** Recorded sessions, to be played again push by push. */

import { useRef, useState } from 'preact/hooks';
import type { Session } from '../start/session.ts';
import { Button } from './button.tsx';
import { sessions } from './sessions.ts';

/** Milliseconds between two pushes: time to see them come. */
const pause = 350;

export function Recorded({ push }: { push(message: object): void }) {
  const [told, tell] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function play(session: Session, index = 0): void {
    const { pushes, title } = session;
    clearTimeout(timer.current);
    const message = pushes[index];
    tell(message ? `${title}: ${index + 1} of ${pushes.length}` : `${title}: done`);
    if (!message) return;
    push(structuredClone(message));
    timer.current = setTimeout(() => play(session, index + 1), pause);
  }

  return (
    <div class="recorded">
      <ul>
        {sessions.map((session) => (
          <li key={session.title}>
            <Button
              icon="play"
              class="quiet"
              aria-label={`Replay: ${session.title}`}
              onClick={() => play(session)}
            >
              Replay
            </Button>
            <span>{session.title}</span>
            <span class="dim">{session.pushes.length} pushes</span>
          </li>
        ))}
      </ul>
      <p class="dim" role="status">
        {told}
      </p>
    </div>
  );
}
