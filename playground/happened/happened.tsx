/** What happened: a row for each push, the newest first; or the tag's lines as the browser's console shows them. */

import { useEffect, useState } from 'preact/hooks';
import { Button } from '../button.tsx';
import { Segments } from '../segments.tsx';
import type { Journal } from '../visit/journal.ts';
import { clock, EntryRow } from './entry.tsx';
import { choices, type Filter, passes } from './filter.ts';
import { spoken } from './words.ts';

/** Once nothing has changed for so long, in milliseconds, the newest row is read aloud. */
const quiet = 400;

export function Happened({ journal }: { journal: Journal }) {
  const [view, choose] = useState<'rows' | 'console'>('rows');
  const [filter, setFilter] = useState<Filter>({ text: '', which: 'all' });
  const passing = journal.all.filter((entry) => passes(entry, filter));
  return (
    <section id="happened" class="panel" aria-labelledby="happened-title">
      <div class="panel-head">
        <h2 id="happened-title">What happened</h2>
        <Segments
          label="Show"
          choices={{ rows: 'Rows', console: 'Console' }}
          chosen={view}
          choose={(chosen) => choose(chosen)}
        />
        <Button icon="remove" class="quiet" onClick={journal.clear}>
          Clear
        </Button>
      </div>
      <FilterBar filter={filter} set={setFilter} />
      <ol class="entries" reversed hidden={view !== 'rows'}>
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
        <ol class="console-lines">
          {passing.flatMap((entry) =>
            entry.console.map((text) => (
              <li key={`${entry.number} ${text}`}>
                <code>{text}</code>
                <time>{clock(entry)}</time>
              </li>
            )),
          )}
        </ol>
      )}
      {!passing.length && <Empty isFiltered={journal.all.length > 0} />}
      <ReadAloud journal={journal} />
    </section>
  );
}

function Empty({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) return <div class="empty">No row fits the filter.</div>;
  return (
    <div class="empty">
      <p>Nothing has happened yet.</p>
      <p>Search on the site, replay a session, or push an event by hand: each push gets a row here.</p>
    </div>
  );
}

function FilterBar({ filter, set }: { filter: Filter; set(filter: Filter): void }) {
  return (
    <div class="filter">
      <input
        type="search"
        placeholder="Filter"
        aria-label="Filter by text"
        value={filter.text}
        onInput={({ currentTarget }) => set({ ...filter, text: currentTarget.value })}
      />
      <select
        aria-label="Filter by outcome"
        onChange={({ currentTarget }) => set({ ...filter, which: currentTarget.value as Filter['which'] })}
      >
        {Object.entries(choices).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
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
    <p class="unseen" role="status">
      {text}
    </p>
  );
}
