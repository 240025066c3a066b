/** One push, as a row that unfolds. */

import { useMemo, useState } from 'preact/hooks';
import { sent as inWords } from '../../start/sent.ts';
import type { Entry } from '../visit/journal.ts';
import { Chip, Request } from './request.tsx';
import { answerOf, destinationOf, outcomeOf } from './words.ts';

/** @param isNewest unfolds the row, unless somebody folded it */
export function EntryRow({ entry, isNewest, hidden }: { entry: Entry; isNewest: boolean; hidden: boolean }) {
  const [chosen, choose] = useState<boolean>();
  const isOpen = chosen ?? isNewest;
  // There may be many rows: each is drawn when something in it changed, not whenever something on the page did.
  const content = useMemo(() => <Content entry={entry} />, [entry, entry.changes]);
  return (
    <li class={`entry card mb-2 ${entry.kind === 'note' ? 'bg-sunken' : ''}`} hidden={hidden}>
      <details
        class="group"
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
  const said = lines(entry);
  // What was sent, short enough for a folded row.
  const known = entry.sent.filter(({ payload }) => payload !== undefined);
  const gist = known.map(({ payload, url }) => inWords({ event: payload, url })).join('; ');
  return (
    <>
      <summary class="grid list-none grid-cols-[1fr_auto] gap-x-3 gap-y-1 rounded-lg px-3 py-2 hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <span class={`entry-title ${entry.kind === 'note' ? 'font-medium' : 'font-semibold'}`}>
          {entry.title}
        </span>
        <time class="text-xs text-dim" datetime={new Date(entry.time).toISOString()}>
          {clock(entry)}
        </time>
        {gist && <span class="dim col-span-full ml-4.25 truncate group-open:hidden">{gist}</span>}
        {entry.kind === 'event' && (
          <span class="col-span-full ml-4.25 flex flex-wrap gap-1">
            <Chip {...outcomeOf(entry)} />
            {entry.sent.map((sent) => {
              const answer = answerOf(sent);
              return <Chip key={sent} {...answer} text={`${destinationOf(sent)} ${answer.text}`} />;
            })}
          </span>
        )}
      </summary>
      <div class="grid grid-cols-1 gap-2.5 px-3 pb-2.5 empty:hidden">
        {said.length > 0 && (
          <ul class="said">
            {said.map((line) => (
              <li key={line} class="border-l-3 border-line bg-sunken px-2.5 py-1.5 text-sm wrap-anywhere">
                {line}
              </li>
            ))}
          </ul>
        )}
        {entry.sent.map((sent) => (
          <Request key={sent} sent={sent} entry={entry} />
        ))}
        {entry.pushed !== undefined && (
          <details>
            <summary class="dim">What was pushed</summary>
            <pre class="mt-1.5 max-h-[22em] overflow-auto rounded-md bg-sunken px-2.5 py-2" tabindex={0}>
              {entry.pushed}
            </pre>
          </details>
        )}
      </div>
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
