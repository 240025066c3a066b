/**
 * The playground's state, and what can be done with it; page.tsx draws it.
 *
 * What runs is what users download: template.tpl in the stand-in sandbox, companion.js as a script of the page. Requests
 * go to the receiver over HTTP where `npm start` serves the page; on a static host the receiver answers within the page.
 */

import { createContainer } from '../src/container/container.ts';
import { initialValues, tagData, type Values } from '../src/sandbox/form/values.ts';
import { readTemplate } from '../src/sandbox/template.ts';
import { servedDestinations, simulatedDestinations } from './destinations.ts';
import { knownFields, knownSettings, triggerField } from './known.ts';
import { type KindName, kinds } from './site/kinds.ts';
import { defaultStates, failures, type SwitchStates } from './switches.ts';
import { containerValues, demonstration } from './tag-values.ts';
import { createJournal } from './visit/journal.ts';
import { forgetVisitor, loadCompanion, readSite } from './visit/scripts.ts';
import { startVisit } from './visit/visit.ts';

const host = 'https://www.example.com';

/** What the page remembers while its tab is open: a reload, which the companion's switch needs, loses nothing typed. */
interface State {
  /** What is typed into the tag's form, by field; hidden fields included. */
  form: Values;
  /** The same of the fields around it. */
  around: Values;
  switches: SwitchStates;
  /** How the site's search page is built, while the site pushes nothing. */
  kind: KindName;
}

export type Playground = Awaited<ReturnType<typeof openPlayground>>;

export async function openPlayground() {
  const [templateData, companion, readerTemplate, reader, served] = await Promise.all([
    text('template.tpl'),
    text('companion.js'),
    text('search-page.tpl'),
    text('search-page.js'),
    text('receiver.json'),
  ]);
  // Whoever serves the page says in a file next to it whether it answers as the destinations.
  const isSimulated = !JSON.parse(served).answers;
  const destinations = isSimulated ? simulatedDestinations() : servedDestinations();
  const template = readTemplate(templateData);
  const { parameters } = template;
  const journal = createJournal();
  const state: State = {
    form: demonstration,
    around: {},
    switches: defaultStates,
    kind: 'shop',
    ...kept<State>('state'),
  };
  state.form = initialValues(parameters, state.form);
  state.around = initialValues([triggerField, knownFields], state.around);
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
    const named = String(state.around.trigger ?? '').trim();
    return !named || named.split(',').some((name) => name.trim() === event);
  }

  // One after the other: what was set last holds.
  let isSet = Promise.resolve();
  function setDestinations(): Promise<void> {
    const failure = failures[state.switches.searchStax];
    isSet = isSet
      .then(() => destinations.set({ ...knownSettings(state.around), failure }))
      .catch(({ message }: Error) => note(`The destinations answer as before: ${message}`));
    return isSet;
  }

  /** What follows when a switch was turned. */
  const effects: { [which in keyof SwitchStates]: (to: SwitchStates[which]) => unknown } = {
    consent: () => visit.choose(granted()),
    editor: (to) => load(`The page was loaded ${to === 'on' ? 'in' : 'without'} Experience Editor`),
    searchStax: setDestinations,
    pushes(to) {
      const does = to === 'nothing' ? 'nothing, and its search page is read' : 'its searches itself';
      load(`The site was loaded: it pushes ${does}`);
    },
    // A script cannot be taken back from a page: without it, the page is loaded anew.
    companion: (to) => (to === 'on' ? loadCompanion() : reload('The page was loaded without the companion')),
  };

  const granted = () => (state.switches.consent === 'granted' ? 'granted' : 'denied');
  const note = (title: string) => void journal.add({ kind: 'note', title });

  /** The site's address for a path. */
  function addressOf(path: string): string {
    const url = new URL(path, host);
    if (state.switches.editor === 'on') url.searchParams.append('sc_mode', 'edit');
    return url.href;
  }

  /** Changes what is typed. */
  function set(changes: Partial<State>): void {
    Object.assign(state, changes);
    keep('state', state);
    if (changes.around) setDestinations();
    changed();
  }

  function load(why: string): void {
    visit.load(addressOf('/search'), granted());
    playground.loads += 1;
    note(why);
  }

  function reload(why: string): void {
    keep('reloaded', { why, focus: document.activeElement?.id });
    location.reload();
  }

  const playground = {
    template,
    isSimulated,
    journal,
    state,
    /** How often the site's page was loaded again: each time, it begins anew. */
    loads: 0,
    push: visit.push,
    /** What somebody typed goes to the data layer, or where a call is named, to SearchStax's own tracker. */
    send(message: object, call?: string): void {
      const site = window as { _msq?: unknown[] };
      if (call) {
        site._msq ??= [];
        site._msq.push([call, message]);
        playground.heard('The tracker was called');
      } else visit.push(message);
    },
    set,
    addressOf,
    load,
    /** Starts the form again with the template's defaults and some values filled in. */
    resetForm: (filledIn: Values) => set({ form: initialValues(parameters, filledIn) }),
    turn<Which extends keyof SwitchStates>(which: Which, to: SwitchStates[Which]): void {
      set({ switches: { ...state.switches, [which]: to } });
      effects[which](to);
    },
    /** The site, which pushes nothing, has shown a page: the reader reads it. */
    read(page: Window): void {
      readSite(page, kinds[state.kind].settings, visit.push).catch(({ message }: Error) =>
        note(`The site is not read: ${message}`),
      );
    },
    /** The visitor went on to another page of the site, at a path. */
    arrive(path: string): void {
      visit.load(addressOf(path), granted());
      note(`The page ${path} was loaded`);
    },
    /** Without cookies, as on a first visit. */
    forget(): void {
      forgetVisitor();
      isForgotten = true;
      reload('The page was loaded by a new visitor');
    },
    /** Something on the site that the companion would have heard; it may not be there. */
    heard(event: string): void {
      if (state.switches.companion === 'off')
        note(`${event}, and nothing told the data layer: the companion is off`);
    },
    /** The container's JSON for the form as it is. */
    makeContainer(): string {
      const searchPage = { templateData: readerTemplate, script: reader };
      const values = containerValues(tagData(parameters, state.form));
      return JSON.stringify(createContainer(values, { templateData, companion, searchPage }), null, 2);
    },
    /** Tells of every change. */
    listen: (listener: () => void) => void listeners.push(listener),
    /** What the page was left for, told once; whoever works by keyboard goes on where it was left. */
    welcomeBack(): void {
      const reloaded = kept<{ why: string; focus?: string }>('reloaded');
      if (!reloaded) return;
      keep('reloaded', null);
      note(reloaded.why);
      document.getElementById(reloaded.focus ?? '')?.focus();
    },
  };

  visit.load(addressOf('/search'), granted());
  await setDestinations();
  if (state.switches.companion === 'on') await loadCompanion();
  return playground;
}

async function text(file: string): Promise<string> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file} is not there: ${response.status}.`);
  return response.text();
}

function keep(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(`playground.${name}`, JSON.stringify(value));
  } catch {
    // Storage that is blocked or full: the page works without.
  }
}

/** @returns undefined where nothing is kept */
function kept<T>(name: string): T | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(`playground.${name}`) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
