/**
 * The playground's state, and what can be done with it; page.tsx draws it.
 *
 * What runs is what users download: template.tpl in the stand-in sandbox, companion.js as a script of the page. Requests
 * go to the receiver over HTTP where `npm start` serves the page; on a static host the receiver answers within the page.
 */

import { createContainer } from '../src/container/container.ts';
import { readTemplate, type Template } from '../src/sandbox/template.ts';
import { goals, trackingKey } from '../start/fields.ts';
import { containerValues } from './container-values.ts';
import { servedDestinations } from './destinations/served.ts';
import { simulatedDestinations } from './destinations/simulated.ts';
import type { Values } from './form/conditions.ts';
import { demonstration } from './form/demonstration.ts';
import { initialValues, tagData } from './form/values.ts';
import { keep, kept } from './kept.ts';
import { type Known, knownSettings, toLine } from './known.ts';
import { type KindName, kinds } from './site/kinds.ts';
import { defaultStates, failures, type SwitchStates } from './switches.ts';
import { forgetVisitor, loadCompanion } from './visit/companion.ts';
import { createJournal, type Journal } from './visit/journal.ts';
import { readSite } from './visit/reader.ts';
import { startVisit, type Visit } from './visit/visit.ts';

const host = 'https://www.example.com';

/** What the page remembers while its tab is open: a reload, which the companion's switch needs, loses nothing typed. */
interface State {
  /** What is typed into the tag's form, by field; hidden fields included. */
  form: Values;
  /** The events that the tag's trigger names, with commas between them; empty: every event. */
  trigger: string;
  switches: SwitchStates;
  known: Known;
  /** How the site's search page is built, while the site pushes nothing. */
  kind: KindName;
}

export interface Playground {
  template: Template;
  isSimulated: boolean;
  journal: Journal;
  state: State;
  /** How often the site's page was loaded again: each time, it begins anew. */
  loads: number;
  push: Visit['push'];
  /** Changes what is typed. */
  set(changes: Partial<Omit<State, 'switches'>>): void;
  /** Starts the form again with the template's defaults and some values filled in. */
  resetForm(filledIn: Values): void;
  turn<Which extends keyof SwitchStates>(which: Which, state: SwitchStates[Which]): void;
  load(why: string): void;
  /** The site, which pushes nothing, has shown a page: the reader reads it. */
  read(page: Window): void;
  /** The visitor went on to another page of the site, at a path. */
  arrive(path: string): void;
  /** Without cookies, as on a first visit. */
  forget(): void;
  /** Something on the site that the companion would have heard; it may not be there. */
  heard(what: 'chat' | 'phone'): void;
  /** The site's address for a path. */
  addressOf(path: string): string;
  /** The container's JSON for the form as it is. @throws an error that says what is missing */
  makeContainer(): string;
  /** Tells of every change. */
  listen(listener: () => void): void;
}

export async function openPlayground(): Promise<Playground> {
  const [templateData, companion, readerTemplate, reader, served] = await Promise.all([
    text('template.tpl'),
    text('companion.js'),
    text('search-page.tpl'),
    text('search-page.js'),
    text('receiver.json'),
  ]);
  // Whoever serves the page says in a file next to it whether it answers as the destinations.
  const destinations = JSON.parse(served).answers ? servedDestinations() : simulatedDestinations();
  const template = readTemplate(templateData);
  const { parameters } = template;
  const journal = createJournal();
  const state: State = {
    form: demonstration,
    trigger: '',
    switches: defaultStates,
    known: { key: trackingKey, goals: goals.map(toLine).join('\n') },
    kind: 'shop',
    ...kept<State>('state'),
  };
  state.form = initialValues(parameters, state.form);
  const listeners: (() => void)[] = [];
  const changed = () => {
    for (const listener of listeners) listener();
  };
  journal.listen(changed);

  const visit = startVisit(
    { template, destinations, journal, data: () => tagData(parameters, state.form), fires },
    kept<string>('cookies') ?? '',
  );
  let isForgotten = false;
  addEventListener('pagehide', () => keep('cookies', isForgotten ? '' : visit.cookies()));

  function fires(event: string): boolean {
    const listed = state.trigger.split(',').map((name) => name.trim());
    return !state.trigger.trim() || listed.includes(event);
  }

  function setDestinations(): Promise<void> {
    const failure = failures[state.switches.searchStax];
    return destinations.set({ ...knownSettings(state.known), failure }).catch(({ message }: Error) => {
      journal.add({ kind: 'note', title: `The destinations answer as before: ${message}` });
    });
  }

  /** What follows when a switch was turned. */
  const effects: { [which in keyof SwitchStates]: () => unknown } = {
    consent: () => visit.choose(granted()),
    editor: () =>
      load(`The page was loaded ${state.switches.editor === 'on' ? 'in' : 'without'} Experience Editor`),
    searchStax: setDestinations,
    pushes: () =>
      load(
        state.switches.pushes === 'nothing'
          ? 'The site was loaded: it pushes nothing, and its search page is read'
          : 'The site was loaded: it pushes its searches itself',
      ),
    // A script cannot be taken back from a page: without it, the page is loaded anew.
    companion: () =>
      state.switches.companion === 'on'
        ? loadCompanion()
        : reload('The page was loaded without the companion'),
  };

  function granted(): 'granted' | 'denied' {
    return state.switches.consent === 'granted' ? 'granted' : 'denied';
  }

  function addressOf(path: string): string {
    const url = new URL(path, host);
    if (state.switches.editor === 'on') url.searchParams.append('sc_mode', 'edit');
    return url.href;
  }

  function set(changes: Partial<State>): void {
    Object.assign(state, changes);
    keep('state', state);
    if (changes.known) setDestinations();
    changed();
  }

  function load(why: string): void {
    visit.load(addressOf('/search'), granted());
    playground.loads += 1;
    journal.add({ kind: 'note', title: why });
  }

  function reload(why: string): void {
    keep('reloaded', { why, focus: document.activeElement?.id });
    location.reload();
  }

  const playground: Playground = {
    template,
    isSimulated: destinations.isSimulated,
    journal,
    state,
    loads: 0,
    push: visit.push,
    set,
    resetForm: (filledIn) => set({ form: initialValues(parameters, filledIn) }),
    turn(which, to) {
      set({ switches: { ...state.switches, [which]: to } });
      effects[which]();
    },
    load,
    read(page) {
      readSite(page, kinds[state.kind].settings, visit.push).catch(({ message }: Error) => {
        journal.add({ kind: 'note', title: `The site is not read: ${message}` });
      });
    },
    arrive(path) {
      visit.load(addressOf(path), granted());
      journal.add({ kind: 'note', title: `The page ${path} was loaded` });
    },
    forget() {
      forgetVisitor();
      isForgotten = true;
      reload('The page was loaded by a new visitor');
    },
    heard(what) {
      if (state.switches.companion === 'on') return;
      const event = what === 'chat' ? 'The chat was opened' : 'The phone number was clicked';
      journal.add({ kind: 'note', title: `${event}, and nothing told the data layer: the companion is off` });
    },
    addressOf,
    makeContainer() {
      const values = containerValues(tagData(parameters, state.form));
      const searchPage = { templateData: readerTemplate, script: reader };
      const packed = { templateData, companion, searchPage };
      return JSON.stringify(createContainer(values, packed), null, 2);
    },
    listen: (listener) => void listeners.push(listener),
  };

  visit.load(addressOf('/search'), granted());
  await setDestinations();
  if (state.switches.companion === 'on') await loadCompanion();
  return playground;
}

/** What the page was left for, told once; whoever works by keyboard goes on where it was left. */
export function welcomeBack({ journal }: Playground): void {
  const reloaded = kept<{ why: string; focus?: string }>('reloaded');
  if (!reloaded) return;
  keep('reloaded', null);
  journal.add({ kind: 'note', title: reloaded.why });
  document.getElementById(reloaded.focus ?? '')?.focus();
}

async function text(file: string): Promise<string> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file} is not there: ${response.status}.`);
  return response.text();
}
