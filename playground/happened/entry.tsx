/** One push, as a row that unfolds. */

import { useMemo, useState } from 'preact/hooks';
import { sent as inWords } from '../../start/sent.ts';
import type { Entry } from '../visit/journal.ts';
import { Chip } from './chip.tsx';
import { Request } from './request.tsx';
import { answerOf, destinationOf, outcomeOf } from './words.ts';

/** @param isNewest unfolds the row, unless somebody folded it */
export function EntryRow({ entry, isNewest, hidden }: { entry: Entry; isNewest: boolean; hidden: boolean }) {
  const [chosen, choose] = useState<boolean>();
  const isOpen = chosen ?? isNewest;
  // There may be many rows: each is drawn when something in it changed, not whenever something on the page did.
  const content = useMemo(() => <Content entry={entry} />, [entry, entry.changes]);
  return (
    <li class={`entry ${entry.kind}`} hidden={hidden}>
      <details
        open={isOpen}
        onToggle={({ currentTarget: { open } }) => {
          if (open !== isOpen) choose(open);
        }}
      >
        {content}
      </details>
    </li>
  );
}

function Content({ entry }: { entry: Entry }) {
  return (
    <>
      <summary>
        <span class="entry-title">{entry.title}</span>
        <time datetime={new Date(entry.time).toISOString()}>{clock(entry)}</time>
        <span class="gist">{gistOf(entry)}</span>
        <span class="chips">
          <Chip {...outcomeOf(entry)} />
          {entry.sent.map((sent) => {
            const answer = answerOf(sent);
            return <Chip key={sent} {...answer} text={`${destinationOf(sent)} ${answer.text}`} />;
          })}
        </span>
      </summary>
      <ul class="said">
        {lines(entry).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div class="requests">
        {entry.sent.map((sent) => (
          <Request key={sent} sent={sent} entry={entry} />
        ))}
      </div>
      {entry.pushed !== undefined && (
        <details class="pushed">
          <summary>What was pushed</summary>
          <pre tabindex={0}>{entry.pushed}</pre>
        </details>
      )}
    </>
  );
}

export function clock({ time }: Entry): string {
  return new Date(time).toLocaleTimeString('en-GB');
}

/** What the tag said, without the words that each line begins with. */
function lines({ console, error, kind, outcome }: Entry): string[] {
  const said = console.map((line) => line.split(' | ').slice(2).join(' | ') || line);
  if (error) said.push(`The code was aborted: ${error}`);
  if (kind === 'event' && outcome === undefined) said.push('The trigger does not name this event.');
  return said;
}

/** What was sent, short enough for a folded row. */
function gistOf({ sent }: Entry): string {
  const known = sent.filter(({ payload }) => payload !== undefined);
  return known.map(({ payload, url }) => inWords({ event: payload, url })).join('; ');
}
