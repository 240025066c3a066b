/** What happened: a row for each push, the newest first. */

import { element, fill } from '../element.ts';
import { icon } from '../icon.ts';
import type { Entry, Journal } from '../visit/journal.ts';
import { showConsole } from './console.ts';
import { type EntryView, entryView } from './entry.ts';
import { choices, type Filter, passes } from './filter.ts';
import { spoken } from './words.ts';

/** Once nothing has changed for so long, in milliseconds, the newest row is read aloud. */
const quiet = 400;

export function happened(journal: Journal): HTMLElement {
  const filter: Filter = { text: '', which: 'all' };
  const views = new Map<Entry, EntryView>();
  const list = element('ol', { class: 'entries', reversed: true });
  const consoleList = element('ol', { class: 'console-lines', hidden: true });
  const empty = element('div', { class: 'empty' });
  const aloud = element('p', { class: 'unseen', role: 'status' });
  let reading: ReturnType<typeof setTimeout> | undefined;

  journal.listen((entry) => {
    if (!entry) clear();
    else if (views.has(entry)) views.get(entry)?.update();
    else add(entry);
    if (entry) readAloud(entry);
    refresh();
  });

  function add(entry: Entry): void {
    for (const view of views.values()) view.fold();
    const view = entryView(entry);
    views.set(entry, view);
    list.prepend(view.element);
  }

  function clear(): void {
    views.clear();
    fill(list);
    fill(aloud);
  }

  function readAloud(entry: Entry): void {
    clearTimeout(reading);
    reading = setTimeout(() => fill(aloud, spoken(entry)), quiet);
  }

  function refresh(): void {
    let count = 0;
    for (const { entry, element: row } of views.values()) {
      row.hidden = !passes(entry, filter);
      if (!row.hidden) count += 1;
    }
    if (!consoleList.hidden)
      showConsole(
        consoleList,
        journal.all.filter((entry) => passes(entry, filter)),
      );
    empty.hidden = count > 0;
    fill(empty, ...(views.size ? ['No row fits the filter.'] : nothingYet));
  }

  const nothingYet = [
    element('p', {}, 'Nothing has happened yet.'),
    element(
      'p',
      {},
      'Search on the site, replay a session, or push an event by hand: each push gets a row here.',
    ),
  ];
  refresh();
  return element(
    'section',
    { id: 'happened', class: 'panel', 'aria-labelledby': 'happened-title' },
    element(
      'div',
      { class: 'panel-head' },
      element('h2', { id: 'happened-title' }, 'What happened'),
      viewSwitch((showsConsole) => {
        list.hidden = showsConsole;
        consoleList.hidden = !showsConsole;
        refresh();
      }),
      element(
        'button',
        { type: 'button', class: 'quiet', onclick: () => journal.clear() },
        icon('remove'),
        'Clear',
      ),
    ),
    filterBar(filter, refresh),
    list,
    consoleList,
    empty,
    aloud,
  );
}

function viewSwitch(chosen: (showsConsole: boolean) => void): HTMLElement {
  const choice = (text: string, showsConsole: boolean) =>
    element(
      'label',
      {},
      element('input', {
        type: 'radio',
        name: 'happened-view',
        checked: !showsConsole,
        onchange: () => chosen(showsConsole),
      }),
      element('span', {}, text),
    );
  return element(
    'div',
    { class: 'segments', role: 'radiogroup', 'aria-label': 'Show' },
    choice('Rows', false),
    choice('Console', true),
  );
}

function filterBar(filter: Filter, refresh: () => void): HTMLElement {
  const options = Object.entries(choices).map(([value, text]) => element('option', { value }, text));
  return element(
    'div',
    { class: 'filter' },
    element('input', {
      type: 'search',
      placeholder: 'Filter',
      'aria-label': 'Filter by text',
      oninput: (event) => {
        filter.text = (event.target as HTMLInputElement).value;
        refresh();
      },
    }),
    element(
      'select',
      {
        'aria-label': 'Filter by outcome',
        onchange: (event) => {
          filter.which = (event.target as HTMLSelectElement).value as Filter['which'];
          refresh();
        },
      },
      ...options,
    ),
  );
}
