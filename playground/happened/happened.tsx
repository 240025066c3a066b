/** What happened: a row for each push, the newest first; or the tag's lines as the browser's console shows them. */

import { useEffect, useState } from 'preact/hooks';
import { Button, Panel, Segments, Select } from '../parts.tsx';
import type { Journal } from '../visit/journal.ts';
import { clock, EntryRow } from './entry.tsx';
import { choices, type Filter, passes, spoken } from './words.ts';

/** Once nothing has changed for so long, in milliseconds, the newest row is read aloud. */
const quiet = 400;

export function Happened({ journal }: { journal: Journal }) {
  const [view, choose] = useState('rows');
  const [filter, setFilter] = useState<Filter>({ text: '', which: 'all' });
  const passing = journal.all.filter((entry) => passes(entry, filter));
  return (
    <Panel
      id="happened"
      title="What happened"
      class="md:sticky md:top-3 md:col-start-2 md:row-start-1 md:row-end-3 md:max-h-[calc(100dvh-24px)] md:overflow-y-auto xl:relative xl:top-auto xl:col-auto xl:row-auto xl:max-h-none"
      tools={
        <>
          <Segments
            label="Show"
            choices={{ rows: 'Rows', console: 'Console' }}
            chosen={view}
            choose={choose}
          />
          <Button icon="remove" class="quiet" onClick={journal.clear}>
            Clear
          </Button>
        </>
      }
    >
      <div class="mb-3 flex gap-2">
        <input
          type="search"
          placeholder="Filter"
          aria-label="Filter by text"
          value={filter.text}
          onInput={({ currentTarget }) => setFilter({ ...filter, text: currentTarget.value })}
        />
        <Select
          class="w-auto"
          aria-label="Filter by outcome"
          choices={choices}
          chosen={filter.which}
          choose={(which) => setFilter({ ...filter, which: which as Filter['which'] })}
        />
      </div>
      <ol reversed hidden={view !== 'rows'}>
        {journal.all.toReversed().map((entry, index) => (
          <EntryRow
            key={entry.number}
            entry={entry}
            isNewest={index === 0}
            hidden={!passing.includes(entry)}
          />
        ))}
      </ol>
      {view === 'console' && (
        <ol class="console-lines card">
          {passing.flatMap((entry) =>
            entry.console.map((text) => (
              <li
                key={`${entry.number} ${text}`}
                class="flex gap-3 border-b border-line px-2.5 py-1.5 last:border-0"
              >
                <code class="flex-1">{text}</code>
                <time class="text-xs text-dim">{clock(entry)}</time>
              </li>
            )),
          )}
        </ol>
      )}
      {!passing.length && (
        <div class="px-4 py-12 text-center text-dim">
          {journal.all.length ? (
            'No row fits the filter.'
          ) : (
            <>
              <p class="mb-1 font-semibold text-ink">Nothing has happened yet.</p>
              <p>
                Search on the site, replay a session, or push an event by hand: each push gets a row here.
              </p>
            </>
          )}
        </div>
      )}
      <ReadAloud journal={journal} />
    </Panel>
  );
}

function ReadAloud({ journal }: { journal: Journal }) {
  const [text, say] = useState('');
  useEffect(() => {
    let reading: ReturnType<typeof setTimeout> | undefined;
    journal.listen((entry) => {
      clearTimeout(reading);
      reading = setTimeout(() => say(entry ? spoken(entry) : ''), entry ? quiet : 0);
    });
  }, [journal]);
  return (
    <p class="sr-only" role="status">
      {text}
    </p>
  );
}
